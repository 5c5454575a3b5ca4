import { AvinodeError, type AvinodeFailure } from "./errors.ts";

/** How a connection proves itself: a token made in the marketplace's own pages, or an OAuth client (`avinode-api.md` A8). */
export type AvinodeAuth = { kind: "token"; token: string } | OauthClient;

export interface OauthClient {
  kind: "clientCredentials";
  clientId: string;
  clientSecret: string;
  /** How the client names itself to the token endpoint; chosen with the client in the marketplace's pages. */
  method: "basic" | "post";
}

export interface AccessToken {
  token: string;
  /** Milliseconds. */
  validForMs: number;
}

export interface Auth {
  /** A token that holds for at least the next call. */
  token(): Promise<string>;
  /** The token was refused: the next one asked for is new, where another can be had. */
  drop(token: string): void;
}

/** A refused client is not asked again before this: nothing changes it but a person. */
const refusedForMs = 60_000;

/** `fetchToken` brings a new one; it is never called twice at a time, unless calls must not wait for each other. */
export function createAuth(
  auth: AvinodeAuth,
  {
    fetchToken,
    clock,
    coalesces = true,
  }: { fetchToken: (client: OauthClient) => Promise<AccessToken>; clock: { now(): number }; coalesces?: boolean },
): Auth {
  if (auth.kind === "token") return { token: () => Promise.resolve(auth.token), drop: () => {} };

  const client = auth;
  let current: { token: string; renewAt: number } | undefined;
  let renewal: Promise<string> | undefined;
  let refusal: { reason: AvinodeFailure; until: number } | undefined;

  async function renew(): Promise<string> {
    try {
      const { token, validForMs } = await fetchToken(client);
      // A minute early, so that it does not end on the way; half its life where it lives shorter than two.
      current = { token, renewAt: clock.now() + validForMs - Math.min(60_000, validForMs / 2) };
      return token;
    } catch (error) {
      if (error instanceof AvinodeError && error.reason === "credentials") {
        refusal = { reason: error.reason, until: clock.now() + refusedForMs };
      }
      throw error;
    } finally {
      renewal = undefined;
    }
  }

  return {
    token() {
      if (current && clock.now() < current.renewAt) return Promise.resolve(current.token);
      if (refusal && clock.now() < refusal.until) {
        const retryAfterMs = refusal.until - clock.now();
        return Promise.reject(
          new AvinodeError({ operation: "token", reason: refusal.reason, sent: false, retryAfterMs }),
        );
      }
      if (!coalesces) return renew();
      renewal ??= renew();
      return renewal;
    },
    drop(token) {
      // Only the token that was refused: another call may have renewed it since.
      if (current?.token === token) current = undefined;
    },
  };
}
