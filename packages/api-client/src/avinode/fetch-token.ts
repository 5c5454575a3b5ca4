import { z } from "zod";
import { Numeric } from "@liftline/schema/avinode";
import type { AccessToken, OauthClient } from "./auth.ts";
import { backOff } from "./back-off.ts";
import { isHeaderValue, type Passage, type Passed } from "./door.ts";
import { AvinodeError } from "./errors.ts";

/** Minutes; the marketplace allows 1 to 120. */
const askedMinutes = 30;
const tries = 3;
const timeoutMs = 10_000;
/** Milliseconds all back-off together may take: somebody waits behind it. */
const longestWaitMs = 8_000;

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  /** Seconds. */
  expires_in: Numeric.nullish(),
});

/** Gets an access token from `{baseUrl}/oauth/token` (`avinode-api.md` A8), tried again where that can help (R12). */
export async function fetchToken(
  client: OauthClient,
  {
    pass,
    sleep,
    random,
  }: { pass: (passage: Passage) => Promise<Passed>; sleep: (ms: number) => Promise<void>; random: () => number },
): Promise<AccessToken> {
  let waitedMs = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return readToken(await pass(createPassage(client)));
    } catch (error) {
      const failure = toTokenFailure(error);
      const pauseMs = backOff(attempt, random, failure.retryAfterMs);
      if (failure.reason === "credentials" || attempt === tries || waitedMs + pauseMs > longestWaitMs) throw failure;
      await sleep(pauseMs);
      waitedMs += pauseMs;
    }
  }
}

function createPassage(client: OauthClient): Passage {
  const form = new URLSearchParams({ grant_type: "client_credentials", expiresInMinutes: `${askedMinutes}` });
  if (client.method === "post") {
    form.set("client_id", client.clientId);
    form.set("client_secret", client.clientSecret);
  }
  return {
    operation: "token",
    method: "POST",
    path: "/oauth/token",
    body: form.toString(),
    contentType: "application/x-www-form-urlencoded",
    authorization:
      client.method === "basic"
        ? `Basic ${btoa(`${escape(client.clientId)}:${escape(client.clientSecret)}`)}`
        : undefined,
    hasEffect: false,
    timeoutMs,
  };
}

/** RFC 6749 §2.3.1: both halves are form-encoded before they are joined. */
function escape(text: string): string {
  return new URLSearchParams({ text }).toString().slice("text=".length);
}

function readToken({ status, text }: Passed): AccessToken {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  const { data } = TokenAnswer.safeParse(body);
  if (!data || !isHeaderValue(data.access_token)) {
    throw new AvinodeError({ operation: "token", reason: "unavailable", sent: true, status });
  }
  const seconds = data.expires_in ?? askedMinutes * 60;
  return { token: data.access_token, validForMs: Math.min(7200, Math.max(1, seconds)) * 1000 };
}

/**
 * Seen from the call that needs the token nothing was sent. A 4xx here means that the client is not accepted, whatever its number
 * (`invalid_client` comes as 400 or 401).
 */
function toTokenFailure(error: unknown): AvinodeError {
  if (!(error instanceof AvinodeError))
    return new AvinodeError({ operation: "token", reason: "unavailable", sent: false });
  const { reason, status, faults, retryAfterMs, network } = error;
  const kept = reason === "limited" || reason === "unavailable" || reason === "unsent";
  const refused = status !== undefined && status >= 300;
  return new AvinodeError({
    operation: "token",
    reason: kept ? reason : refused ? "credentials" : "unavailable",
    sent: false,
    status,
    faults: [...faults],
    retryAfterMs,
    network,
  });
}
