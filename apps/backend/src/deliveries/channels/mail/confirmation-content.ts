import { Airport, Option, OptionLeg, OptionPrice } from "@liftline/schema";
import { z } from "zod";
import type { LeadContent } from "../lead-content.ts";
import { ToldLeg, type ToldPlace } from "../told-place.ts";

/** Null for a place that is not in our index: in own words, or by a code that could be any eight letters. */
const ConfirmedPlace = Airport.nullable();
const ConfirmedLeg = ToldLeg.extend({ from: ConfirmedPlace, to: ConfirmedPlace });
export type ConfirmedLeg = z.infer<typeof ConfirmedLeg>;

/**
 * What the confirmation to the end-client is made of, and no more. What the visitor wrote is not in it: whoever types somebody
 * else's address into the form must not be able to send them words of their own through the broker's mail server.
 */
export const ConfirmationContent = z.object({
  to: z.email(),
  reference: z.string(),
  /** ISO 8601 UTC. Missing in what was frozen before there were calendar files. */
  receivedAt: z.string().optional(),
  locale: z.string().nullable(),
  /** Of each leg, as searched. */
  passengers: z.array(z.number().int()),
  /** The legs of a request without options; null for one with options. */
  asked: z.array(ConfirmedLeg).nullable().default(null),
  options: z.array(
    z.object({
      kind: Option.shape.kind,
      category: z.string(),
      type: z.string().nullable(),
      maxPassengers: z.number().int(),
      aircraftCount: z.number().int(),
      legs: z.array(OptionLeg),
      /** As it was shown: null where the broker hides it. */
      price: OptionPrice.nullable(),
    }),
  ),
});
export type ConfirmationContent = z.infer<typeof ConfirmationContent>;

/** Null where there is no address to confirm to. */
export function confirmationContent(lead: LeadContent): ConfirmationContent | null {
  if (!lead.contact.email) return null;
  return ConfirmationContent.parse({
    to: lead.contact.email,
    reference: lead.reference,
    receivedAt: lead.receivedAt,
    locale: lead.locale,
    passengers: lead.trip.legs.map(({ passengers }) => passengers),
    asked: lead.asked?.map((leg) => ({ ...leg, from: confirmedPlace(leg.from), to: confirmedPlace(leg.to) })),
    options: lead.options.map(({ shown }) => shown),
  });
}

function confirmedPlace(place: ToldPlace): Airport | null {
  return "airport" in place ? place.airport : null;
}
