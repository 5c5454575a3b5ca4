/** What a spreadsheet takes for the beginning of a formula (`reliability.md` §1, 35). */
const formula = /^[=+\-@\t\r\0]/;

/** RFC 4180, every field in quotes, a column for each name that any row has. No field is a formula to whoever opens it. */
export function writeCsv(rows: readonly Readonly<Record<string, string | null>>[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ""))];
  return lines.map((fields) => `${fields.map(quote).join(",")}\r\n`).join("");
}

/** The apostrophe is what spreadsheets themselves put before text that looks like a formula. */
function quote(field: string): string {
  const safe = formula.test(field) ? `'${field}` : field;
  return `"${safe.replaceAll('"', '""').replaceAll("\0", "")}"`;
}
