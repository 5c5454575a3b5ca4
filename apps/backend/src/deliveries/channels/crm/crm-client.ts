import type { Clock } from "../../../clock.ts";
import type { Outcome } from "../../outcome.ts";
import { createAccessTokens } from "./access-tokens.ts";
import type { CrmConfig } from "./crm-config.ts";
import type { PushAnswer, PushFetch } from "./push-fetch.ts";
import { outcomeOfAnswer, outcomeOfFailure } from "./push-outcome.ts";
import { signWebhook } from "./sign-webhook.ts";

/** One event on its way to a broker's system. */
export interface Push {
  /** The same on every repeat. */
  id: string;
  /** JSON, frozen. */
  body: string;
  signal: AbortSignal;
}

/** One of a broker's own systems. */
export interface CrmClient {
  push(push: Push): Promise<Outcome>;
}

export interface CrmParts {
  fetch: PushFetch;
  clock: Clock;
  /** A new GUID. */
  createGuid: () => string;
  /** Whether a push may wait for what another one began; true unless given. Not on Workers. */
  coalesces?: boolean;
}

export function createCrmClient(
  config: CrmConfig,
  { fetch, clock, createGuid, coalesces = true }: CrmParts,
): CrmClient {
  const extra = Object.fromEntries(Object.entries(config.headers).map(([name, value]) => [name, value.reveal()]));
  const isAvionte = config.preset === "avionte";
  const tokens =
    config.auth &&
    createAccessTokens({ auth: config.auth, headers: isAvionte ? subscription(extra) : {}, fetch, clock, coalesces });

  async function send({ id, body, signal }: Push, token: string | undefined): Promise<PushAnswer | Outcome> {
    const requestId = createGuid();
    const answer = await fetch({
      url: config.url,
      headers: {
        ...extra,
        "Content-Type": "application/json",
        "User-Agent": "Liftline",
        ...signWebhook({ id, at: clock.now(), body, secret: config.secret }),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(isAvionte && { RequestId: requestId }),
      },
      body,
      signal,
    });
    return isAvionte ? checkRequestId(answer, requestId) : answer;
  }

  return {
    async push(push) {
      try {
        const token = await tokens?.token();
        const answer = await send(push, token);
        if (!tokens || token === undefined || !wasRefused(answer)) return outcomeOf(answer, clock.now());
        // The token may have been withdrawn before its time: once more with a new one.
        tokens.drop(token);
        return outcomeOf(await send(push, await tokens.token()), clock.now());
      } catch (error) {
        return outcomeOfFailure(error, clock.now());
      }
    },
  };
}

function outcomeOf(answer: PushAnswer | Outcome, now: number): Outcome {
  return "state" in answer ? answer : outcomeOfAnswer(answer, now);
}

function wasRefused(answer: PushAnswer | Outcome): boolean {
  return "status" in answer && answer.status === 401;
}

/** Seed 003: the token endpoint wants the subscription key too, and nothing else of ours. */
function subscription(extra: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(extra).filter(([name]) => /^ocp-apim-subscription-key$/i.test(name)));
}

/**
 * Seed 003: the answer carries the `RequestId` of its request. Another one is somebody else's answer, so ours is not known; none
 * at all is not how Avionté answers, and would not change by sending again.
 */
function checkRequestId(answer: PushAnswer, requestId: string): PushAnswer | Outcome {
  if (answer.status < 200 || answer.status >= 300) return answer;
  const echoed = answer.headers.get("RequestId");
  if (echoed === null) return { state: "manual", reason: "request-id-missing" };
  if (echoed.toLowerCase() === requestId.toLowerCase()) return answer;
  return { state: "unknown", reason: "request-id-differs", wait: "backoff", counts: true, lane: "failed" };
}
