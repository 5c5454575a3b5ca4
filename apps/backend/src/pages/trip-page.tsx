import type { Airport, SearchLeg } from "@liftline/schema";
import { Page, Ways, type PageView } from "./page.tsx";

export interface TripView extends PageView {
  legs: readonly SearchLeg[];
  /** The same as the address has them. */
  trip: string;
  /** ISO 4217; null: the broker's own. */
  currency: string | null;
  /** Airports that we know, by code. */
  findAirport: (code: string) => Airport | undefined;
  /** Today in the last zone on earth to see it, `YYYY-MM-DD`. */
  today: string;
  /** Whether the widget may run on this page. */
  canSearch: boolean;
}

/** A trip as a timetable, readable without a script, and a search that begins with it. */
export function TripPage({ view }: { view: TripView }) {
  const { broker, t, legs, today, canSearch } = view;
  const isPast = legs.some(({ date }) => date < today);
  const title = tripTitle(view);
  const description = legs.map((leg) => legInWords(view, leg)).join(" · ");
  return (
    <Page view={view} title={`${title} · ${broker.name}`} description={description} isPrivate withSearch={canSearch}>
      <div class="trip">
        <h1>{title}</h1>
        <p class="lead">{isPast ? t("trip.past") : t(canSearch ? "trip.lead" : "trip.lead-plain")}</p>
        <ol class="legs">
          {legs.map((leg) => (
            <Leg view={view} leg={leg} />
          ))}
        </ol>
        <p class="note">{t("trip.times")}</p>
      </div>
      {canSearch && (
        <section class="search" id="search" aria-labelledby="search-title">
          <h2 id="search-title">{t("trip.search")}</h2>
          <div class="search">
            <liftline-search {...prefill(view)}>
              <p class="panel fallback">{t("no-script")}</p>
            </liftline-search>
          </div>
        </section>
      )}
      <section class="panel" aria-labelledby="contact">
        <h2 id="contact">{t("contact.title")}</h2>
        <Ways view={view} />
      </section>
    </Page>
  );
}

function Leg({ view, leg }: { view: TripView; leg: SearchLeg }) {
  const { t, language } = view;
  const isArrival = leg.timeMeans === "arrival";
  return (
    <li class="panel leg">
      <p class="day">
        <time datetime={leg.date}>{dayInWords(leg.date, language)}</time>
      </p>
      <Stop view={view} code={leg.from} clock={isArrival ? null : leg.time} />
      <svg class="way" viewBox="0 0 96 12" preserveAspectRatio="xMaxYMid slice" aria-hidden="true">
        <path d="M0 6h94M88 1l6 5-6 5" fill="none" stroke="currentColor" stroke-width="1.5" />
      </svg>
      <Stop view={view} code={leg.to} clock={isArrival ? leg.time : null} />
      <p class="note">
        {t("trip.passengers", { count: leg.passengers })}
        {leg.time === null && ` · ${t("trip.open")}`}
        {leg.time !== null && isArrival && ` · ${t("trip.arrives")}`}
      </p>
    </li>
  );
}

function Stop({ view, code, clock }: { view: TripView; code: string; clock: string | null }) {
  const airport = view.findAirport(code);
  return (
    <div class="stop">
      <span class="code">{code}</span>
      {clock && <span class="clock">{clock}</span>}
      {airport && (
        <span class="place">
          <bdi>{placeName(airport)}</bdi>
        </span>
      )}
    </div>
  );
}

/** Attributes of contract §4. */
function prefill({ embedKey, language, trip, currency }: TripView): Record<string, string> {
  return { "embed-key": embedKey, lang: language, trip, ...(currency && { currency }) };
}

function tripTitle({ t, legs, findAirport }: TripView): string {
  const city = (code: string) => findAirport(code)?.city ?? code;
  const [first, last] = [legs[0], legs.at(-1)];
  // A round trip is named by where it turns.
  const to = first && last && legs.length > 1 && last.to === first.from ? first.to : last?.to;
  return t("trip.title", { from: city(first?.from ?? ""), to: city(to ?? "") });
}

function legInWords({ language, t }: TripView, { from, to, date, time, passengers }: SearchLeg): string {
  return [
    `${from} – ${to}`,
    dayInWords(date, language),
    time ?? t("trip.open"),
    t("trip.passengers", { count: passengers }),
  ].join(", ");
}

/** Read and written in UTC, so that no zone can move the day. */
function dayInWords(date: string, language: string): string {
  const format = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
  return new Intl.DateTimeFormat(language, { ...format, numberingSystem: "latn", timeZone: "UTC" }).format(
    Date.parse(date),
  );
}

function placeName({ city, name }: Airport): string {
  return name === city || name.startsWith(`${city} `) ? name : `${city}, ${name}`;
}
