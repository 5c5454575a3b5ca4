import type { AvinodeTripMessages } from "@liftline/api-client/avinode";
import type { AvinodeQuoteRequest, AvinodeRfq, AvinodeSellerLift } from "@liftline/schema/avinode";
import type { Command } from "./read-command.ts";

/** Carries out a command by the lift's own actions; says what was done. */
export async function answerLift(
  command: Exclude<Command, { kind: "skip" }>,
  { rfq, lift, by }: { rfq: AvinodeRfq; lift: AvinodeSellerLift; by: AvinodeTripMessages },
): Promise<string> {
  if (command.kind === "chat") {
    await by.chat(rfq.id, { message: command.message });
    return "said";
  }
  if (command.kind === "decline") {
    const { declineReason, message } = command;
    await by.decline(lift.actions?.decline ?? lift.id, { declineReason, message });
    return "declined";
  }
  await by.submitQuote(lift.actions?.submitQuote ?? lift.id, {
    message: command.message,
    quote: {
      segments: toSegments(rfq),
      lift: liftOf(lift),
      currencyCode: command.currencyCode,
      totalPrice: command.totalPrice,
      sellerUniqueQuoteIdentifier: `${rfq.tripId ?? ""}-${crypto.randomUUID()}`,
    },
  });
  return "quoted";
}

/** The way as it was asked for. */
function toSegments({ segments }: AvinodeRfq): AvinodeQuoteRequest["quote"]["segments"] {
  return (segments ?? []).map(({ startAirport, endAirport, dateTime, paxCount }) => ({
    startAirport: stopOf(startAirport),
    endAirport: stopOf(endAirport),
    dateTime: {
      date: dateTime?.date ?? "",
      time: dateTime?.time ?? "",
      departure: dateTime?.departure ?? true,
      local: dateTime?.local ?? true,
    },
    paxCount: String(paxCount ?? 0),
    paxSegment: true,
  }));
}

function stopOf(
  stop: { icao?: string | null | undefined; searchValue?: string | null | undefined } | null | undefined,
) {
  return stop?.icao ? { icao: stop.icao } : { searchValue: stop?.searchValue ?? "" };
}

function liftOf({ aircraftTail, aircraftType, aircraftCategory }: AvinodeSellerLift) {
  if (aircraftTail) return { aircraftTail };
  return { ...(aircraftType && { aircraftType }), ...(aircraftCategory && { aircraftCategory }) };
}
