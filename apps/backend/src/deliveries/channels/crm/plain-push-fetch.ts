import { PushError } from "./push-error.ts";
import { longestAnswerBytes, type PushFetch } from "./push-fetch.ts";
import { pushUrlFault } from "./push-url.ts";

/**
 * For hosts without a network of their own (Workers): there is nothing behind them to reach, and no address to pin. Whatever
 * fails may have arrived, because `fetch` does not tell.
 */
export function createPlainPushFetch(fetch: typeof globalThis.fetch): PushFetch {
  return async function plainPushFetch({ url, headers, body, signal }) {
    const fault = pushUrlFault(url);
    if (fault) throw new PushError("address", fault);
    let answer: Response;
    try {
      answer = await fetch(url, { method: "POST", headers, body, signal, redirect: "manual" });
    } catch (error) {
      throw new PushError("ambiguous", error);
    }
    return { status: answer.status, headers: answer.headers, text: await readStart(answer) };
  };
}

/** The status is the answer: a body that is cut off or too long changes nothing about it. */
async function readStart(answer: Response): Promise<string> {
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = answer.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  try {
    let part = await reader?.read();
    for (let size = 0; part && !part.done && size < longestAnswerBytes; part = await reader?.read()) {
      size += part.value.byteLength;
      text += decoder.decode(part.value, { stream: true });
    }
  } catch {
    // What came is what there is.
  }
  reader?.cancel().catch(() => {});
  return text.slice(0, longestAnswerBytes);
}
