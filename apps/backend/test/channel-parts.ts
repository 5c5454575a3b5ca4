import { createAvinodeClient, type AvinodeClient } from "@liftline/api-client/avinode";
import { BrokerSettings } from "@liftline/schema";
import type { Broker } from "../src/brokers/broker.ts";
import type { ChannelName } from "../src/deliveries/channels/channel.ts";
import type { ClaimedDelivery } from "../src/deliveries/claimed-delivery.ts";
import { newDelivery } from "../src/deliveries/new-delivery.ts";

/** A broker whose marketplace is never asked. */
export function testBroker(changes: Partial<Broker>): Broker {
  return {
    id: "demo",
    name: "Demo Charter",
    embedKeys: ["pk_demo"],
    origins: ["https://www.demo-charter.example"],
    settings: BrokerSettings.parse({}),
    environment: "sandbox",
    marketplace: unasked(),
    credentialsVersion: "1",
    ...changes,
  };
}

/** `delivery_7`, as a channel gets it. */
export function claimedDelivery({ channel, body }: { channel: ChannelName; body: string }): ClaimedDelivery {
  const broker = { id: "demo", environment: "sandbox" } as const;
  const delivery = newDelivery({
    id: "delivery_7",
    leadId: "lead_7",
    broker,
    channel,
    body,
    now: "2026-12-01T10:00:00.000Z",
  });
  return { ...delivery, lease: "lease_1", lease_until: "2026-12-01T10:01:00.000Z" };
}

function unasked(): AvinodeClient {
  return createAvinodeClient({
    baseUrl: "http://127.0.0.1:1",
    product: "Liftline v1.0",
    apiToken: "none",
    auth: { kind: "token", token: "none" },
    fetch: () => Promise.reject(new Error("no channel of this test asks the marketplace")),
  });
}
