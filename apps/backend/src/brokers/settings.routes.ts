import { WidgetSettings, WidgetSettingsQuery, type BrokerSettings, type BrokerText } from "@liftline/schema";
import { Hono } from "hono";
import type { AirportIndex } from "../airports/airport-index.ts";
import type { AppEnv } from "../http/context.ts";
import { readInput } from "../http/read-body.ts";
import type { Broker } from "./broker.ts";
import { textIn } from "../pages/page-language.ts";
import { categoryNamesIn } from "./category-names.ts";
import { ownTextList } from "./own-texts.ts";

/**
 * What the widget needs to draw itself for an embed key. It takes no marketplace and no database, and it may be
 * kept for when we are down: phone and mail are in it. Not for longer where we answer, because a request that does not fit the
 * settings of now (a policy to consent to) is refused.
 */
export function settingsRoutes(dependencies: { airportIndex: Pick<AirportIndex, "find"> }): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/", (context) => {
    const { lang } = readInput(WidgetSettingsQuery, context.req.query());
    context.header("Cache-Control", "private, max-age=60, stale-if-error=86400");
    context.header("Vary", "X-Embed-Key", { append: true });
    return context.json(widgetSettings(context.get("broker"), { lang, airportIndex: dependencies.airportIndex }));
  });
}

interface Asked {
  lang: string | undefined;
  airportIndex: Pick<AirportIndex, "find">;
}

/** Only what the public shape names: what a broker decides about the backend is nobody's business in a browser. */
function widgetSettings({ name, settings }: Broker, { lang, airportIndex }: Asked): WidgetSettings {
  const inLanguage = (text: BrokerText | null) => textIn(text, [lang ?? "", ...settings.languages])?.text ?? null;
  const all = {
    ...settings,
    name,
    favouriteAirports: settings.favouriteAirports.flatMap((code) => airportIndex.find(code) ?? []),
    safety: { ...settings.safety, text: inLanguage(settings.safety.text) },
    company: inLanguage(settings.company),
    categoryTexts: Object.fromEntries(
      settings.categories.flatMap((category) => {
        const text = inLanguage(settings.categoryTexts[category] ?? null);
        return text === null ? [] : [[category, text]];
      }),
    ),
    texts: lang === undefined ? [] : ownTextList(settings, lang),
    categoryNames: namesOfOffered(settings, lang),
  };
  return WidgetSettings.parse(Object.fromEntries(Object.entries(all).filter(([field]) => shownFields.has(field))));
}

/** What the widget need not carry in twelve languages. */
function namesOfOffered(settings: BrokerSettings, lang = ""): WidgetSettings["categoryNames"] {
  const { categories } = settings;
  const names = categoryNamesIn(settings, lang);
  return Object.fromEntries(categories.map((category) => [category, names[category]]));
}

const shownFields = new Set(Object.keys(WidgetSettings.shape));
