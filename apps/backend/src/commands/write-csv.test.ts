import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeCsv } from "./write-csv.ts";

/** As a spreadsheet reads it (RFC 4180). */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, field = "", end] of text.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1)?.push(field.replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
}

describe("a table for spreadsheets", () => {
  test("has a column for each name and a row for each record", () => {
    const text = writeCsv([
      { name: "Jo", phone: null },
      { name: "Zoë", email: "zoe@visitor.example" },
    ]);
    expect(readCsv(text)).toEqual([
      ["name", "phone", "email"],
      ["Jo", "", ""],
      ["Zoë", "", "zoe@visitor.example"],
    ]);
  });

  test.each(["=cmd|'/C calc'!A0", "+46701234567", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\0=1", '="a"&"b"'])(
    "takes %j as the text it is, not as a formula",
    (text) => {
      const [, [field = ""] = []] = readCsv(writeCsv([{ text }]));
      expect(field).not.toMatch(/^[=+\-@\t\r\0]/);
      expect(field.slice(1)).toBe(text.replace("\0", ""));
    },
  );

  test("gives back every text that was put in, whatever is in it", () => {
    const unit = fc.constantFrom('"', ",", "\r", "\n", ";", "'", " ", "=", "a", "é", "😀");
    const text = fc.string({ unit, maxLength: 20 }).filter((value) => !/^[=\r]/.test(value));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), (rows) => {
        const read = readCsv(writeCsv(rows.map(([one, other]) => ({ one, other }))));
        expect(read.slice(1)).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  });
});
