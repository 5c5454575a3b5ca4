/** A request may hold this many options (contract §3, `POST /leads`). */
export const chosenLimit = 10;

/** The tokens chosen after a tap on one: taken out where it was in, added where there is room. */
export function chooseOption(chosen: readonly string[], token: string): readonly string[] {
  if (chosen.includes(token)) return chosen.filter((other) => other !== token);
  return chosen.length < chosenLimit ? [...chosen, token] : chosen;
}
