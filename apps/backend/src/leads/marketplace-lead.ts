import type { LeadRequest } from "@liftline/schema";
import type { AvinodeLeadRequest } from "@liftline/schema/avinode";
import type { ChosenOption, WantedOption } from "./chosen-option.ts";

/** What the marketplace needs to know of a lead. */
export interface MarketplaceLead {
  searchId: string;
  /** ISO 4217, as prices were shown (R22). */
  currency: string;
  chosen: readonly ChosenOption[];
  request: LeadRequest;
  clientIdentifier: string;
}

/** The body of the marketplace's `POST /leads`, built once and sent the same on every repeat (R20). */
export function marketplaceLead(lead: MarketplaceLead): AvinodeLeadRequest {
  const { request } = lead;
  const campaign = request.campaign?.["utm_campaign"];
  return {
    searchId: lead.searchId,
    ...selection(lead.chosen),
    leadCurrency: lead.currency,
    leadContactInfo: contactInfo(request.contact),
    ...optional("leadMessage", message(lead)),
    ...optional("leadLocale", request.locale),
    ...optional("campaignIdentifier", campaign),
    clientIdentifier: lead.clientIdentifier,
  };
}

/**
 * The same lead after another search: who asks, what they wrote and the `clientIdentifier` stay (R20). An aircraft that was not
 * found again is wanted as its type; what the visitor saw is said in words where the marketplace has no field for it.
 */
export function leadOfSearch(
  lead: AvinodeLeadRequest,
  { searchId, wanted }: { searchId: string; wanted: readonly (WantedOption & { priceMoved: boolean })[] },
): AvinodeLeadRequest {
  const { sellerQuoteIds: _quotes, inquiryLift: _lifts, leadMessage, ...kept } = lead;
  const withAircraft = wanted.some(({ option }) => option.kind === "aircraft");
  const moved = wanted.filter(({ priceMoved }) => priceMoved).map((option) => `The client saw: ${inWords(option)}`);
  const also = withAircraft ? wanted.filter(({ option }) => option.kind !== "aircraft").map(alsoWanted) : [];
  const message = (leadMessage ?? "").split("\n");
  const added = [...moved, ...also].filter((line) => !message.includes(line));
  return {
    ...kept,
    searchId,
    ...selection(wanted),
    ...optional("leadMessage", [leadMessage ?? "", added.join("\n")].filter((part) => part !== "").join("\n\n")),
  };
}

/** Aircraft, or types and categories: the marketplace takes one kind. Aircraft win, the rest goes into the message. */
function selection(chosen: readonly WantedOption[]): Pick<AvinodeLeadRequest, "sellerQuoteIds" | "inquiryLift"> {
  const sellerQuoteIds = chosen.flatMap(({ option, marketplaceId }) =>
    option.kind === "aircraft" && marketplaceId !== null ? [marketplaceId] : [],
  );
  return sellerQuoteIds.length > 0 ? { sellerQuoteIds } : { inquiryLift: chosen.map(lift) };
}

function lift({ option, marketplaceId, price }: WantedOption): NonNullable<AvinodeLeadRequest["inquiryLift"]>[number] {
  return {
    ...(option.kind === "empty-leg" && marketplaceId !== null && { emptyLegId: marketplaceId }),
    ...(option.kind === "type" && option.type !== null && { aircraftType: option.type }),
    ...(option.kind === "category" && { aircraftCategory: option.category }),
    // Of a range the lower end: it is what was shown as "from" (R22).
    ...(price && { priceExpectation: price.amount }),
  };
}

function contactInfo(contact: LeadRequest["contact"]): AvinodeLeadRequest["leadContactInfo"] {
  return {
    name: contact.name,
    ...optional("title", contact.title),
    ...(contact.email && { emailAddresses: [{ type: "Work", emailAddress: contact.email }] }),
    ...(contact.phone && { phoneNumbers: [{ type: "Work", phoneNumber: contact.phone }] }),
  };
}

/** The visitor's own words first, then what the marketplace has no field for, a line each. */
function message({ request, chosen }: MarketplaceLead): string {
  const { needs, contact } = request;
  const withAircraft = chosen.some(({ option }) => option.kind === "aircraft");
  const extras = [
    ...(contact.company ? [`Company: ${contact.company}`] : []),
    ...(needs?.pets ? [`Pets: ${needs.pets}`] : []),
    ...(needs?.luggage ? [`Luggage: ${needs.luggage}`] : []),
    ...(withAircraft ? chosen.filter(({ option }) => option.kind !== "aircraft").map(alsoWanted) : []),
  ];
  return [request.message ?? "", extras.join("\n")].filter((part) => part.trim() !== "").join("\n\n");
}

function alsoWanted(wanted: WantedOption): string {
  return `Also of interest: ${inWords(wanted)}`;
}

function inWords({ option, price }: WantedOption): string {
  const what = option.kind === "category" ? option.category : `${option.type ?? option.category} (${option.category})`;
  const range = price?.amountTo === undefined ? "" : ` to ${price.amountTo}`;
  return `${what}${price ? `, shown at ${price.amount}${range} ${price.currency}` : ""}`;
}

/** Nothing at all for what is empty: the marketplace refuses empty strings. */
function optional<Key extends string>(key: Key, value: string | null | undefined): Partial<Record<Key, string>> {
  const entry: Partial<Record<Key, string>> = {};
  if (value) entry[key] = value;
  return entry;
}
