import type { LeadRequest } from "@liftline/schema";
import type { Clock } from "../clock.ts";
import { randomId, randomText } from "../database/random-id.ts";
import type { Randomness } from "../randomness.ts";
import type { AskedTrip } from "./ask-trip.ts";
import type { ChosenOption } from "./chosen-option.ts";
import type { LeadRows } from "./leads.store.ts";
import type { LeadConsentsTable, LeadOptionsTable } from "./leads.table.ts";
import { leadDeliveries } from "./lead-deliveries.ts";
import type { Choice } from "./open-choice.ts";
import type { OpenedSubmission } from "./opened-submission.ts";

/** Every row of a new lead. What was not chosen is not at hand here, so it cannot be stored (R2). */
export function leadRows(by: { clock: Clock; randomness: Randomness }, opened: OpenedSubmission): LeadRows {
  const { hashes, wish } = opened;
  const { broker, lead, origin } = opened.submission;
  const lead_id = randomId(by.randomness, "lead");
  const client_identifier = randomId(by.randomness, "liftline");
  const now = new Date(by.clock.now()).toISOString();
  const scope = { broker_id: broker.id, environment: broker.environment };
  const chosen = "chosen" in wish ? wish.chosen : [];
  const reference = `LL-${randomText(by.randomness, 6)}`;
  const matter = {
    id: lead_id,
    reference,
    receivedAt: now,
    currency: currencyOf(wish),
    clientIdentifier: client_identifier,
  };
  return {
    lead: {
      id: lead_id,
      ...scope,
      reference,
      client_identifier,
      received_at: now,
      locale: lead.locale ?? null,
      message: lead.message,
      needs: lead.needs && JSON.stringify(lead.needs),
      campaign: lead.campaign && JSON.stringify(lead.campaign),
      trip: JSON.stringify("search" in wish ? wish.search.request : wish.trip),
      currency: matter.currency,
    },
    contact: { lead_id, ...lead.contact },
    consent: consentRow(lead, { lead_id, recorded_at: now, origin }),
    options: chosen.map((option, position) =>
      optionRow(option, { id: randomId(by.randomness, "option"), lead_id, position }),
    ),
    key: { ...scope, key_hash: hashes.key, body_hash: hashes.body, lead_id, created_at: now },
    claims: hashes.searches.map((search_hash) => ({ ...scope, search_hash, lead_id, claimed_at: now })),
    deliveries: leadDeliveries(opened, { ...matter, randomness: by.randomness }),
  };
}

/** ISO 4217: as prices were shown, or are to be shown. */
function currencyOf(wish: Choice | AskedTrip): string {
  if (!("chosen" in wish)) return wish.currency;
  return wish.chosen.find(({ price }) => price)?.price?.currency ?? wish.search.currency;
}

function consentRow(
  lead: LeadRequest,
  row: Pick<LeadConsentsTable, "lead_id" | "recorded_at" | "origin">,
): LeadConsentsTable | null {
  if (!lead.consent) return null;
  const { privacyPolicy, acceptedAt, textHash, version, locale } = lead.consent;
  return {
    ...row,
    privacy_policy: privacyPolicy,
    text_hash: textHash ?? null,
    version: version ?? null,
    accepted_at: acceptedAt,
    locale: locale ?? lead.locale ?? null,
  };
}

/** Tokens stay out, the photos' too: they end, and what is sealed in them is stored in the open where it is needed. */
function optionRow(
  { option, marketplaceId, price }: ChosenOption,
  row: Pick<LeadOptionsTable, "id" | "lead_id" | "position">,
): LeadOptionsTable {
  const { token: _token, photos: _photos, ...shown } = option;
  return {
    ...row,
    option: JSON.stringify(shown),
    marketplace_id: marketplaceId,
    price: price && JSON.stringify(price),
  };
}
