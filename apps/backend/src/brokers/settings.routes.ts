import { WidgetSettings, WidgetSettingsQuery } from "@liftline/schema";
import { Hono } from "hono";
import type { AirportIndex } from "../airports/airport-index.ts";
import type { AppEnv } from "../http/context.ts";
import { readInput } from "../http/read-body.ts";
import type { Broker } from "./broker.ts";
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
    const broker = context.get("broker");
    const texts = lang === undefined ? [] : ownTextList(broker.settings, lang);
    return context.json({ ...widgetSettings(broker, dependencies.airportIndex), texts } satisfies WidgetSettings);
  });
}

/** Only what the public shape names: what a broker decides about the backend is nobody's business in a browser. */
function widgetSettings({ name, settings }: Broker, airportIndex: Pick<AirportIndex, "find">): WidgetSettings {
  const favouriteAirports = settings.favouriteAirports.flatMap((code) => airportIndex.find(code) ?? []);
  const shown = Object.entries({ ...settings, name, favouriteAirports, texts: [] }).filter(([field]) =>
    shownFields.has(field),
  );
  return WidgetSettings.parse(Object.fromEntries(shown));
}

const shownFields = new Set(Object.keys(WidgetSettings.shape));
