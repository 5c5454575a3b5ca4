import { z } from "zod";
import { AirportCode } from "./airport.ts";
import { Option } from "./option.ts";

/** A calendar day, `YYYY-MM-DD`. A day, not an instant: no time zone may move it. */
export const LocalDate = z.iso.date();

/** A clock time at an airport, `HH:MM`. */
export const LocalTime = z.iso.time({ precision: -1 });

/** ISO 4217, three capital letters. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, "an ISO 4217 code such as EUR");

/** A BCP 47 language tag, such as `en-GB`. */
export const Locale = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "a BCP 47 tag such as en-GB")
  .max(35);

export const GroupBy = z.enum(["aircraft", "type", "category"]);
export type GroupBy = z.infer<typeof GroupBy>;

/** When a leg is to be flown, and by how many. */
export const LegWish = z.strictObject({
  date: LocalDate,
  /** Null: to be decided. */
  time: LocalTime.nullable().default(null),
  /** Whether `time` is when the leg leaves or when it is to arrive; local to that place. */
  timeMeans: z.enum(["departure", "arrival"]).default("departure"),
  passengers: z.number().int().min(1).max(400),
});

/** One leg as the end-client asks for it. */
export const SearchLeg = z
  .strictObject({ from: AirportCode, to: AirportCode, ...LegWish.shape })
  .refine((leg) => leg.from.toUpperCase() !== leg.to.toUpperCase(), {
    path: ["to"],
    message: "must differ from the airport of departure",
  });
export type SearchLeg = z.infer<typeof SearchLeg>;

/** A trip goes on in time: no leg is on a day before the one that comes first. */
export function checkOrder(legs: readonly { date: string }[], context: z.RefinementCtx): void {
  legs.forEach((leg, index) => {
    const before = legs[index - 1];
    if (before && leg.date < before.date) {
      const message = "must not be before the leg that comes first";
      context.addIssue({ code: "custom", path: [index, "date"], message });
    }
  });
}

/** Only aircraft of these categories; any where missing. */
export const WantedCategories = z.array(z.string().min(1).max(100)).max(20);

/** Fuel stops allowed in each leg. */
export const MaxFuelStops = z.number().int().min(0).max(9);

/** What `POST /searches` takes. */
export const SearchRequest = z.strictObject({
  legs: z.array(SearchLeg).min(1).max(8).superRefine(checkOrder),
  /** Default: the broker's setting. */
  groupBy: GroupBy.optional(),
  /** Default: the broker's setting. */
  currency: Currency.optional(),
  /** Only aircraft of these categories; any where missing. */
  categories: WantedCategories.optional(),
  /** Fuel stops allowed in each leg; any number where missing. */
  maxFuelStops: MaxFuelStops.nullish(),
  locale: Locale.optional(),
});
export type SearchRequest = z.infer<typeof SearchRequest>;
/** The same before its defaults are filled in. */
export type SearchRequestInput = z.input<typeof SearchRequest>;

/** What `POST /searches` answers: cheapest first. Nothing of it is stored. */
export const SearchResponse = z.strictObject({
  /** Sealed. Send it back with the chosen options. */
  search: z.string().min(1).max(8192),
  /** When the tokens stop opening, ISO 8601 UTC. */
  expiresAt: z.iso.datetime(),
  currency: Currency,
  options: z.array(Option),
});
export type SearchResponse = z.infer<typeof SearchResponse>;
