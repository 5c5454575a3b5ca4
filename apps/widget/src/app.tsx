import { createClient, type Client } from "@liftline/api-client";
import type { WidgetSettings } from "@liftline/schema";
import type { VNode } from "preact";
import { useCallback, useEffect, useErrorBoundary, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { createDayFormat } from "./format/day.ts";
import type { LiftlineEvent } from "./events.ts";
import type { Journey, JourneyRules } from "./journey.ts";
import { keepContrast } from "./keep-contrast.ts";
import { loadLater, type Later } from "./load-later.ts";
import { createTranslate, directionOf } from "./messages/create-translate.ts";
import { ownTexts } from "./messages/own-texts.ts";
import type { Texts } from "./messages/pack-texts.ts";
import { formReducer } from "./searches/form-reducer.ts";
import type { Prefill } from "./searches/prefill-trip.ts";
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
  texts: Texts;
  prefill: Prefill;
  emit: (event: LiftlineEvent) => void;
  /** Tells the page's developer. */
  warn: (message: string) => void;
  /** Something of ours broke: what is on screen is no longer to be trusted. */
  fail: (error: unknown) => void;
  /** Asks to be drawn in another language. */
  speak: (language: string) => void;
}

/** The widget: one journey, one screen at a time. Another backend, key or prefill is another one: give it a `key`. */
export function App({ backend, embedKey, language, texts, prefill, emit, warn, fail, speak }: AppProps): VNode {
  const client = useMemo(() => createClient({ baseUrl: backend, embedKey }), []);
  const storage = useMemo(() => createTabStorage(embedKey, () => sessionStorage), []);
  // With its campaign parameters; the site may have gone on to another address since.
  const landing = performance.getEntriesByType("navigation")[0]?.name.split(/[?#]/)[1] ?? "";
  const rules = useRef<JourneyRules>({ reduce: formReducer, eventOf: () => null });
  const start = (): Journey => ({ step: "searching", trip: readTrip(storage, prefill), faults: [] });
  const [journey, dispatch, events] = useJourney({ start, rules, emit });
  const [later, setLater] = useState<Later | null>(null);
  const [stranded, setStranded] = useState(false);
  const settings = useSettings(client, { lang: language, journey, warn });
  const status = useRef<HTMLDivElement>(null);
  const moved = useMoved(journey.step);
  const t = useMemo(
    () =>
      createTranslate(
        { ...later?.texts, ...texts, ...settings?.categoryNames, ...ownTexts(settings?.texts) },
        language,
      ),
    [later, texts, settings],
  );
  const formats = useMemo(() => later && later.createFormats(language, t), [t]);
  const formatDay = useMemo(() => createDayFormat(language), [language]);
  const campaign = useMemo(() => later && later.readCampaign(storage, landing), [later]);
  const leadDraft = useRef(null);
  useErrorBoundary(fail);

  const wantLater = useCallback(async () => {
    const file = await loadLater().catch(() => null);
    if (file) {
      rules.current = file.rules;
      setLater(file);
    }
    setStranded(!file);
    return file;
  }, []);

  useLayoutEffect(() => {
    const languages = settings?.languages;
    // Regions stand in capitals: no language is taken for one.
    if (languages && !languages.join().includes(new Intl.Locale(language).language)) speak(languages[0]!);
  }, [settings, language]);
  useEffect(() => {
    if (settings) later?.pushEvents(settings, events);
  }, [journey, settings]);
  const keepLegible = () => status.current && keepContrast(status.current, warn);
  useEffect(() => void keepLegible(), []);
  // Before the screen shows it: whoever reloads at once finds what they saw.
  useLayoutEffect(() => keepTrip(storage, prefill, journey.trip), [journey.trip]);
  useEffect(() => {
    if (journey.step === "searching" && moved.current) storage.write("request", null);
  }, [journey.step]);
  useEffect(() => {
    // What an earlier page view left: a request to go on with, or a campaign to keep before the next page hides it.
    if (!storage.read("request") && !isCampaign(landing)) return;
    void wantLater().then((file) => {
      const request = file?.readRequest(storage, now());
      if (!request) return;
      moved.first = request.step;
      dispatch({ type: "request-restored", journey: request });
    });
  }, []);

  const widget: Widget = useMemo(
    () => ({
      ...{ client, backend, embedKey, settings, language, t, formatDay, dispatch, now, storage },
      ...{ later, wantLater, stranded, leadDraft, moved, campaign },
      ...formats!,
      announce(text) {
        if (status.current) status.current.textContent = text;
      },
    }),
    [settings, t, stranded],
  );
  return (
    <WidgetContext.Provider value={widget}>
      <div class="root" part="root" lang={language} dir={directionOf(language)}>
        {journey.step === "searching" ? (
          <SearchingScreen journey={journey} moved={moved.current} />
        ) : (
          later && <later.Booking journey={journey} />
        )}
        <div class="unseen" role="status" ref={status} onTransitionEnd={keepLegible} />
      </div>
    </WidgetContext.Provider>
  );
}

/** The parameters by which advertisers know their visitors. */
function isCampaign(query: string): boolean {
  return /utm_|clid|braid|li_fat/.test(query);
}

function now(): Date {
  return new Date();
}

interface SettingsFor {
  lang: string;
  /**
   * Where they did not come, each step asks again: without them no request could carry its consent. So does a request that
   * failed: the broker may have another policy by now.
   */
  journey: Journey;
  warn: (message: string) => void;
}

function useSettings(client: Client, { lang, journey, warn }: SettingsFor): WidgetSettings | null {
  const [settings, setSettings] = useState<WidgetSettings | null>(null);
  const missed = useRef(false);
  useEffect(() => {
    const abort = new AbortController();
    client
      .settings({ signal: abort.signal, lang, cache: settings ? "no-cache" : "default" })
      .then(setSettings, (error: unknown) => {
        missed.current = !abort.signal.aborted;
        if (missed.current) warn(`no settings: ${String(error)}`);
      });
    return () => abort.abort();
  }, [lang, missed.current && journey.step, journey.step === "requesting" && !!journey.failure]);
  return settings;
}

/** Whether the journey has left its first step by the visitor's doing: then a screen that appears may take the focus. */
function useMoved(step: Journey["step"]): { first: string; current: boolean } {
  const moved = useRef<{ first: string; current: boolean }>({ first: step, current: false }).current;
  if (step !== moved.first) moved.current = true;
  return moved;
}
