import type { Option } from "@liftline/schema";
import type { Translate } from "../messages/catalogue.ts";
import { fuelStops } from "./sort-options.ts";
import type { Widget } from "../widget-context.ts";

/** How many can sit; of a group, in the largest. */
export function seatsOf(t: Translate, { aircraftCount, maxPassengers }: Option): string {
  const seats = t("option.seats", { count: maxPassengers });
  return aircraftCount > 1 ? t("option.seats-up-to", { seats }) : seats;
}

/** Fuel stops over all legs, in words. */
export function stopsOf(t: Translate, option: Option): string {
  const count = fuelStops(option);
  return count > 0 ? t("option.stops", { count }) : t("options.without-stops");
}

/** How many options are shown, and of how many, where some are not. */
export function countOf(t: Translate, count: number, all: number): string {
  return count === all ? t("options.count", { count }) : t("options.left", { count, all });
}

/** What may be known of a single aircraft, always in this order; nothing beside what is not known. */
export function aircraftFacts({ aircraft }: Option, { t, formatNumber }: Widget) {
  const { yearOfMake, rangeNm, cruiseSpeedKt, safetyRatings, amenities } = aircraft ?? {};
  return [
    [t("option.year"), yearOfMake],
    [t("option.range"), rangeNm && `${formatNumber(rangeNm)} NM`],
    [t("option.speed"), cruiseSpeedKt && `${formatNumber(cruiseSpeedKt)} kt`],
    [t("option.safety"), safetyRatings?.map(({ standard, level }) => `${standard} ${level}`).join(", ")],
    [t("option.amenities"), amenities?.join(", ")],
  ] as const;
}
