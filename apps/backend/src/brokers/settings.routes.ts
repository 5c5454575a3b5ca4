import type { WidgetSettings } from "@liftline/schema";
import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";

/** What the widget needs to draw itself for an embed key. */
export function settingsRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/", (context) => {
    const { name, settings } = context.get("broker");
    const answer: WidgetSettings = { ...settings, name };
    return context.json(answer);
  });
}
