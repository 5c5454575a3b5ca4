import { z } from "zod";
import { AirportCode } from "./airport.ts";
import { Option } from "./option.ts";
import { checkOrder, Currency, LegWish, Locale, MaxFuelStops, WantedCategories } from "./search.ts";

/** Control characters never belong in a one-line field: they are how mail headers and logs get forged. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, "must be a single line");

/** Text of several lines, shown as it was written. */
const text = (max: number) => z.string().max(max);

/** Who asks. A name, and at least one way to answer. */
export const Contact = z
  .strictObject({
    name: line(200).min(1),
    email: z.email().max(254).nullish().default(null),
    /** As the visitor wrote it, digits with the usual separators, best with a country code. */
    phone: line(40)
      .regex(/^[+()\d][\d\s().\-/]{3,}$/, "must be a phone number")
      .nullish()
      .default(null),
    title: line(60).nullish().default(null),
    company: line(200).nullish().default(null),
  })
  .refine((contact) => contact.email || contact.phone, {
    path: ["email"],
    message: "an e-mail address or a phone number is needed",
  });
export type Contact = z.infer<typeof Contact>;

/** What the visitor agreed to, kept as evidence. */
export const Consent = z.strictObject({
  /** Address of the policy that was shown. */
  privacyPolicy: z.url({ protocol: /^https?$/ }).max(2048),
  acceptedAt: z.iso.datetime(),
  /** SHA-256 of the words next to the box, in lower-case hexadecimal. */
  textHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in hexadecimal")
    .optional(),
  /** Of the policy, in the broker's own counting. */
  version: line(64).min(1).optional(),
  /** The language it was shown in, where that is not the request's. */
  locale: Locale.optional(),
});
export type Consent = z.infer<typeof Consent>;

/** Where a leg begins or ends, where no search was made. */
export const Place = z.union([
  /** An airport, as `GET /airports` named it. */
  z.strictObject({ code: AirportCode }),
  /** A place in the visitor's own words, such as `the grass strip near Ascot`. Nothing is guessed from them: a person reads them. */
  z.strictObject({ words: line(200).min(1) }),
]);
export type Place = z.infer<typeof Place>;

/** One leg of a request without options. */
export const TripLeg = z
  .strictObject({ from: Place, to: Place, ...LegWish.shape })
  .refine(({ from, to }) => !("code" in from && "code" in to) || from.code.toUpperCase() !== to.code.toUpperCase(), {
    path: ["to"],
    message: "must differ from the airport of departure",
  });
export type TripLeg = z.infer<typeof TripLeg>;

/** A trip as the visitor wants it, where there is no search to tell. */
export const Trip = z.strictObject({
  legs: z.array(TripLeg).min(1).max(8).superRefine(checkOrder),
  /** The currency to be answered in. Default, and where it is not offered: the broker's setting. */
  currency: Currency.optional(),
  /** Only aircraft of these categories; any where missing. */
  categories: WantedCategories.optional(),
  /** Fuel stops allowed in each leg; any number where missing. */
  maxFuelStops: MaxFuelStops.nullish(),
});
export type Trip = z.infer<typeof Trip>;

/** Who asks, and what else there is to say: the same in every request. */
const person = {
  contact: Contact,
  message: text(4000).nullish().default(null),
  needs: z
    .strictObject({ pets: z.number().int().min(0).max(20).optional(), luggage: text(500).optional() })
    .nullish()
    .default(null),
  consent: Consent.nullish().default(null),
  /** The page's campaign parameters (`utm_source`, `gclid` …), carried to the lead. */
  campaign: z
    .record(line(64).min(1), text(512))
    .refine((campaign) => Object.keys(campaign).length <= 20, "at most 20 parameters")
    .nullish()
    .default(null),
  locale: Locale.optional(),
};

/** A request for options that were shown. */
export const OptionsLeadRequest = z.strictObject({
  /** As received from `POST /searches`. */
  search: z.string().min(1).max(8192),
  /** 1 to 10 of the received options, as they were received: a changed one does not open. */
  options: z.array(Option).min(1).max(10),
  ...person,
});
export type OptionsLeadRequest = z.infer<typeof OptionsLeadRequest>;
export type OptionsLeadRequestInput = z.input<typeof OptionsLeadRequest>;

/**
 * A request as it is: the search found nothing, could not be made, or the visitor did not want to wait. The broker is told by
 * mail and CRM; the marketplace is not, because it takes a search and a choice (`avinode-api.md` B4).
 */
export const TripLeadRequest = z.strictObject({ trip: Trip, ...person });
export type TripLeadRequest = z.infer<typeof TripLeadRequest>;
export type TripLeadRequestInput = z.input<typeof TripLeadRequest>;

/** What `POST /leads` takes, with an `Idempotency-Key` header: either `search` and `options`, or `trip`; never both. */
export const LeadRequest = z.union([OptionsLeadRequest, TripLeadRequest]);
export type LeadRequest = z.infer<typeof LeadRequest>;
/** The same before its defaults are filled in. */
export type LeadRequestInput = z.input<typeof LeadRequest>;

/** What `POST /leads` answers; the same again for the same key. */
export const LeadReceipt = z.strictObject({
  /** For people: `LL-` and six characters none of which looks like another. */
  reference: z.string().regex(/^LL-[0-9A-HJKMNP-TV-Z]{6}$/),
  receivedAt: z.iso.datetime(),
});
export type LeadReceipt = z.infer<typeof LeadReceipt>;
