import type { Option, OptionLeg } from "@liftline/schema";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { readLocal } from "../format/local-time.ts";
import { Icon } from "../ui/icon.tsx";
import { LegStrip } from "./leg-strip.tsx";
import type { CardSurroundings } from "./option-card.tsx";
import { OptionPhoto } from "./option-photo.tsx";

interface OptionDetailsProps {
  option: Option;
  name: string;
  surroundings: CardSurroundings;
}

/** What a visitor asks for second. Nothing of it is in the page before it is opened. */
export function OptionDetails({ option, name, surroundings }: OptionDetailsProps): VNode {
  const [opened, setOpened] = useState(false);
  const { t, backend } = surroundings;
  const cabins = option.photos.filter(({ kind }) => kind === "INTERIOR" || kind === "FLOORPLAN").slice(0, 2);
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
          <Legs legs={option.legs} surroundings={surroundings} />
          <AircraftFacts option={option} surroundings={surroundings} />
          {cabins.map((photo) => (
            <OptionPhoto
              key={photo.url}
              photo={photo}
              backend={backend}
              alt={t(photo.kind === "INTERIOR" ? "option.interior" : "option.photo", { option: name })}
            />
          ))}
        </div>
      )}
    </details>
  );
}

function Legs({ legs, surroundings }: { legs: readonly OptionLeg[]; surroundings: CardSurroundings }): VNode {
  const { t, formats } = surroundings;
  return (
    <ol class="legs" role="list">
      {legs.map((leg, index) => (
        <li key={index}>
          <p class="legs-day">{formats.day(readLocal(leg.departsAt.local).date)}</p>
          <LegStrip leg={leg} t={t} formats={formats} />
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
  const facts: [string, string | null][] = [
    [t("option.year"), aircraft.yearOfMake && String(aircraft.yearOfMake)],
    [t("option.range"), aircraft.rangeNm && `${formats.number(aircraft.rangeNm)} NM`],
    [t("option.speed"), aircraft.cruiseSpeedKt && `${formats.number(aircraft.cruiseSpeedKt)} kt`],
    [t("option.safety"), aircraft.safetyRatings.map(({ standard, level }) => `${standard} ${level}`).join(", ")],
    [t("option.amenities"), aircraft.amenities.join(", ")],
  ].map(([term, fact]) => [String(term), fact ? String(fact) : null]);
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
