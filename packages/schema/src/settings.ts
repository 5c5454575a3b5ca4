import { z } from "zod";
import { AircraftCategory, aircraftCategories } from "./aircraft-category.ts";
import { Airport, AirportCode } from "./airport.ts";
import { OfferedCurrency } from "./offered-currency.ts";
import { safetyStandards } from "./safety-standard.ts";
import { Language, languageTags } from "./language.ts";
import { OwnTexts, ownTextKeys } from "./own-texts.ts";
import { GroupBy, Locale } from "./search.ts";

/** An address a visitor may be sent to. */
const WebUrl = z.url({ protocol: /^https?$/ }).max(2048);

/** A text of the broker's own, by language. Plain text: line breaks are kept, nothing else means anything. */
export const BrokerText = z.record(Locale, z.string().trim().min(1).max(4000));
export type BrokerText = z.infer<typeof BrokerText>;

/** What a broker calls a category, by language. It stands on buttons and in lists, so it is one short line; markup is seen as markup. */
export const CategoryName = z.record(
  Locale,
  z
    .string()
    .trim()
    .min(1)
    .max(60)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, "must be a single line"),
);
export type CategoryName = z.infer<typeof CategoryName>;

/** What is added to what the seller asks: the one or the other, never both (seed 004, "Commission", `quote.sellerPrice`). */
export const Commission = z.discriminatedUnion("from", [
  /** What the broker has set in its marketplace profile is in the price already (`avinode-api.md` G27). */
  z.strictObject({ from: z.literal("marketplace") }),
  /** `percent` on the seller's net price; the marketplace profile's own then counts for nothing. */
  z.strictObject({ from: z.literal("net"), percent: z.number().min(0).max(100).default(10) }),
]);
export type Commission = z.infer<typeof Commission>;

/** A safety rating that an aircraft's operator must hold: this level of the standard, or a higher one. */
export const SafetyMinimum = z
  .strictObject({ standard: z.string(), level: z.string() })
  .superRefine(({ standard, level }, context) => {
    const levels = Object.hasOwn(safetyStandards, standard) ? safetyStandards[standard] : undefined;
    const wrong = (path: string, known: readonly string[]) =>
      context.addIssue({ code: "custom", path: [path], message: `one of ${known.join(", ")}` });
    if (!levels) wrong("standard", Object.keys(safetyStandards));
    else if (!levels.includes(level)) wrong("level", levels);
  });
export type SafetyMinimum = z.infer<typeof SafetyMinimum>;

/** What is left out of the results unless told otherwise (seed 004, "By default aircraft are excluded"; their list is lost). */
export const Exclusions = z.strictObject({
  /** Minutes an aircraft may fly empty to the first airport. Null: the marketplace's own judgement. */
  maxPositioningMinutes: z.number().int().min(0).max(1440).nullable().default(null),
  /** True: without aircraft whose owner has to agree to each flight. */
  ownerApproval: z.boolean().default(false),
  /** Days since the seller last updated the aircraft's schedule; whoever does not say when is left out too. Null: any. */
  maxScheduleAgeDays: z.number().int().min(1).max(365).nullable().default(null),
  /** Fuel stops in each leg; a visitor may ask for fewer, not for more. Null: any number. */
  maxFuelStops: z.number().int().min(0).max(9).nullable().default(null),
});
export type Exclusions = z.infer<typeof Exclusions>;

const on = z.boolean().default(true);

/** What the widget offers (seed 004, "which search features"); switched off, it is not drawn. */
export const Features = z.strictObject({
  /** A way back, as a kind of trip. */
  returnTrip: on,
  /** Three legs and more, up to eight. */
  severalLegs: on,
  /** "Not decided" as a time. */
  timeUndecided: on,
  /** Whether a time may be the one of arrival. */
  arrivalTime: on,
  pets: on,
  luggage: on,
  /** Airports around the visitor, found on request only. */
  nearMe: on,
  /** Airports that were chosen before in this tab. */
  recentAirports: on,
  /** The choice of categories in the search. */
  categories: on,
  /** Sorting and filtering the options. */
  filters: on,
  /** Options side by side. */
  comparison: on,
  map: on,
  /** A link that opens the same trip elsewhere. */
  tripLink: on,
  /** A file for the visitor's calendar. */
  calendar: on,
});
export type Features = z.infer<typeof Features>;

const Brand = z.strictObject({
  /** Colour of buttons and links on the hosted page, of icons and browser bars (seed 004, "tint color"). */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, "a colour such as #1a3c5e")
    .default("#14507a"),
  /** At most 13 characters, for under an icon (seed 004). Default: the beginning of the broker's name. */
  shortName: z.string().trim().min(1).max(13).nullable().default(null),
});

/** What a broker decides about the widget. Every field has a default, so `{}` is a whole configuration. */
export const BrokerSettings = z.strictObject({
  /** How to reach the broker without the widget; shown when it cannot help. */
  contact: z
    .strictObject({ phone: z.string().max(40).nullable().default(null), email: z.email().nullable().default(null) })
    .default({ phone: null, email: null }),
  /** Languages offered, the first is the fallback. */
  languages: z
    .array(Language)
    .min(1)
    .default([...languageTags]),
  /** The broker's own words in the place of ours, by language and key (`ownTextKeys` lists them). */
  texts: OwnTexts.default({}),
  currency: z
    .strictObject({
      default: OfferedCurrency.default("EUR"),
      offered: z.array(OfferedCurrency).min(1).default(["EUR", "USD", "GBP", "CHF"]),
    })
    .refine(({ default: chosen, offered }) => offered.includes(chosen), {
      path: ["default"],
      message: "is not among those offered",
    })
    .prefault({}),
  /** How options are grouped unless the search says otherwise. */
  groupBy: GroupBy.default("aircraft"),
  /** Whether the widget lets a category be chosen before its types or aircraft (seed 004, "Exclude category results"). */
  categoryStep: z.boolean().default(false),
  /** Categories offered (seed 004, "Categories"). All of them: also any that the marketplace may add. */
  categories: z
    .array(AircraftCategory)
    .min(1)
    .default([...aircraftCategories]),
  /** What the broker calls a category in the place of our name for it; in other languages ours stays (seed 004, "Categories"). */
  categoryNames: z.partialRecord(AircraftCategory, CategoryName).default({}),
  /** What the broker says of a category where one is chosen first (seed 004, "Categories"). */
  categoryTexts: z.partialRecord(AircraftCategory, BrokerText).default({}),
  /**
   * `range`: a price is shown as the step of a fixed scale that it lies on, about ± 10 %. `hidden`: no price leaves the
   * backend, the end-client asks for one.
   */
  prices: z.enum(["exact", "range", "hidden"]).default("exact"),
  commission: Commission.default({ from: "marketplace" }),
  /** Exact names of lists kept in the marketplace; only aircraft on one of them are offered (seed 004, "Fleet filter"). */
  partnerships: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
  safety: z
    .strictObject({
      /** Only aircraft that meet one of these; none: any aircraft (seed 004, "Safety rating filter"). */
      minimums: z.array(SafetyMinimum).max(10).default([]),
      /** How flights are kept safe and audited, in the broker's words (seed 004, white-label app). */
      text: BrokerText.nullable().default(null),
    })
    .prefault({}),
  exclusions: Exclusions.prefault({}),
  features: Features.prefault({}),
  /** Codes of airports that are offered before anything is typed. */
  favouriteAirports: z.array(AirportCode).max(12).default([]),
  /** Where set, a request needs the visitor's consent to it. */
  privacyPolicy: WebUrl.nullable().default(null),
  /** Terms of the broker, linked where a request is sent. */
  terms: WebUrl.nullable().default(null),
  /** Who the broker is, in its own words (seed 004, white-label app). */
  company: BrokerText.nullable().default(null),
  analytics: z
    .strictObject({
      /** Whether the widget's events also go to the page's `dataLayer` and `gtag`, where the page has them. No personal data in them. */
      dataLayer: z.boolean().default(false),
    })
    .prefault({}),
  brand: Brand.prefault({}),
  /** Whether `/s/{embedKey}/` is a page of this broker, for those without a site. */
  hostedPage: z.boolean().default(true),
  /** Whether end-clients who leave an e-mail address get a mail that confirms their request. */
  confirmationMail: z.boolean().default(true),
  /** Days after which a finished request is forgotten, everything about the person included. */
  retentionDays: z.number().int().min(30).max(730).default(180),
});
export type BrokerSettings = z.infer<typeof BrokerSettings>;

/** A text of the broker's own in the language nearest to the one asked for; null where there is none. */
const TextInLanguage = z.string().nullable();

/** What `GET /widget/settings` answers: what the widget needs to draw itself for an embed key, in one language. */
export const WidgetSettings = BrokerSettings.omit({
  commission: true,
  exclusions: true,
  favouriteAirports: true,
  hostedPage: true,
  partnerships: true,
  retentionDays: true,
}).extend({
  /** The broker's name. */
  name: z.string(),
  /** Airports that are offered before anything is typed. */
  favouriteAirports: z.array(Airport),
  safety: BrokerSettings.shape.safety.unwrap().extend({ text: TextInLanguage }),
  company: TextInLanguage,
  /** The broker's own words in the language that was asked for, in the order of `ownTextKeys`; null where they are ours. */
  texts: z.array(z.string().nullable()).max(ownTextKeys.length),
  /** What the offered categories are called in that language, by the names in `categories`: the broker's own names where it has some. */
  categoryNames: z.partialRecord(AircraftCategory, z.string()),
  /** What the broker says of them, where it says something. */
  categoryTexts: z.partialRecord(AircraftCategory, z.string()),
});
export type WidgetSettings = z.infer<typeof WidgetSettings>;

/** What `GET /widget/settings` takes. */
export const WidgetSettingsQuery = z.strictObject({
  /** BCP 47 tag of the visitor's language: the broker's texts and the names of categories come in the one nearest to it. */
  lang: z.string().max(35).optional(),
});
