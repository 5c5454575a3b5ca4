/** Rows of a CSV (RFC 4180) as objects by the names in its first line. */
export function readCsv(text: string): Record<string, string>[] {
  const [names = [], ...rows] = [...readRows(text)].filter((row) => row.some((cell) => cell !== ""));
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name.trim(), (row[index] ?? "").trim()])));
}

/** A cell in quotes may hold commas, line breaks and doubled quotes. Throws where quotes do not close: the rest would be lost. */
function* readRows(text: string): Generator<string[]> {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const start = cell.lastIndex;
    const found = cell.exec(text);
    if (found === null) throw new Error(`line ${text.slice(0, start).split("\n").length}: quotes that do not close`);
    const [, quoted, plain = "", end] = found;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    yield row;
    row = [];
  }
  if (row.length > 0) yield row;
}
