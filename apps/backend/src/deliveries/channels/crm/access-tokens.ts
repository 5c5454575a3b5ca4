import { z } from "zod";
import type { Clock } from "../../../clock.ts";
import type { ClientCredentials } from "./crm-config.ts";
import { PushError } from "./push-error.ts";
import type { PushAnswer, PushFetch } from "./push-fetch.ts";

/** Tokens of one OAuth client: kept until shortly before they end, fetched by one caller for all. */
export interface AccessTokens {
  /** Throws `TokenRefused` or `PushError`; nothing of the push has left by then. */
  token(): Promise<string>;
  /** It was refused: the next one asked for is new. */
  drop(token: string): void;
}

/** The token endpoint did not give a token. */
export class TokenRefused extends Error {
  override name = "TokenRefused";
  readonly status: number;
  readonly retryAfter: string | null;

  constructor({ status, headers }: PushAnswer) {
    super(`token refused: ${status}`);
    this.status = status;
    this.retryAfter = headers.get("Retry-After");
  }
}

export interface AccessTokensOptions {
  auth: ClientCredentials;
  /** Sent with the form; of all extra headers only those that the token endpoint asks for. */
  headers: Record<string, string>;
  fetch: PushFetch;
  clock: Clock;
  /** Whether a push may wait for a token that another one is getting; true unless given. Not on Workers. */
  coalesces?: boolean;
}

/** How long fetching one may take, in milliseconds. */
const timeoutMs = 10_000;
const hourSeconds = 3600;

/** Some servers write the seconds as text; a stricter reader would refuse a good token. */
const TokenAnswer = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,8192}$/),
  expires_in: z.coerce.number().positive().catch(hourSeconds),
});

export function createAccessTokens(options: AccessTokensOptions): AccessTokens {
  let current: { token: string; renewAt: number } | undefined;
  let renewal: Promise<string> | undefined;

  async function renew(): Promise<string> {
    const askedAt = options.clock.now();
    const { access_token: token, expires_in } = await fetchToken(options);
    const lifeMs = expires_in * 1000;
    // A minute early, so that it does not end on the way; half its life where that is shorter than two.
    current = { token, renewAt: askedAt + lifeMs - Math.min(60_000, lifeMs / 2) };
    return token;
  }

  return {
    token() {
      if (current && options.clock.now() < current.renewAt) return Promise.resolve(current.token);
      if (options.coalesces === false) return renew();
      renewal ??= renew().finally(() => (renewal = undefined));
      return renewal;
    },
    drop(token) {
      // Only the one that was refused: another push may have renewed it since.
      if (current?.token === token) current = undefined;
    },
  };
}

async function fetchToken({ auth, headers, fetch }: AccessTokensOptions): Promise<z.output<typeof TokenAnswer>> {
  const form = new URLSearchParams({ grant_type: "client_credentials" });
  const secret = auth.clientSecret.reveal();
  if (auth.method === "post") {
    form.set("client_id", auth.clientId);
    form.set("client_secret", secret);
  }
  if (auth.scope !== undefined) form.set("scope", auth.scope);
  const basic = `Basic ${btoa(`${formEncode(auth.clientId)}:${formEncode(secret)}`)}`;
  const answer = await unsentWhereItFails(
    fetch({
      url: auth.tokenUrl,
      headers: {
        ...headers,
        Accept: "application/json",
        "Content-Type": "application/x-www-form-urlencoded",
        ...(auth.method === "basic" && { Authorization: basic }),
      },
      body: form.toString(),
      // Not the caller's signal: others wait for the same token.
      signal: AbortSignal.timeout(timeoutMs),
    }),
  );
  if (answer.status !== 200) throw new TokenRefused(answer);
  const { data } = TokenAnswer.safeParse(readJson(answer.text));
  if (!data) throw new PushError("unsent");
  return data;
}

/** Whatever became of the question for a token: of the push itself nothing has left. */
async function unsentWhereItFails(asking: Promise<PushAnswer>): Promise<PushAnswer> {
  try {
    return await asking;
  } catch (error) {
    throw error instanceof PushError && error.reason === "address" ? error : new PushError("unsent", error);
  }
}

/** RFC 6749 §2.3.1: both halves are form-encoded before they are joined. */
function formEncode(text: string): string {
  return new URLSearchParams({ text }).toString().slice("text=".length);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
