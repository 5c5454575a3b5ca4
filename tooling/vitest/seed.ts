const everyday = 20_261_122;

/**
 * What properties are tried on. The same every day, so that a change and not the dice turns a run red; `random` or a number
 * explores further, and a number repeats what was found.
 */
export function seedFrom(setting = String(everyday)): number {
  const seed = setting === "random" ? Date.now() % 2 ** 31 : Number(setting);
  if (!Number.isInteger(seed)) throw new Error("LIFTLINE_SEED is a whole number or `random`.");
  return seed;
}
