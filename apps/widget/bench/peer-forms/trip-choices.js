// What both forms have to choose from; lookups as our own form makes them.

export const kinds = [
  ["one-way", "One way"],
  ["return", "Return"],
  ["several", "Several legs"],
];

export const halfHours = Array.from({ length: 48 }, (_, index) => ({
  id: `${String(Math.floor(index / 2)).padStart(2, "0")}:${index % 2 ? "30" : "00"}`,
}));

/** Tells what is found for a text, after three letters and a pause; returns what ends it. */
export function findAirports(typed, tell) {
  if (typed.trim().length < 3) return tell([]);
  const timer = setTimeout(async () => {
    const answer = await fetch(`/airports?query=${encodeURIComponent(typed)}`);
    tell((await answer.json()).airports);
  }, 220);
  return () => clearTimeout(timer);
}
