import { Hono } from "hono";
import { airportsRoutes } from "./airports/airports.routes.ts";
import { settingsRoutes } from "./brokers/settings.routes.ts";
import { calendarsRoutes } from "./calendars/calendars.routes.ts";
import type { Dependencies } from "./dependencies.ts";
import type { AppEnv } from "./http/context.ts";
import { createGate } from "./http/gate.ts";
import { healthRoutes } from "./http/health.routes.ts";
import { limitAddress } from "./http/limit-address.ts";
import { createErrorHandler } from "./http/problem-response.ts";
import type { RateLimitName } from "./http/rate-limits.ts";
import { requestLog } from "./http/request-log.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { refuseUnknown } from "./http/refuse-unknown.ts";
import { widgetRoutes } from "./http/widget.routes.ts";
import { notificationsRoutes } from "./notifications/notifications.routes.ts";
import { hostedRoutes } from "./pages/hosted.routes.tsx";
import { tripsRoutes } from "./pages/trips.routes.tsx";
import { metricsRoutes } from "./metrics/metrics.routes.ts";
import { photosRoutes } from "./photos/photos.routes.ts";
import { referenceRoutes } from "./reference/reference.routes.tsx";
import { searchesRoutes } from "./searches/searches.routes.ts";
import { leadsRoutes } from "./leads/leads.routes.ts";

/** The table of contents: the mounts, read in order, are the product. */
export function createApp(dependencies: Dependencies): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const marketplaceUrl = dependencies.config.marketplace.baseUrl;
  const gate = (path: string, limit: RateLimitName) => app.use(path, createGate(dependencies, limit));

  app.onError(createErrorHandler(dependencies.log));
  app.notFound(refuseUnknown(app));
  app.use(requestLog(dependencies));
  app.use(securityHeaders);

  gate("/airports", "lookups");
  app.route("/airports", airportsRoutes(dependencies));

  gate("/searches", "searches");
  app.route("/searches", searchesRoutes({ ...dependencies, marketplaceUrl }));
  app.use("/photos/*", limitAddress(dependencies, "photos"));
  app.route("/photos", photosRoutes({ ...dependencies, marketplaceUrl }));

  gate("/leads", "leads");
  app.route("/leads", leadsRoutes({ ...dependencies, clock: dependencies.database.clock }));

  const { clock } = dependencies.database;
  app.route("/webhooks/avinode", notificationsRoutes({ ...dependencies, clock, marketplaceUrl }));

  gate("/widget/settings", "lookups");
  app.route("/widget/settings", settingsRoutes(dependencies));
  app.route("/widget", widgetRoutes(dependencies.widgetFiles));

  app.route("/s", hostedRoutes(dependencies));
  app.route("/t", tripsRoutes(dependencies));
  app.route("/calendar", calendarsRoutes(dependencies));

  app.route("/metrics", metricsRoutes({ ...dependencies, clock, token: dependencies.config.metrics?.token ?? null }));
  app.route("/", healthRoutes(dependencies.readiness));
  app.route("/", referenceRoutes(dependencies));
  return app;
}
