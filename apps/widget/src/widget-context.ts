import type { Client } from "@liftline/api-client";
import type { WidgetSettings } from "@liftline/schema";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { DayFormat } from "./format/day.ts";
import type { Dispatch } from "./journey.ts";
import type { LeadDraft } from "./leads/lead-draft.ts";
import type { Later } from "./load-later.ts";
import type { Translate } from "./messages/catalogue.ts";
import type { Formats } from "./options/create-formats.ts";

/** What every screen may lean on. The formats come with the later file, for the screens that it holds. */
export interface Widget extends Formats {
  client: Client;
  /** Where the backend is, for addresses that it gives as paths (photos). */
  backend: string;
  /** The broker's public key. */
  embedKey: string;
  /** Null until they have come; the form does not wait for them. */
  settings: WidgetSettings | null;
  /** BCP 47, as the page or the attribute says. */
  language: string;
  t: Translate;
  /** A day in words. Made when it is first used: `Intl` has no place in the first paint. */
  formatDay: DayFormat;
  dispatch: Dispatch;
  /** The file with everything but the form; null until it has come. */
  later: Later | null;
  /** Asks for it. Null where it cannot be had: then `stranded` is set. */
  wantLater: () => Promise<Later | null>;
  /** It was wanted and did not come. */
  stranded: boolean;
  /** The clock. */
  now: () => Date;
  /** Says it to screen readers, politely. */
  announce: (text: string) => void;
  /** Where the trip and recent airports are kept in this tab. */
  storage: TabStorage;
  /** What the visitor has typed into the request. Contact data: in memory only, as long as the widget is on the page. */
  leadDraft: { current: LeadDraft | null };
  /** Whether the visitor has moved the journey on: only then may a screen that appears take the focus. */
  moved: { readonly current: boolean };
  /** What brought the visitor here (`utm_*`, click ids), for the lead. */
  campaign: Readonly<Record<string, string>> | null;
}

/** What outlives a reload: `sessionStorage` under the embed key. Never contact data. */
export interface TabStorage {
  read: (name: string) => unknown;
  write: (name: string, value: unknown) => void;
}

export const WidgetContext = createContext<Widget | null>(null);

/** The widget that this component is part of: none is drawn outside of one. */
export function useWidget(): Widget {
  return useContext(WidgetContext)!;
}
