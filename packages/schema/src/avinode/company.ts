import { z } from "zod";
import { CountryCode } from "./airport.ts";
import { Numeric } from "./envelope.ts";
import { maybe, Text } from "./lenient.ts";

/** How to reach a company or a person. Personal data: no log, no end-client (R3, R8). */
export const AvinodeContactInfo = z.object({
  emails: maybe(z.array(z.string())),
  phone: Text,
  mobilePhone: Text,
  url: Text,
  /** With `office`; else mostly empty. */
  office: Text,
  /** Several lines. */
  address: Text,
  detailedAddress: maybe(
    z.object({
      street: Text,
      postBox: Text,
      postCode: Text,
      city: Text,
      country: maybe(z.object({ code: maybe(CountryCode), name: Text })),
    }),
  ),
});
export type AvinodeContactInfo = z.infer<typeof AvinodeContactInfo>;

/** A member of the marketplace: who asks for quotes, or who gives them. */
export const AvinodeCompany = z.object({
  /** A GUID. */
  id: Text,
  /** A number from older days. */
  companyId: maybe(Numeric),
  displayName: Text,
  contactInfo: maybe(AvinodeContactInfo),
});
export type AvinodeCompany = z.infer<typeof AvinodeCompany>;

/** Who acted: the person named by `X-Avinode-ActAsAccount`, else the company's name (seed 002). */
export const AvinodeAccount = z.object({
  id: Text,
  accountId: maybe(Numeric),
  displayName: Text,
  contactInfo: maybe(AvinodeContactInfo),
  /** ISO 4217. */
  preferredCurrency: Text,
});
export type AvinodeAccount = z.infer<typeof AvinodeAccount>;
