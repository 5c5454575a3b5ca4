import { AvinodeError, type AvinodeFailure } from "@liftline/api-client/avinode";
import { Option, OptionPrice, SearchRequest } from "@liftline/schema";
import { AvinodeLeadRequest } from "@liftline/schema/avinode";
import { z } from "zod";
import type { Broker } from "../../../brokers/broker.ts";
import type { Clock } from "../../../clock.ts";
import { DomainError } from "../../../domain-error.ts";
import type { WantedOption } from "../../../leads/chosen-option.ts";
import type { LeadFingerprints } from "../../../leads/fingerprint.ts";
import type { LeadsStore, LeadTrip } from "../../../leads/leads.store.ts";
import { leadOfSearch } from "../../../leads/marketplace-lead.ts";
import { askMarketplace } from "../../../searches/ask-marketplace.ts";
import { discloseOption } from "../../../searches/disclose-option.ts";
import { createHitExclusion } from "../../../searches/exclude-hits.ts";
import type { ClaimedDelivery } from "../../claimed-delivery.ts";
import type { ForAPerson, Outcome, TryAgain } from "../../outcome.ts";
import { matchOptions, type Match } from "./match-options.ts";

export interface SearchAgainDependencies {
  leads: Pick<LeadsStore, "findTrip" | "findBySearch">;
  fingerprints: Pick<LeadFingerprints, "search">;
  clock: Clock;
}

/** Of a stored option only what a match goes by. */
const Wanted = z.object({ kind: Option.shape.kind, category: Option.shape.category, type: Option.shape.type });
type Wanted = z.infer<typeof Wanted>;

/**
 * The marketplace forgot the search (or has another lead for it), and said so for good: the same trip is searched again, what the
 * visitor chose is found again, and the lead goes out with that and the same `clientIdentifier` (R19, R20).
 */
export async function searchAgain(
  dependencies: SearchAgainDependencies,
  delivery: ClaimedDelivery,
  { broker, signal }: { broker: Broker; signal: AbortSignal },
): Promise<Outcome> {
  const { leads, fingerprints, clock } = dependencies;
  const scope = { brokerId: delivery.broker_id, environment: delivery.environment };
  const lead = AvinodeLeadRequest.parse(JSON.parse(delivery.body));
  if (delivery.state === "conflict" && lead.searchId !== undefined) {
    const owner = await leads.findBySearch(scope, fingerprints.search(lead.searchId));
    if (owner !== undefined && owner !== delivery.lead_id) return { state: "delivered", reason: `linked: ${owner}` };
  }
  const stored = await leads.findTrip(scope, delivery.lead_id);
  if (!stored) return { state: "manual", reason: "trip-missing" };
  const wanted = wantedOf(stored);
  if (wanted.some(({ option }) => option.kind === "empty-leg")) return { state: "manual", reason: "empty-leg-gone" };

  // Visitors come first: they wait, this does not.
  const { waitMs } = broker.marketplace.budget("searches.create");
  if (waitMs > 0) return again(delivery, { reason: "search-budget", wait: waitMs, counts: false });
  try {
    const { searchId, matches } = await findAgain(broker, { stored, wanted, now: clock.now(), signal });
    return {
      state: "accepted",
      reason: "searched-again",
      body: JSON.stringify(leadOfSearch(lead, { searchId, wanted: matches })),
      searchHashes: fingerprints.search(searchId),
      detail: JSON.stringify(matches.map(toDetail)),
    };
  } catch (error) {
    return outcomeOfSearch(delivery, error);
  }
}

async function findAgain(
  { marketplace, settings }: Broker,
  { stored, wanted, now, signal }: { stored: LeadTrip; wanted: WantedOption[]; now: number; signal: AbortSignal },
): Promise<{ searchId: string; matches: Match[] }> {
  const { currency } = stored;
  const request = SearchRequest.parse(JSON.parse(stored.trip));
  const groupBy = wanted.some(({ option }) => option.kind === "aircraft") ? "aircraft" : "type";
  const found = await askMarketplace(marketplace, { question: { request, currency, groupBy, settings }, signal });
  // Neither photos nor places matter here: only what, and how much.
  const pricing = { currency, commission: settings.commission, isRange: settings.prices === "range" };
  const disclosure = { request, pricing, showPhoto: () => null, findPosition: () => null, airports: new Map() };
  const isExcluded = createHitExclusion(settings, now);
  const options = found.results.flatMap((hit) => (isExcluded?.(hit) ? [] : (discloseOption(hit, disclosure) ?? [])));
  return { searchId: found.id, matches: matchOptions(wanted, options) };
}

function wantedOf({ options }: LeadTrip): WantedOption[] {
  return options.map(({ option, marketplace_id, price }) => ({
    option: Wanted.parse(JSON.parse(option)),
    marketplaceId: marketplace_id,
    price: price === null ? null : OptionPrice.parse(JSON.parse(price)),
  }));
}

/** Both prices: the broker is shown what the visitor saw, and can see what has become of it (case 14). */
function toDetail({ option: { kind, type, category }, price, foundPrice, marketplaceId }: Match) {
  return { kind, type, category, isFound: marketplaceId !== null, shown: price, found: foundPrice };
}

/** A search changes nothing at the marketplace: whatever may go better next time is tried again. */
function outcomeOfSearch(delivery: ClaimedDelivery, error: unknown): Outcome {
  // What the broker does not offer any more will not be offered at the next try.
  if (error instanceof DomainError && error.code === "request.invalid")
    return { state: "manual", reason: "search-invalid" };
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof AvinodeError)) return again(delivery, { reason: "internal", wait: "backoff", counts: true });
  const reason = `search-${cause.reason}`;
  if (forAPerson.has(cause.reason)) return { state: "manual", reason } satisfies ForAPerson;
  if (cause.reason === "credentials") {
    return { ...again(delivery, { reason, wait: "probe", counts: false }), lane: "credentials" };
  }
  return again(delivery, { reason, wait: cause.retryAfterMs ?? "backoff", counts: cause.reason !== "limited" });
}

const forAPerson = new Set<AvinodeFailure>(["permission", "not-found", "invalid", "refused"]);

function again(delivery: ClaimedDelivery, how: Pick<TryAgain, "reason" | "wait" | "counts">): TryAgain {
  return { state: delivery.state === "conflict" ? "conflict" : "search_stale", ...how };
}
