import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { acceptedEncodings } from "../http/accepted-encodings.ts";

/** An answer as it is sent. */
export interface CompressedAnswer {
  body: string | Uint8Array<ArrayBuffer>;
  encoding: "br" | "gzip" | null;
}

/** Below this length there is nothing to win. */
const smallest = 1024;
/** Of the buffers that brotli writes to: one holds a large answer. */
const chunkSize = 64 * 1024;

/**
 * Brotli at 4, else gzip at 1: the cheapest levels that halve what the dearer ones would (`perf.md` C2). At once, not in a
 * thread: for 2 ms of work the hand-over costs more.
 */
export function compressAnswer(answer: CompressedAnswer["body"], acceptEncoding: string): CompressedAnswer {
  if (answer.length < smallest) return { body: answer, encoding: null };
  const accepted = acceptedEncodings(acceptEncoding);
  if (accepted.has("br")) return { body: brotli(answer), encoding: "br" };
  if (accepted.has("gzip")) return { body: gzipSync(answer, { level: 1 }), encoding: "gzip" };
  return { body: answer, encoding: null };
}

function brotli(answer: CompressedAnswer["body"]): Buffer<ArrayBuffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 4,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: answer.length,
  };
  return brotliCompressSync(answer, { params, chunkSize });
}
