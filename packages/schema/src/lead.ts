import { z } from "zod";
import { Locale } from "./search.ts";
import { Option } from "./option.ts";

/** Control characters never belong in a one-line field: they are how mail headers and logs get forged. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}]*$/u, "must be a single line");

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

/** What `POST /leads` takes, with an `Idempotency-Key` header. */
export const LeadRequest = z.strictObject({
  /** As received from `POST /searches`. */
  search: z.string().min(1).max(8192),
  /** 1 to 10 of the received options, as they were received: a changed one does not open. */
  options: z.array(Option).min(1).max(10),
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
});
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
