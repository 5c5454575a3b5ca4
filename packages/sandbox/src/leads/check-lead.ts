import type { AvinodeLeadRequest } from "@liftline/schema/avinode";
import { invalid, missing, unprocessable } from "../http/refusal.ts";
import { aircraftCategories, aircraftTypes } from "../world/aircraft-types.ts";
import { isCurrency } from "../world/currencies.ts";

/** Refuses a lead that says too little, or both kinds of selection; what exactly is needed is our reading (B4). */
export function checkLead(body: AvinodeLeadRequest): void {
  const { leadContactInfo: contact, sellerQuoteIds = [], inquiryLift = [] } = body;
  if (body.clientIdentifier.trim() === "") throw missing("field: clientIdentifier", "clientIdentifier");
  if (contact.name.trim() === "") throw missing("field: leadContactInfo.name", "leadContactInfo.name");
  if ((contact.emailAddresses ?? []).length + (contact.phoneNumbers ?? []).length === 0) {
    throw missing("field: leadContactInfo.emailAddresses", "leadContactInfo.emailAddresses");
  }
  if (sellerQuoteIds.length > 0 && inquiryLift.length > 0) {
    throw unprocessable("LIFT_INVALID", "Either sellerQuoteIds or inquiryLift, not both", "inquiryLift");
  }
  if (sellerQuoteIds.length + inquiryLift.length === 0) throw missing("field: sellerQuoteIds", "sellerQuoteIds");
  // Out of a watch comes a leg without a search (B4).
  const isForLegs = inquiryLift.length > 0 && inquiryLift.every(({ emptyLegId }) => emptyLegId !== undefined);
  if (body.searchId === undefined && !isForLegs) throw missing("field: searchId", "searchId");
  checkPrices(body);
  for (const [index, lift] of inquiryLift.entries()) checkLift(lift, `inquiryLift[${index}]`);
}

function checkPrices({ inquiryLift = [], leadCurrency }: AvinodeLeadRequest): void {
  if (leadCurrency !== undefined && !isCurrency(leadCurrency)) throw invalid("field: leadCurrency", "leadCurrency");
  const priced = inquiryLift.some(({ priceExpectation }) => priceExpectation !== undefined);
  if (priced && leadCurrency === undefined) throw missing("field: leadCurrency", "leadCurrency");
}

function checkLift(lift: NonNullable<AvinodeLeadRequest["inquiryLift"]>[number], path: string): void {
  const { aircraftCategory: category, aircraftType: type } = lift;
  const known =
    (category === undefined || aircraftCategories.some((name) => name.toLowerCase() === category.toLowerCase())) &&
    (type === undefined || aircraftTypes.some((known) => known.type.toLowerCase() === type.toLowerCase())) &&
    (category ?? type ?? lift.emptyLegId) !== undefined;
  if (!known) throw unprocessable("LIFT_INVALID", "The lift is not valid", path);
}
