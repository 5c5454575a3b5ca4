import type { AvinodeClient } from "@liftline/api-client/avinode";
import type { BrokerSettings } from "@liftline/schema";
import type { CrmClient } from "../deliveries/channels/crm/crm-client.ts";
import type { Secret } from "../secret.ts";

/** Who owns the website and the lead. */
export interface Broker {
  id: string;
  name: string;
  embedKeys: string[];
  /** Exact origins that may call with this broker's key. */
  origins: string[];
  settings: BrokerSettings;
  /** Which marketplace this connection talks to; part of every seal, so that nothing crosses over (R13). */
  environment: "sandbox" | "live";
  /** The broker's own connection to the marketplace. */
  marketplace: AvinodeClient;
  /** Changes with the credentials of that connection, and says nothing about them. */
  credentialsVersion: string;
  /** Where new requests are told of. */
  notify?: { email: string } | undefined;
  /** The broker's own systems that leads are pushed to, in the order of the configuration. */
  crm?: readonly CrmClient[];
  /** What the marketplace signs in with when it notifies us; without it we take none of its notifications. */
  webhooks?: WebhookCredentials | undefined;
}

export interface WebhookCredentials {
  username: string;
  password: Secret;
  /** How the marketplace is asked to use them, in its own words. */
  authentication: string;
}
