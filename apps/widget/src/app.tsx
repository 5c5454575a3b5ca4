import { createClient, type Client } from "@liftline/api-client";
import type { WidgetSettings } from "@liftline/schema";
import type { VNode } from "preact";
import { useCallback, useEffect, useErrorBoundary, useMemo, useRef, useState } from "preact/hooks";
import { createDayFormat, type DayFormat } from "./format/day.ts";
import type { LiftlineEvent } from "./events.ts";
import type { Journey, JourneyAt, JourneyRules } from "./journey.ts";
import { loadLater, useLater } from "./use-later.ts";
import type { FirstCatalogue } from "./messages/catalogue.ts";
import { createTranslate, directionOf } from "./messages/create-translate.ts";
import { formReducer } from "./searches/form-reducer.ts";
import type { Prefill } from "./searches/prefill-trip.ts";
import { searchSubmitted } from "./searches/search-submitted.ts";
import { SearchingScreen } from "./searches/searching-screen.tsx";
import { keepTrip, readTrip } from "./searches/trip-draft.ts";
import { useJourney } from "./use-journey.ts";
import { createTabStorage } from "./tab-storage.ts";
import { WidgetContext, type Widget } from "./widget-context.ts";

export interface AppProps {
  /** Where the backend is, without a slash at the end. */
  backend: string;
  embedKey: string;
  language: string;
  catalogue: FirstCatalogue;
  prefill: Prefill;
  emit: (event: LiftlineEvent) => void;
  adopt: (css: string) => void;
  /** Tells the page's developer. */
  warn: (message: string) => void;
}

/** The widget: one journey, one screen at a time. Another backend, key or prefill is another one: give it a `key`. */
export function App({ backend, embedKey, language, catalogue, prefill, emit, adopt, warn }: AppProps): VNode {
  const client = useMemo(() => createClient({ baseUrl: backend, embedKey }), []);
  const storage = useMemo(() => createTabStorage(embedKey, () => sessionStorage), []);
  const rules = useRef<JourneyRules>({ reduce: formReducer, eventOf: searchSubmitted });
  const start = (): Journey => ({ step: "searching", trip: readTrip(storage, prefill), faults: [] });
  const [journey, dispatch] = useJourney({ start, rules, emit });
  const settings = useSettings(client, warn);
  const status = useRef<HTMLDivElement>(null);
  const announce = useCallback((text: string) => {
    if (status.current) status.current.textContent = text;
  }, []);
  const t = useMemo(() => createTranslate(catalogue, language), [catalogue, language]);
  const formatDay = useMemo(() => lazyDayFormat(language), [language]);
  const moved = useMoved(journey.step);
  const [broken] = useErrorBoundary((error: unknown) => warn(String(error)));

  useEffect(() => keepTrip(storage, prefill, journey.trip), [journey.trip]);
  useEffect(() => {
    if (storage.read("request") || isCampaign(location.search)) takeUp();
  }, []);
  useEffect(() => {
    if (journey.step === "searching" && moved.current) storage.write("request", null);
  }, [journey.step]);
  const leadDraft = useRef(null);

  /** What an earlier page view left: a request to go on with, or a campaign to keep before the next page hides it. */
  function takeUp(): void {
    loadLater().then((later) => {
      rules.current = later.rules;
      later.takeUp(storage, (request) => {
        moved.first = request.step;
        dispatch({ type: "request-restored", journey: request });
      });
    }, ignore);
  }

  const widget: Widget = useMemo(
    () => ({
      ...{ client, backend, settings, language, catalogue, t, formatDay, dispatch, now, announce, adopt, storage },
      ...{ leadDraft, moved, campaign: null },
    }),
    [settings, t],
  );
  return (
    <WidgetContext.Provider value={widget}>
      <div class="root" part="root" lang={language} dir={directionOf(language)}>
        <CurrentScreen journey={broken ? brokenOff(journey) : journey} moved={moved.current} rules={rules} />
        <div class="unseen" role="status" ref={status} />
      </div>
    </WidgetContext.Provider>
  );
}

interface CurrentScreenProps {
  journey: Journey;
  moved: boolean;
  rules: { current: JourneyRules };
}

function CurrentScreen({ journey, moved, rules }: CurrentScreenProps): VNode {
  return journey.step === "searching" ? (
    <SearchingScreen journey={journey} moved={moved} />
  ) : (
    <LaterScreen journey={journey} rules={rules} />
  );
}

interface LaterScreenProps {
  journey: Exclude<Journey, { step: "searching" }>;
  rules: { current: JourneyRules };
}

/**
 * Every screen but the first lies in a file of its own, which is fetched as soon as the visitor touches the form. Should
 * it still be on its way, the form waits; should it not come at all, the form says so.
 */
function LaterScreen({ journey, rules }: LaterScreenProps): VNode {
  const later = useLater();
  if (later && later !== "failed") {
    rules.current = later.rules;
    return (
      <later.Later>
        <later.Booking journey={journey} />
      </later.Later>
    );
  }
  return (
    <SearchingScreen
      journey={{ step: "searching", trip: journey.trip, faults: [] }}
      moved={false}
      state={later ? "stranded" : "busy"}
    />
  );
}

/** The parameters by which advertisers know their visitors. */
function isCampaign(query: string): boolean {
  return /utm_|clid|braid|li_fat/.test(query);
}

function now(): Date {
  return new Date();
}

/** A file that does not come is asked for again when it is needed. */
function ignore(): void {}

/** Where our own code failed: the way on is the same as for a failed search. */
function brokenOff({ trip }: Journey): JourneyAt<"failed"> {
  const failure = { kind: "refused", code: "internal", requestId: null, retryAfterSeconds: null, errors: [] } as const;
  return { step: "failed", trip, failure };
}

function useSettings(client: Client, warn: (message: string) => void): WidgetSettings | null {
  const [settings, setSettings] = useState<WidgetSettings | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    client
      .settings({ signal: abort.signal })
      .then(
        setSettings,
        (error: unknown) => abort.signal.aborted || warn(`the broker's settings did not come: ${error}`),
      );
    return () => abort.abort();
  }, []);
  return settings;
}

/** Whether the journey has left its first step by the visitor's doing: then a screen that appears may take the focus. */
function useMoved(step: Journey["step"]): { first: string; current: boolean } {
  const moved = useRef({ first: step as string, current: false }).current;
  if (step !== moved.first) moved.current = true;
  return moved;
}

function lazyDayFormat(language: string): DayFormat {
  let format: DayFormat | null = null;
  return (date) => (format ??= createDayFormat(language))(date);
}
