import { z } from "zod";

/** Body of `POST /leads` (`avinode-api.md` B4, seed 004). */
export const AvinodeLeadRequest = z.object({
  /** One lead for each search, for ever (R19). */
  searchId: z.string().optional(),
  /** Hits the end-client chose. This or `inquiryLift`, not both. */
  sellerQuoteIds: z.array(z.string()).optional(),
  /** Types or categories the end-client chose, each with the price that was shown (R22). */
  inquiryLift: z
    .array(
      z.object({
        aircraftType: z.string().optional(),
        aircraftCategory: z.string().optional(),
        priceExpectation: z.number().optional(),
        emptyLegId: z.string().optional(),
        availabilityId: z.string().optional(),
      }),
    )
    .optional(),
  /** ISO 4217: the currency of `priceExpectation`. */
  leadCurrency: z.string().optional(),
  leadAddress: z
    .object({
      countrySelection: z
        .object({ searchValue: z.string().optional(), selectedValue: z.string().optional() })
        .optional(),
      description: z.string().optional(),
      street: z.string().optional(),
      street2: z.string().optional(),
      postCode: z.string().optional(),
      city: z.string().optional(),
    })
    .optional(),
  leadContactInfo: z.object({
    name: z.string(),
    title: z.string().optional(),
    url: z.string().optional(),
    emailAddresses: z.array(z.object({ type: z.string(), emailAddress: z.string() })).optional(),
    phoneNumbers: z.array(z.object({ type: z.string(), phoneNumber: z.string() })).optional(),
  }),
  leadMessage: z.string().optional(),
  leadLocale: z.string().optional(),
  campaignIdentifier: z.string().optional(),
  /** Ours, unique for each lead; a repeat creates nothing and returns the first answer (R20). */
  clientIdentifier: z.string(),
});
export type AvinodeLeadRequest = z.infer<typeof AvinodeLeadRequest>;

/** A marketing company named in the answer to a lead. Back office only (R21). */
export const AvinodeLeadSeller = z.object({
  id: z.string().nullish().catch(null),
  displayName: z.string().nullish().catch(null),
  contactInfo: z
    .object({ emails: z.array(z.string()).nullish().catch(null), phone: z.string().nullish().catch(null) })
    .nullish()
    .catch(null),
});
export type AvinodeLeadSeller = z.infer<typeof AvinodeLeadSeller>;

/**
 * `data` of `POST /leads` and `GET /leads/{id}`. Their exact bodies are not documented: only what a delivery needs is read, and
 * only the id is demanded, because an odd field must not make a lead look as if it had never arrived.
 */
export const AvinodeLead = z.object({
  id: z.string().min(1),
  href: z.string().nullish().catch(null),
  type: z.string().nullish().catch(null),
  /** Six letters and digits: the one id that people see in the marketplace (R6). */
  tripId: z.string().nullish().catch(null),
  /** Ours, where the marketplace gives it back. */
  clientIdentifier: z.string().nullish().catch(null),
  /** The sandbox's guess at where sellers stand; see its `DIFFERENCES.md`. Only for leads for aircraft. */
  sellerQuotes: z
    .array(z.object({ id: z.string().nullish().catch(null), sellerCompany: AvinodeLeadSeller.nullish().catch(null) }))
    .nullish()
    .catch(null),
});
export type AvinodeLead = z.infer<typeof AvinodeLead>;
