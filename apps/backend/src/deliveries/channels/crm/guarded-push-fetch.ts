import type { IncomingMessage } from "node:http";
import { Agent, request as httpsRequest } from "node:https";
import { lookup as systemLookup } from "node:dns/promises";
import { PushError } from "./push-error.ts";
import { longestAnswerBytes, type PushAnswer, type PushFetch, type PushRequest } from "./push-fetch.ts";
import { findPushAddresses, pushUrlFault, type Lookup } from "./push-url.ts";

export interface GuardOptions {
  lookup?: Lookup;
  /** Which addresses may be connected to; tests let a server of their own in. */
  isOpen?: (address: string) => boolean;
  /** Certificates that are trusted besides the system's, PEM. */
  ca?: string;
}

/**
 * For hosts that stand in a network of their own (Node): the name is resolved once, every address behind it is judged, and the
 * connection is made to those addresses and no other, so that a name which answers differently the next time gains nothing.
 */
export function createGuardedPushFetch({ lookup = lookupAll, isOpen, ca }: GuardOptions = {}): PushFetch {
  return async function guardedPushFetch(push) {
    const fault = pushUrlFault(push.url);
    if (fault) throw new PushError("address", fault);
    const url = new URL(push.url);
    const addresses = await unlessAborted(findPushAddresses(url.hostname, { lookup, isOpen }), push.signal);
    if (addresses.length === 0) throw new PushError("address");
    return post(push, { url, addresses, ca });
  };
}

const lookupAll: Lookup = (host) => systemLookup(host, { all: true });

async function unlessAborted<Found>(finding: Promise<Found>, signal: AbortSignal): Promise<Found> {
  try {
    return await Promise.race([
      finding,
      new Promise<never>((_, reject) => {
        signal.addEventListener("abort", reject, { once: true });
        if (signal.aborted) reject(new Error("aborted"));
      }),
    ]);
  } catch (error) {
    throw new PushError("unsent", error);
  }
}

interface Target {
  url: URL;
  addresses: Awaited<ReturnType<Lookup>>;
  ca: string | undefined;
}

function post(push: PushRequest, { url, addresses, ca }: Target): Promise<PushAnswer> {
  return new Promise((resolve, reject) => {
    // Not a byte of the request leaves before the handshake is done.
    let isConnected = false;
    let isAnswered = false;
    const outgoing = httpsRequest(url, {
      method: "POST",
      headers: { ...push.headers, "Content-Length": Buffer.byteLength(push.body) },
      // Of our own: no connection is shared, no proxy of the environment comes in between.
      agent: new Agent({ keepAlive: false }),
      lookup: pinTo(addresses),
      servername: url.hostname,
      signal: push.signal,
      ...(ca !== undefined && { ca }),
    });
    outgoing.on("socket", (socket) => socket.once("secureConnect", () => (isConnected = true)));
    outgoing.on("error", (error) => {
      if (!isAnswered) reject(new PushError(isConnected ? "ambiguous" : "unsent", error));
    });
    outgoing.on("response", (answer) => {
      isAnswered = true;
      void readAnswer(answer)
        .then(resolve)
        .finally(() => outgoing.destroy());
    });
    outgoing.end(push.body);
  });
}

type NodeLookup = NonNullable<Parameters<typeof httpsRequest>[1]["lookup"]>;

/** Answers every question with what was judged. */
function pinTo(addresses: Target["addresses"]): NodeLookup {
  return (_host, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, [...addresses]);
    else if (first) callback(null, first.address, first.family);
  };
}

async function readAnswer(answer: IncomingMessage): Promise<PushAnswer> {
  const text = await readStart(answer);
  return { status: answer.statusCode ?? 0, headers: headersOf(answer), text };
}

/** The status is the answer: a body that is cut off, slow or too long changes nothing about it. */
async function readStart(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of answer) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      size += bytes.length;
      if (size >= longestAnswerBytes) break;
    }
  } catch {
    // What came is what there is.
  }
  return Buffer.concat(chunks).subarray(0, longestAnswerBytes).toString("utf8");
}

function headersOf(answer: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(answer.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  return headers;
}
