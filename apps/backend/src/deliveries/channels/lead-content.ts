import { Contact, Locale, Option, OptionPrice, type LeadRequest, type Trip } from "@liftline/schema";
import { z } from "zod";
import type { AskedTrip } from "../../leads/ask-trip.ts";
import type { Choice } from "../../leads/open-choice.ts";
import { ToldLeg } from "./told-place.ts";

/** What was shown of an option. Tokens and photo addresses end, so they stay out. */
const ShownOption = z.object(Option.omit({ token: true, photos: true }).shape);
export type ShownOption = z.infer<typeof ShownOption>;

/**
 * What people and machines outside the marketplace are told of a lead, frozen with its deliveries. Field by field: no id of the
 * marketplace is among them (R6), nor anything that names an operator (R3).
 */
export const LeadContent = z.object({
  /** Ours: the same in every event about this lead. */
  id: z.string(),
  reference: z.string(),
  /** ISO 8601 UTC. */
  receivedAt: z.string(),
  /** The visitor's language, BCP 47. */
  locale: Locale.nullable(),
  contact: z.object(Contact.shape),
  message: z.string().nullable(),
  needs: z.object({ pets: z.number().optional(), luggage: z.string().optional() }).nullable(),
  consent: z.object({ privacyPolicy: z.string(), acceptedAt: z.string() }).nullable(),
  campaign: z.record(z.string(), z.string()).nullable(),
  /** The trip as it was searched, or as it is wanted where nothing was searched: `eventLeg` says how its places look. */
  trip: z.object({
    legs: z.array(z.looseObject({ passengers: z.number().int() })),
    categories: z.array(z.string()).optional(),
    maxFuelStops: z.number().nullish(),
  }),
  /** Of a request without options, the legs with what we know of their places; null for one with options. */
  asked: z.array(ToldLeg).nullable().default(null),
  /** ISO 4217, as prices were shown. */
  currency: z.string(),
  options: z.array(
    z.object({
      shown: ShownOption,
      /** The price that was shown, or that the broker hides from end-clients. */
      price: OptionPrice.nullable(),
    }),
  ),
});
export type LeadContent = z.infer<typeof LeadContent>;

/** What `leads/` knows of a lead when it stores it. */
export interface LeadMatter {
  id: string;
  reference: string;
  receivedAt: string;
  currency: string;
  wish: Choice | AskedTrip;
  request: LeadRequest;
}

export function leadContent({ wish, request, ...lead }: LeadMatter): LeadContent {
  return LeadContent.parse({
    ...lead,
    locale: request.locale ?? null,
    contact: request.contact,
    message: request.message,
    needs: request.needs,
    consent: request.consent,
    campaign: request.campaign,
    ...("chosen" in wish
      ? {
          trip: { legs: wish.search.request.legs },
          options: wish.chosen.map(({ option, price }) => ({ shown: option, price })),
        }
      : { trip: { ...wish.trip, legs: wish.trip.legs.map(eventLeg) }, asked: wish.legs, options: [] }),
  });
}

/** `from` and `to` are codes, as in a search, or null; then `fromWords` and `toWords` have what the visitor wrote. */
function eventLeg({ from, to, ...leg }: Trip["legs"][number]): object {
  return {
    from: "code" in from ? from.code : null,
    to: "code" in to ? to.code : null,
    ...("words" in from && { fromWords: from.words }),
    ...("words" in to && { toWords: to.words }),
    ...leg,
  };
}
