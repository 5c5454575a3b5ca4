import { createAvinodeClient, type AvinodeClientOptions, type Rate, type Throttle } from "@liftline/api-client/avinode";
import { marketplaceEnvironment, type BrokerConfig, type Config } from "../config.ts";
import { createCrmClient, type CrmParts } from "../deliveries/channels/crm/crm-client.ts";
import { approvedOperations } from "./approved-operations.ts";
import type { Broker } from "./broker.ts";
import { credentialsVersion } from "./credentials-version.ts";

/** What a connection to the marketplace works with. */
export type ConnectionParts = Required<
  Pick<AvinodeClientOptions, "fetch" | "clock" | "random" | "sleep" | "log" | "coalesces">
> & {
  /** Of a budget that processes share, by its name; null where this process has it for itself. */
  shareThrottle: ((budget: { name: string; rate: Rate }) => Throttle) | null;
};

/** One broker of the configuration, with a connection of its own. */
export function createBroker(
  broker: BrokerConfig,
  { config, parts, crm }: { config: Config; parts: ConnectionParts; crm: CrmParts },
): Broker {
  const { marketplace, product } = config;
  const { shareThrottle, ...client } = parts;
  const environment = marketplaceEnvironment(marketplace.baseUrl);
  const { rate } = marketplace;
  return {
    id: broker.id,
    name: broker.name,
    embedKeys: broker.embedKeys,
    origins: broker.origins,
    settings: broker.settings,
    environment,
    marketplace: createAvinodeClient({
      ...client,
      baseUrl: marketplace.baseUrl,
      product,
      apiToken: marketplace.apiToken.reveal(),
      auth: revealAuth(broker.connection.auth),
      actAsAccount: broker.connection.actAsAccount,
      operations: approvedOperations(broker),
      rate,
      ...(shareThrottle && {
        createThrottle: (operation) => shareThrottle({ name: [broker.id, environment, operation].join(" "), rate }),
      }),
    }),
    credentialsVersion: credentialsVersion(broker.connection, config.secrets),
    notify: broker.notify,
    webhooks: broker.webhooks,
    crm: broker.crm.map((entry) => createCrmClient(entry, crm)),
  };
}

function revealAuth(auth: BrokerConfig["connection"]["auth"]): AvinodeClientOptions["auth"] {
  if (auth.kind === "token") return { kind: "token", token: auth.token.reveal() };
  return { ...auth, clientSecret: auth.clientSecret.reveal() };
}
