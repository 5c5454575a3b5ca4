import type { Option, OptionLeg } from "@liftline/schema";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { readLocal } from "../format/local-time.ts";
import type { Translate } from "../messages/catalogue.ts";
import { Fold } from "../ui/fold.tsx";
import { useWidget } from "../widget-context.ts";
import { LegStrip } from "./leg-strip.tsx";
import { aircraftFacts } from "./option-facts.ts";
import { OptionPhoto } from "./option-photo.tsx";
import { showsTimes } from "./shows-times.ts";
import { useFormats, type Formats } from "./use-formats.ts";

interface OptionDetailsProps {
  option: Option;
  name: string;
}

/** What a visitor asks for second. Nothing of it is in the page before it is opened. */
export function OptionDetails({ option, name }: OptionDetailsProps): VNode {
  const [opened, setOpened] = useState(false);
  const { t } = useWidget();
  const cabins = option.photos.filter(({ kind }) => kind === "INTERIOR").slice(0, 2);
  return (
    <Fold
      class="details"
      onToggle={() => setOpened(true)}
      title={t("option.details")}
      label={`${t("option.details")} ${name}`}
    >
      {opened && (
        <div class="details-body">
          <Legs option={option} />
          <AircraftFacts option={option} />
          {cabins.map((photo) => (
            <OptionPhoto photos={[photo]} alt={t("option.interior", { option: name })} />
          ))}
        </div>
      )}
    </Fold>
  );
}

/** The legs; times that stand on the card already are not said again. */
function Legs({ option }: { option: Option }): VNode {
  const { t, formatDay } = useWidget();
  const formats = useFormats();
  const timesSaid = showsTimes(option);
  return (
    <ol class="details-legs" role="list">
      {option.legs.map((leg) => (
        <li>
          <p class="trip-leg">{formatDay(readLocal(leg.departsAt.local).date)}</p>
          {!timesSaid && <LegStrip leg={leg} />}
          <p class="small quiet">{legRemarks(leg, { t, formats }).join(" · ")}</p>
        </li>
      ))}
    </ol>
  );
}

function legRemarks(leg: OptionLeg, { t, formats }: { t: Translate; formats: Formats }): string[] {
  const minutes = readLocal(leg.arrivesAt.local).offsetMinutes - readLocal(leg.departsAt.local).offsetMinutes;
  const zone = { city: leg.to.city || leg.to.name, duration: formats.duration.long(Math.abs(minutes)) };
  return [
    leg.timeToBeDecided && t("leg.undecided"),
    `${leg.from.name} – ${leg.to.name}`,
    leg.fuelStops > 0 && t("option.stops", { count: leg.fuelStops }),
    minutes !== 0 && t(minutes > 0 ? "leg.later-by" : "leg.earlier-by", zone),
  ].filter((remark) => remark !== false);
}

function AircraftFacts({ option }: { option: Option }): VNode {
  const { t } = useWidget();
  const formats = useFormats();
  return (
    <dl class="aircraft">
      {aircraftFacts(option, { t, formats }).map(
        ([term, fact]) =>
          fact && (
            <div>
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
