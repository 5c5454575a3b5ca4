import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { compressAnswer } from "./compress-answer.ts";

const text = "Zürich → Łódź 🛩️ ".repeat(200);

test.each([
  ["br, gzip", "br"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip;q=1.0, br;q=0", "gzip"],
  ["GZIP", "gzip"],
  ["br;q=0.0, gzip;q=0", null],
  ["identity", null],
  ["", null],
  ["brotli", null],
])("an answer for a browser that accepts %j is encoded as %s and reads the same", (accept, encoding) => {
  const answer = compressAnswer(text, accept);
  expect(answer.encoding).toBe(encoding);
  const decode = { br: brotliDecompressSync, gzip: gunzipSync };
  const plain = answer.encoding ? decode[answer.encoding](answer.body).toString() : answer.body;
  expect(plain).toBe(text);
});

test("a short answer is left alone", () => {
  expect(compressAnswer("{}", "br")).toEqual({ body: "{}", encoding: null });
});
