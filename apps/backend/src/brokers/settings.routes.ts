import type { BrokerSettings, WidgetSettings } from "@liftline/schema";
import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";

/** What the widget needs to draw itself for an embed key. */
export function settingsRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/", (context) => {
    const { name, settings } = context.get("broker");
    return context.json(widgetSettings(name, settings));
  });
}

/** Field by field: what a broker decides about the backend is nobody's business in a browser. */
function widgetSettings(name: string, settings: BrokerSettings): WidgetSettings {
  const { contact, languages, currency, groupBy, prices, privacyPolicy, confirmationMail } = settings;
  return { contact, languages, currency, groupBy, prices, privacyPolicy, confirmationMail, name };
}
