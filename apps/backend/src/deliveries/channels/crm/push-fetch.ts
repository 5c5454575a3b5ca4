/** A POST to a broker's own system. */
export interface PushRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
  signal: AbortSignal;
}

export interface PushAnswer {
  status: number;
  headers: Headers;
  /** At most 64 kB of it. */
  text: string;
}

/** Sends without following redirects, or throws `PushError`. Each host brings its own: Node pins addresses, Workers cannot. */
export type PushFetch = (request: PushRequest) => Promise<PushAnswer>;

export const longestAnswerBytes = 65_536;
