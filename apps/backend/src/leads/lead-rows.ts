import type { LeadRequest } from "@liftline/schema";
import type { Clock } from "../clock.ts";
import type { ChannelName } from "../deliveries/channels/channel.ts";
import { frozenBodies } from "../deliveries/channels/frozen-bodies.ts";
import { leadContent } from "../deliveries/channels/lead-content.ts";
import { newDelivery } from "../deliveries/new-delivery.ts";
import { randomId, randomText } from "../database/random-id.ts";
import type { Randomness } from "../randomness.ts";
import type { ChosenOption } from "./chosen-option.ts";
import type { LeadRows } from "./leads.store.ts";
import type { LeadConsentsTable, LeadOptionsTable } from "./leads.table.ts";
import { marketplaceLead } from "./marketplace-lead.ts";
import type { Choice } from "./open-choice.ts";
import type { Submission } from "./submission.ts";

/** A submission whose choice has been opened, and the keyed hashes it will be recognised by. */
export interface OpenedSubmission {
  submission: Submission;
  choice: Choice;
  hashes: { key: string; body: string; searches: readonly string[] };
  /** Whether this host sends mail. */
  canMail: boolean;
}

/** Every row of a new lead. What was not chosen is not at hand here, so it cannot be stored (R2). */
export function leadRows(by: { clock: Clock; randomness: Randomness }, opened: OpenedSubmission): LeadRows {
  const { choice, hashes } = opened;
  const { broker, lead, origin } = opened.submission;
  const lead_id = randomId(by.randomness, "lead");
  const client_identifier = randomId(by.randomness, "liftline");
  const now = new Date(by.clock.now()).toISOString();
  const scope = { broker_id: broker.id, environment: broker.environment };
  const currency = choice.chosen.find(({ price }) => price)?.price?.currency ?? choice.search.currency;
  const reference = `LL-${randomText(by.randomness, 6)}`;
  const matter = { id: lead_id, reference, receivedAt: now, currency, clientIdentifier: client_identifier };
  const bodies = bodiesOf(opened, matter);
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
      trip: JSON.stringify(choice.search.request),
      currency,
    },
    contact: { lead_id, ...lead.contact },
    consent: consentRow(lead, { lead_id, recorded_at: now, origin }),
    options: choice.chosen.map((option, position) =>
      optionRow(option, { id: randomId(by.randomness, "option"), lead_id, position }),
    ),
    key: { ...scope, key_hash: hashes.key, body_hash: hashes.body, lead_id, created_at: now },
    claims: hashes.searches.map((search_hash) => ({ ...scope, search_hash, lead_id, claimed_at: now })),
    deliveries: [...bodies].map(([channel, body]) =>
      newDelivery({ id: randomId(by.randomness, "delivery"), leadId: lead_id, broker, channel, body, now }),
    ),
  };
}

/** What each channel will say, frozen now: one delivery for each. */
function bodiesOf(
  { submission: { broker, lead: request }, choice, canMail }: OpenedSubmission,
  lead: { id: string; reference: string; receivedAt: string; currency: string; clientIdentifier: string },
): Map<ChannelName, string> {
  const { clientIdentifier, ...matter } = lead;
  const { chosen, search } = choice;
  const { currency } = lead;
  const body = marketplaceLead({ searchId: search.searchId, currency, chosen, request, clientIdentifier });
  const content = leadContent({ ...matter, choice, request });
  return new Map([["marketplace", JSON.stringify(body)], ...frozenBodies(content, { broker, canMail })]);
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
