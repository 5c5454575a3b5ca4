import type { DownloadedRfq } from "@liftline/api-client/avinode";

type Segments = DownloadedRfq["rfq"]["segments"];

/** A request as lines for a terminal. What the buyer wrote is text: what would steer the terminal is taken out. */
export function showRfq({ rfq, messages, quotes, emptyLegs }: DownloadedRfq): string[] {
  return [
    `── Trip ${rfq.tripId ?? "?"} of ${rfq.buyerCompany?.displayName ?? "somebody"}`,
    ...showSegments(rfq.segments),
    ...messages.map(({ buyerAccount, sellerAccount, message }) => {
      const who = sellerAccount?.displayName ?? buyerAccount?.displayName ?? "?";
      return `   “${message ?? ""}” (${who})`;
    }),
    ...quotes.map(({ sellerPrice, avinodeGenerated }) => {
      const price = sellerPrice ? `${sellerPrice.price} ${sellerPrice.currency}` : "no price";
      return `   ${avinodeGenerated ? "worked out by the marketplace" : "quoted"}: ${price}`;
    }),
    ...emptyLegs.map(
      ({ startAirport, endAirport }) => `   may use the empty leg ${startAirport.name} to ${endAirport.name}`,
    ),
  ].map((line) => line.replaceAll(/\p{Cc}+/gu, " "));
}

function showSegments(segments: Segments): string[] {
  return (segments ?? []).map(({ startAirport, endAirport, dateTime, paxCount }) => {
    const [from, to] = [startAirport, endAirport].map((stop) => stop?.icao ?? stop?.searchValue ?? "?");
    return `   ${from} → ${to}, ${dateTime?.date ?? "?"} ${dateTime?.time ?? ""}, ${paxCount ?? "?"} on board`;
  });
}
