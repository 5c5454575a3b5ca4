/**
 * JSON of plain data, on every page: libraries from before browsers had it give arrays a `toJSON` that writes a text
 * where a list belongs, and many sites still carry one.
 */
export function writeJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeJson).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const said = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${said.map(([name, each]) => `${JSON.stringify(name)}:${writeJson(each)}`).join()}}`;
}
