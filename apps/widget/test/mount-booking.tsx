import type { Client } from "@liftline/api-client";
import { categoryNames, nearestLanguage, type WidgetSettings } from "@liftline/schema";
import { render, type VNode } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { Booking, rules } from "../src/booking.tsx";
import type { LiftlineEvent } from "../src/events.ts";
import { createFormats } from "../src/options/create-formats.ts";
import { createDayFormat } from "../src/format/day.ts";
import type { Journey } from "../src/journey.ts";
import { createTranslate, directionOf } from "../src/messages/create-translate.ts";
import { texts as firstTexts } from "../src/messages/english-first.ts";
import { texts as laterTexts } from "../src/messages/english-later.ts";
import type { Texts } from "../src/messages/pack-texts.ts";
import css from "../src/styles/widget.css?inline";
import { useJourney } from "../src/use-journey.ts";
import { settings as canned } from "./canned-answers.ts";
import { memoryStorage } from "./memory-storage.ts";
import { WidgetContext, type TabStorage, type Widget } from "../src/widget-context.ts";

export interface BookingStage {
  journey: Journey;
  client?: Partial<Client>;
  settings?: Partial<WidgetSettings>;
  language?: string;
  /** Prefix of photo addresses. */
  backend?: string;
  storage?: TabStorage;
  campaign?: Record<string, string>;
}

export interface MountedBooking {
  host: HTMLElement;
  root: ShadowRoot;
  /** The journey as it stands. */
  journey: () => Journey;
  events: LiftlineEvent[];
  /** What was said to screen readers last. */
  said: () => string;
  unmount: () => void;
}

const settings: WidgetSettings = {
  ...canned,
  contact: { phone: "+44 20 7946 0000", email: "fly@demo-charter.example" },
  currency: { default: "EUR", offered: ["EUR", "USD"] },
  privacyPolicy: null,
};

/** The screens after the search in a shadow root of their own, from any step, with the backend played by the caller. */
export function mountBooking(stage: BookingStage): MountedBooking {
  const host = document.body.appendChild(document.createElement("div"));
  const root = host.attachShadow({ mode: "open" });
  const held: { journey: Journey; said: string } = { journey: stage.journey, said: "" };
  const events: LiftlineEvent[] = [];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
  render(<Stage stage={stage} held={held} emit={(event) => events.push(event)} />, root);
  return {
    host,
    root,
    events,
    journey: () => held.journey,
    said: () => held.said,
    unmount() {
      render(null, root);
      host.remove();
    },
  };
}

interface StageProps {
  stage: BookingStage;
  held: { journey: Journey; said: string };
  emit: (event: LiftlineEvent) => void;
}

function Stage({ stage, held, emit }: StageProps): VNode {
  const language = stage.language ?? "en-GB";
  const client = useMemo(() => playedClient(stage.client ?? {}), []);
  const [journey, dispatch] = useJourney({ emit, rules: { current: rules }, start: () => stage.journey });
  const leadDraft = useRef(null);
  const moved = useRef(false);
  const first = useRef(journey.step);
  if (journey.step !== first.current) moved.current = true;
  held.journey = journey;
  const t = useMemo(
    () => createTranslate({ ...textsOf(language), ...categoryNames[nearestLanguage(language) ?? "en-GB"] }, language),
    [],
  );
  const widget: Widget = useMemo(
    () => ({
      client,
      language,
      t,
      dispatch,
      leadDraft,
      moved,
      backend: stage.backend ?? "",
      embedKey: "pk_demo",
      settings: { ...settings, ...stage.settings },
      ...{ later: null, wantLater: () => Promise.resolve(null), stranded: false },
      ...createFormats(language, t),
      formatDay: createDayFormat(language),
      now: () => new Date("2026-12-01T10:00:00Z"),
      announce: (text) => {
        held.said = text;
      },
      storage: stage.storage ?? memoryStorage(),
      campaign: stage.campaign ?? null,
    }),
    [],
  );
  return (
    <WidgetContext.Provider value={widget}>
      <div class="root" lang={language} dir={directionOf(language)}>
        {journey.step === "searching" || journey.step === "waiting" ? (
          <p>{journey.step}</p>
        ) : (
          <Booking journey={journey} />
        )}
      </div>
    </WidgetContext.Provider>
  );
}

const files = import.meta.glob<Texts>("../src/messages/{ar,de,en-us,es,fr,he,it,nl,pt-br,ru,zh}.ts", {
  eager: true,
  import: "texts",
});

/** A language with English below it. */
function textsOf(language: string): Texts {
  return { ...firstTexts, ...laterTexts, ...files[`../src/messages/${language.toLowerCase()}.ts`] };
}

/** A backend that never answers. */
function silent(): Promise<never> {
  return new Promise(() => undefined);
}

function playedClient(played: Partial<Client>): Client {
  return { settings: silent, findAirports: silent, searchOptions: silent, submitLead: silent, ...played };
}
