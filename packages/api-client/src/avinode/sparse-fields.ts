/** What `fields[rfqs]` and `fields[trips]` can add (seeds 002 and 004). */
export type AvinodeRfqField =
  | AvinodeQuoteField
  | "accountnames"
  | "analytics"
  | "aviquote"
  | "buyermessages"
  | "homebase"
  | "latestquote"
  | "office"
  | "quoteattachments"
  | "quotebreakdown"
  | "safety"
  | "sellercontactinfo"
  | "sellermessagelinks"
  | "sellerprofilephoto"
  | "timestamps";

/** What `fields[trips]` can add besides (reference/createtrip). */
export type AvinodeTripField = AvinodeRfqField | "requestingcustomer" | "legacy_ids";

/** What `fields[quotes]` can add (seed 004). */
export type AvinodeQuoteField =
  | "amenities"
  | "categorydetails"
  | "insurance"
  | "liftaoc"
  | "perfdetails"
  | "sellerstats"
  | "taildetails"
  | "tailphotos"
  | "typedetails"
  | "typephotos";

/** What `fields[search]` of a search for empty legs and `fields[emptylegs]` can add (seed 004). */
export type AvinodeEmptyLegField =
  | AvinodeQuoteField
  | "calculatedprice"
  | "flighttime"
  | "homebase"
  | "safety"
  | "sellercontactinfo";
