/** Names and values as a query, `?` in front of it; those without a value are left out, and where none has one it is empty. */
export function toQuery(values: Readonly<Record<string, string | null | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  return query.size > 0 ? `?${query.toString()}` : "";
}
