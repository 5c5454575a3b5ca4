/** What others publish on npm to be put into a page. */
export interface Embed {
  name: string;
  /** Exactly one, so that two runs weigh the same. */
  version: string;
  /**
   * `app`: what a visitor uses is in it · `control`: one field of a form · `loader`: fetches the app from servers of its
   * own when it runs, which is not counted.
   */
  kind: "app" | "control" | "loader";
  /** What a page would write; null: it is a finished file and taken as it is. */
  code: string | null;
  /** The finished file. */
  file?: string;
  /** Packages that it needs beside it and does not bring. */
  beside?: readonly string[];
  /** What it is. */
  what: string;
}

const react = ["react@19.3.1", "react-dom@19.3.1"];

export const publishedEmbeds: readonly Embed[] = [
  {
    ...{ name: "airport-one-embeddable-widgets", version: "2.29.33", kind: "app", code: null },
    file: "dist/airport-one-embeddable-widgets.iife.js",
    what: "flight search form, a custom element",
  },
  {
    ...{ name: "@travelswitchhq/flight-search-react", version: "1.2.2", kind: "app", beside: react },
    code: `import * as it from "@travelswitchhq/flight-search-react"; globalThis.it = { ...it };`,
    what: "flight search form, with React 19",
  },
  {
    ...{ name: "@duffel/components", version: "3.17.0", kind: "app", beside: react },
    code: `import * as it from "@duffel/components/custom-elements"; globalThis.it = { ...it };`,
    what: "flight ancillaries, custom elements, with React 19",
  },
  {
    ...{ name: "@nuitee/booking-widget", version: "1.0.14", kind: "app", code: null },
    file: "dist/booking-widget-standalone.js",
    what: "hotel booking",
  },
  {
    ...{ name: "@growflowstudio/growflowbooking-widget", version: "2.4.0", kind: "app", code: null },
    file: "dist/booking-widget.umd.cjs",
    what: "appointments, without the React it needs",
  },
  {
    ...{ name: "@calcom/embed-core", version: "1.5.3", kind: "loader", code: null, file: "dist/embed/embed.js" },
    what: "appointments: the app comes in a frame",
  },
  {
    ...{ name: "@typeform/embed", version: "6.1.1", kind: "loader" },
    code: `import { createWidget } from "@typeform/embed"; globalThis.it = createWidget;`,
    what: "forms: the app comes in a frame",
  },
  {
    ...{ name: "crisp-sdk-web", version: "1.2.1", kind: "loader" },
    code: `import { Crisp } from "crisp-sdk-web"; globalThis.it = Crisp;`,
    what: "chat",
  },
  {
    ...{ name: "@intercom/messenger-js-sdk", version: "0.0.20", kind: "loader" },
    code: `import Intercom from "@intercom/messenger-js-sdk"; globalThis.it = Intercom;`,
    what: "chat",
  },
  {
    ...{ name: "@stripe/stripe-js", version: "10.2.1", kind: "loader" },
    code: `import { loadStripe } from "@stripe/stripe-js"; globalThis.it = loadStripe;`,
    what: "payments",
  },
  {
    ...{ name: "@calcom/embed-snippet", version: "1.3.3", kind: "loader" },
    code: `import Cal from "@calcom/embed-snippet"; globalThis.it = Cal;`,
    what: "appointments",
  },
  {
    ...{ name: "@algolia/autocomplete-js", version: "1.19.12", kind: "control" },
    code: `import { autocomplete } from "@algolia/autocomplete-js"; globalThis.it = autocomplete;`,
    what: "one combobox, on Preact",
  },
  {
    ...{ name: "flatpickr", version: "4.6.13", kind: "control" },
    code: `import flatpickr from "flatpickr"; globalThis.it = flatpickr;`,
    what: "one date picker, without its style sheet",
  },
  {
    ...{ name: "emoji-picker-element", version: "1.29.1", kind: "control" },
    code: `import "emoji-picker-element";`,
    what: "one picker, the lean reference among custom elements",
  },
];
