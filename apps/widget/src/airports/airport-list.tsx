import type { RefObject, VNode } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Translate } from "../messages/catalogue.ts";
import { usePopup } from "../ui/use-popup.ts";
import { useWidget } from "../widget-context.ts";
import { aroundMe } from "./list-choices.ts";
import { namePlace } from "./name-place.ts";
import type { Place } from "../searches/trip.ts";
import type { AirportFieldState } from "./use-airport-field.ts";

interface AirportListProps {
  id: string;
  label: string;
  field: AirportFieldState;
  /** What it opens beside. */
  anchor: RefObject<HTMLElement | null>;
}

/** The choices under an airport field, or why there are none. */
export function AirportList({ id, label, field, anchor }: AirportListProps): VNode {
  const { t, announce } = useWidget();
  const { groups, airports } = field;
  const remark = remarkOn(field, t);
  const popup = useRef<HTMLDivElement>(null);
  usePopup(anchor, popup);
  useEffect(() => {
    if (airports.status === "found" || airports.status === "failed")
      announce(remark ?? t("airports.count", { count: groups.flatMap(({ choices }) => choices).length }));
  }, [airports]);
  let index = 0;
  return (
    // The press of a mouse must not take the focus off the field, or the list would be gone before the click.
    <div class="popup" part="popup" popover="manual" ref={popup} onMouseDown={(event) => event.preventDefault()}>
      {remark && <p class="list-remark">{remark}</p>}
      <div role="listbox" id={`${id}-list`} aria-label={label} aria-busy={airports.status === "loading"}>
        {groups.map(({ heading, city, choices }) => {
          const title = heading && t(heading, { city });
          return (
            <div role="group" aria-label={title || label}>
              {title && (
                <div class="list-heading" aria-hidden="true">
                  {title}
                </div>
              )}
              {choices.map((choice) => (
                <ListChoice
                  key={choice.code}
                  id={`${id}-${index}`}
                  choice={choice}
                  grouped={!!city}
                  active={index++ === field.active}
                  onPick={field.pick}
                />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** What there is to say beside the choices. */
function remarkOn({ airports, query }: AirportFieldState, t: Translate): string | null {
  const { status } = airports;
  if (status === "idle" || (status === "found" && airports.airports.length > 0)) return null;
  if (status === "loading") return t("airports.loading");
  if (query === null) return t("airports.no-position");
  return t(status === "found" ? "airports.none" : "airports.failed");
}

interface ListChoiceProps {
  id: string;
  choice: Place;
  /** Under its city's heading: then the city need not be said again. */
  grouped: boolean;
  active: boolean;
  onPick: (choice: Place) => void;
}

function ListChoice({ id, choice, grouped, active, onPick }: ListChoiceProps): VNode {
  const { t } = useWidget();
  const row = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (active) row.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const { code, name, city, country } = choice;
  const shown = namePlace(choice);
  // Taken as it was typed: a code that we could not look up, or the visitor's own words.
  const words =
    choice === aroundMe ? t("airports.near") : (!code || shown === code) && t("airports.own-words", { text: shown });
  const where = [!grouped && !name.toLowerCase().includes(city.toLowerCase()) && city, country];
  return (
    <div
      class="choice"
      role="option"
      part="option"
      id={id}
      aria-selected={active}
      ref={row}
      onClick={() => onPick(choice)}
    >
      {words ? (
        <div class="choice-name">{words}</div>
      ) : (
        <>
          <div class="choice-name">
            {name || shown}
            <div class="choice-where">{where.filter(Boolean).join(", ")}</div>
          </div>
          <span class="code">{code}</span>
        </>
      )}
    </div>
  );
}
