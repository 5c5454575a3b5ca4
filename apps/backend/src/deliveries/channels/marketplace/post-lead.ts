import { AvinodeError, type AvinodeClient, type ReadLead } from "@liftline/api-client/avinode";
import { AvinodeLeadRequest } from "@liftline/schema/avinode";
import type { Broker } from "../../../brokers/broker.ts";
import type { ClaimedDelivery } from "../../claimed-delivery.ts";
import type { Outcome } from "../../outcome.ts";
import { ClockRefused } from "./clock-refused.ts";
import { outcomeOf } from "./outcome-of.ts";
import { firstReadMs, sellersOf } from "./read-sellers.ts";

/** Bodies in all: the visitor's search, and two more. What is forgotten that often is not for a machine. */
const mostGenerations = 3;
/** A time stamp more than 5 minutes off is refused (`avinode-api.md` A2); what is learned of a clock is only known to a second. */
const noticedSkewMs = 60_000;

/** Sends the frozen body. */
export async function postLead(
  delivery: Pick<ClaimedDelivery, "body" | "generation">,
  { broker, signal }: { broker: Broker; signal: AbortSignal },
): Promise<Outcome> {
  const body = AvinodeLeadRequest.parse(JSON.parse(delivery.body));
  try {
    return arrived(await create(broker.marketplace, { body, signal }), body);
  } catch (error) {
    const outcome = outcomeOf(error);
    const isForgotten = outcome.state === "search_stale" || outcome.state === "conflict";
    if (!isForgotten || (delivery.generation < mostGenerations && body.searchId !== undefined)) return outcome;
    return { state: "manual", reason: outcome.reason };
  }
}

function arrived(lead: ReadLead, { sellerQuoteIds }: AvinodeLeadRequest): Outcome {
  const sellers = sellersOf(lead);
  // Of types and categories no seller is ever told (seed 004).
  const isTold = sellers === null && sellerQuoteIds !== undefined;
  return {
    state: sellers === null ? "delivered" : "enriched",
    reason: null,
    externalId: lead.id,
    sellers,
    answer: lead.raw,
    askAgainMs: isTold ? firstReadMs : null,
  };
}

/** Once more at once where the refusal itself told that our clock is wrong: the client has learned the time from it. */
async function create(
  marketplace: AvinodeClient,
  { body, signal }: { body: AvinodeLeadRequest; signal: AbortSignal },
): Promise<ReadLead> {
  const skewBefore = marketplace.clockSkewMs();
  try {
    return await marketplace.leads.create(body, { signal });
  } catch (error) {
    const learnedMs = Math.abs(marketplace.clockSkewMs() - skewBefore);
    if (!isAboutTime(error) || learnedMs < noticedSkewMs) throw error;
  }
  try {
    return await marketplace.leads.create(body, { signal });
  } catch (error) {
    // Still: no clock of ours will do, until somebody sets it.
    if (isAboutTime(error)) throw new ClockRefused();
    throw error;
  }
}

/** A 400 that names no property of the body is about a header. */
function isAboutTime(error: unknown): boolean {
  return error instanceof AvinodeError && error.status === 400 && error.faults.every(({ path }) => path === undefined);
}
