import type { Option, OptionLeg } from "@liftline/schema";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { readLocal } from "../format/local-time.ts";
import { Icon } from "../ui/icon.tsx";
import type { CardSurroundings } from "./card-surroundings.ts";
import { LegStrip } from "./leg-strip.tsx";
import { OptionPhoto } from "./option-photo.tsx";
import { showsTimes } from "./shows-times.ts";

interface OptionDetailsProps {
  option: Option;
  name: string;
  surroundings: CardSurroundings;
}

/** What a visitor asks for second. Nothing of it is in the page before it is opened. */
export function OptionDetails({ option, name, surroundings }: OptionDetailsProps): VNode {
  const [opened, setOpened] = useState(false);
  const { t, backend } = surroundings;
  const cabins = option.photos.filter(({ kind }) => kind === "INTERIOR").slice(0, 2);
  return (
    <details class="details" onToggle={() => setOpened(true)}>
      <summary class="details-summary">
        <span>
          {t("option.details")}
          <span class="unseen"> {name}</span>
        </span>
        <Icon name="chevron" />
      </summary>
      {opened && (
        <div class="details-body">
          <Legs option={option} surroundings={surroundings} />
          <AircraftFacts option={option} surroundings={surroundings} />
          {cabins.map((photo) => (
            <OptionPhoto key={photo.url} photo={photo} backend={backend} alt={t("option.interior", { option: name })} />
          ))}
        </div>
      )}
    </details>
  );
}

/** The legs; times that stand on the card already are not said again. */
function Legs({ option, surroundings }: Omit<OptionDetailsProps, "name">): VNode {
  const { t, formats } = surroundings;
  const timesSaid = showsTimes(option);
  return (
    <ol class="details-legs" role="list">
      {option.legs.map((leg, index) => (
        <li key={index}>
          <p class="details-day">{formats.day(readLocal(leg.departsAt.local).date)}</p>
          {!timesSaid && <LegStrip leg={leg} t={t} formats={formats} />}
          <p class="small quiet">{legRemarks(leg, surroundings).join(" · ")}</p>
        </li>
      ))}
    </ol>
  );
}

function legRemarks(leg: OptionLeg, { t, formats }: CardSurroundings): string[] {
  const minutes = readLocal(leg.arrivesAt.local).offsetMinutes - readLocal(leg.departsAt.local).offsetMinutes;
  const zone = { city: leg.to.city || leg.to.name, duration: formats.duration.long(Math.abs(minutes)) };
  return [
    leg.timeToBeDecided ? t("leg.undecided") : "",
    `${leg.from.name} – ${leg.to.name}`,
    leg.fuelStops > 0 ? t("option.stops", { count: leg.fuelStops }) : "",
    minutes === 0 ? "" : t(minutes > 0 ? "leg.later-by" : "leg.earlier-by", zone),
  ].filter(Boolean);
}

function AircraftFacts({ option, surroundings }: Omit<OptionDetailsProps, "name">): VNode | null {
  const { t, formats } = surroundings;
  const { aircraft } = option;
  if (!aircraft) return null;
  const { yearOfMake, rangeNm, cruiseSpeedKt, safetyRatings, amenities } = aircraft;
  const facts: [term: string, fact: string][] = [
    [t("option.year"), yearOfMake === null ? "" : String(yearOfMake)],
    [t("option.range"), rangeNm ? `${formats.number(rangeNm)} NM` : ""],
    [t("option.speed"), cruiseSpeedKt ? `${formats.number(cruiseSpeedKt)} kt` : ""],
    [t("option.safety"), safetyRatings.map(({ standard, level }) => `${standard} ${level}`).join(", ")],
    [t("option.amenities"), amenities.join(", ")],
  ];
  return (
    <dl class="aircraft">
      {facts.map(
        ([term, fact]) =>
          fact && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <bdi>{fact}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
