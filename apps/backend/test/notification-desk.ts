import type { Marketplace } from "@liftline/sandbox";
import { createTestApp, secondBroker, testBroker, type TestApp, type TestOptions } from "./harness.ts";
import type { ForeignLeadsTable, NotificationsTable } from "../src/notifications/notifications.table.ts";

/** Where the backend of these tests is reached from outside. */
export const publicUrl = "https://leads.demo-charter.example";
export const demoSecret = "liftline:the demo broker's word";
export const secondSecret = "liftline:the second broker's word";

export interface NotificationDesk extends TestApp {
  /** A notification as the marketplace sends it to the demo broker; `init` may change anything of it. */
  notify(
    notification: unknown,
    init?: { broker?: string; headers?: Record<string, string>; body?: string },
  ): Promise<Response>;
  /** How notifications of the simulated marketplace come here. */
  send: typeof fetch;
  rows(): Promise<NotificationsTable[]>;
  foreignLeads(): Promise<ForeignLeadsTable[]>;
  /** A notification of this lead, as it stands in the marketplace's own. */
  pointerTo(id: string): { id: string; href: string; type: string };
  /** How often the marketplace was asked for a lead. */
  reads(): number;
}

/** The whole backend with webhooks for two brokers, and the simulated marketplace before it. */
export async function openNotificationDesk(options: TestOptions = {}): Promise<NotificationDesk> {
  const desk = await createTestApp({
    ...options,
    config: {
      brokers: [withWebhooks(testBroker, demoSecret), withWebhooks(secondBroker, secondSecret)],
      publicUrl,
      ...options.config,
    },
  });
  const { app, marketplace, dependencies } = desk;
  const { build, run } = dependencies.database;
  return {
    ...desk,
    notify: async (notification, { broker = "demo", headers = {}, body = JSON.stringify(notification) } = {}) =>
      app.request(`/webhooks/avinode/${broker}`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: basic(demoSecret), ...headers },
        body,
      }),
    send: async (input, init) => {
      const request = new Request(input, init);
      return app.request(request.url.replace(publicUrl, ""), request);
    },
    rows: () => run(build.selectFrom("notifications").selectAll().orderBy("first_seen_at").orderBy("id")),
    foreignLeads: () => run(build.selectFrom("foreign_leads").selectAll().orderBy("marketplace_id")),
    pointerTo: (id) => ({ id, href: `${marketplace.baseUrl}/leads/${id}`, type: "leads" }),
    reads: () => readsOf(marketplace),
  };
}

export function basic(secret: string): string {
  return `Basic ${Buffer.from(secret).toString("base64")}`;
}

function withWebhooks<Entry extends object>(broker: Entry, secret: string): Entry & { webhooks: object } {
  const [username = "", password = ""] = secret.split(":");
  return { ...broker, webhooks: { username, password } };
}

function readsOf(marketplace: Marketplace): number {
  return marketplace.calls().filter(({ method, path }) => method === "GET" && path.includes("/leads/")).length;
}
