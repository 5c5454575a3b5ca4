import { z } from "zod";
import { Currency, GroupBy, Locale } from "./search.ts";

/** An address a visitor may be sent to. */
const WebUrl = z.url({ protocol: /^https?$/ }).max(2048);

/** What a broker decides about the widget. Every field has a default, so `{}` is a whole configuration. */
export const BrokerSettings = z.strictObject({
  /** How to reach the broker without the widget; shown when it cannot help. */
  contact: z
    .strictObject({ phone: z.string().max(40).nullable().default(null), email: z.email().nullable().default(null) })
    .default({ phone: null, email: null }),
  /** Languages offered, the first is the fallback. */
  languages: z.array(Locale).min(1).default(["en-GB", "ar"]),
  currency: z
    .strictObject({
      default: Currency.default("EUR"),
      offered: z.array(Currency).min(1).default(["EUR", "USD", "GBP", "CHF"]),
    })
    .default({ default: "EUR", offered: ["EUR", "USD", "GBP", "CHF"] }),
  /** How options are grouped unless the search says otherwise. */
  groupBy: GroupBy.default("aircraft"),
  /** `hidden`: no price leaves the backend, the end-client asks for one. */
  prices: z.enum(["exact", "hidden"]).default("exact"),
  /** Where set, a request needs the visitor's consent to it. */
  privacyPolicy: WebUrl.nullable().default(null),
  /** Whether end-clients who leave an e-mail address get a mail that confirms their request. */
  confirmationMail: z.boolean().default(true),
  /** Days after which a finished request is forgotten, everything about the person included. */
  retentionDays: z.number().int().min(30).max(730).default(180),
});
export type BrokerSettings = z.infer<typeof BrokerSettings>;

/** What `GET /widget/settings` answers: what the widget needs to draw itself for an embed key. */
export const WidgetSettings = BrokerSettings.omit({ retentionDays: true }).extend({
  /** The broker's name. */
  name: z.string(),
});
export type WidgetSettings = z.infer<typeof WidgetSettings>;
