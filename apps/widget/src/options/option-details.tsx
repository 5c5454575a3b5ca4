import type { Option, OptionLeg } from "@liftline/schema";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { readLocal } from "../format/local-time.ts";
import { Fold } from "../ui/fold.tsx";
import { useWidget, type Widget } from "../widget-context.ts";
import { LegStrip } from "./leg-strip.tsx";
import { aircraftFacts } from "./option-facts.ts";
import { OptionPhoto } from "./option-photo.tsx";
import { showsTimes } from "./shows-times.ts";

interface OptionDetailsProps {
  option: Option;
  name: string;
}

/** What a visitor asks for second. Nothing of it is in the page before it is opened. */
export function OptionDetails(props: OptionDetailsProps): VNode {
  const [opened, setOpened] = useState(false);
  const { t } = useWidget();
  const title = t("option.details");
  return (
    <Fold class="details" onToggle={() => setOpened(true)} title={title} label={`${title} ${props.name}`}>
      {opened && <Details {...props} />}
    </Fold>
  );
}

/** The legs, where times that stand on the card already are not said again; the aircraft; its cabin. */
function Details({ option, name }: OptionDetailsProps): VNode {
  const widget = useWidget();
  const { t, formatDay } = widget;
  const timesSaid = showsTimes(option);
  const cabins = option.photos.filter(({ kind }) => kind === "INTERIOR").slice(0, 2);
  return (
    <div class="details-body">
      <ol class="details-legs" role="list">
        {option.legs.map((leg) => (
          <li>
            <p class="trip-leg">{formatDay(readLocal(leg.departsAt.local).date)}</p>
            {!timesSaid && <LegStrip leg={leg} />}
            <p class="small quiet">{legRemarks(leg, widget)}</p>
          </li>
        ))}
      </ol>
      <dl class="aircraft">
        {aircraftFacts(option, widget).map(
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
      {cabins.map((photo) => (
        <OptionPhoto photos={[photo]} alt={t("option.interior", { option: name })} />
      ))}
    </div>
  );
}

function legRemarks(leg: OptionLeg, { t, formatDuration }: Widget): string {
  const minutes = readLocal(leg.arrivesAt.local).offsetMinutes - readLocal(leg.departsAt.local).offsetMinutes;
  const zone = { city: leg.to.city || leg.to.name, duration: formatDuration.long(Math.abs(minutes)) };
  return [
    leg.timeToBeDecided && t("leg.undecided"),
    `${leg.from.name} – ${leg.to.name}`,
    leg.fuelStops > 0 && t("option.stops", { count: leg.fuelStops }),
    minutes !== 0 && t(minutes > 0 ? "leg.later-by" : "leg.earlier-by", zone),
  ]
    .filter(Boolean)
    .join(" · ");
}
