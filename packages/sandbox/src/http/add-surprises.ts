import type { Random } from "../random.ts";

const names = [
  "sustainability",
  "co2Kilograms",
  "displayHint",
  "legacyRef",
  "flags",
  "sourceSystem",
  "revision",
  "x",
  "notes",
  "__type",
];

/**
 * A copy with properties that nobody has heard of, anywhere: new ones can come at any time and must break nothing (seed 002,
 * R11). Known properties are never touched.
 */
export function addSurprises(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) return value.map((item) => addSurprises(item, random));
  if (value === null || typeof value !== "object") return value;
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) copy[key] = addSurprises(item, random);
  if (random.chance(0.015)) copy[`${random.pick(names)}${random.between(2, 99)}`] = surprise(random);
  return copy;
}

function surprise(random: Random): unknown {
  return random.pick([
    null,
    random.between(0, 9999),
    "a new property",
    random.chance(0.5),
    [],
    ["one", "two"],
    { code: "NEW", parts: [{ name: "inner", value: random.between(1, 9) }] },
  ]);
}
