/** The same answer in the marketplace's other habits: `data` as a list (G19), numbers and flags as text (G13, G18). */
export function writeOdd(data: unknown): unknown {
  return [asText(data)];
}

function asText(value: unknown): unknown {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.map(asText);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asText(item)]));
}
