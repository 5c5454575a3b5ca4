import type { AvinodeWebhookSettings, AvinodeWebhookSettingsRequest } from "@liftline/schema/avinode";
import type { Broker } from "../brokers/broker.ts";
import type { Clock } from "../clock.ts";
import type { Fingerprint } from "../leads/fingerprint.ts";
import type { WebhookSettingsStore } from "./webhook-settings.store.ts";

export interface SyncWebhooksDependencies {
  webhookSettings: WebhookSettingsStore;
  /** Recognises what we set without keeping the secret in it. */
  fingerprint: Fingerprint;
  /** `publicUrl` of the configuration; null where it has none. */
  publicUrl: string | null;
  clock: Clock;
}

/**
 * - `off`: the broker has no `webhooks`, or the configuration no `publicUrl`
 * - `created`: the marketplace had none of ours (at first, or after a reset)
 * - `repaired`: it had, but switched off, for another address or event, or with another secret
 * - `unchanged`: it is as it should be; nothing was written
 */
export type WebhookSync = "off" | "created" | "repaired" | "unchanged";

const eventTypes = ["ClientLeads"];

/**
 * Sees to it that the marketplace notifies us of this broker's leads. It can be run at any time and as often as one likes: what
 * is right is left alone, other applications' settings are never touched. Throws `AvinodeError`.
 */
export async function syncWebhooks(dependencies: SyncWebhooksDependencies, broker: Broker): Promise<WebhookSync> {
  const { webhookSettings, publicUrl, clock } = dependencies;
  const wanted = wantedSettings(broker, publicUrl);
  if (!wanted) return "off";
  const { webhooks } = broker.marketplace;
  const scope = { brokerId: broker.id, environment: broker.environment };
  const [known, found] = [await webhookSettings.find(scope), await webhooks.list()];
  const fingerprints = dependencies.fingerprint(JSON.stringify(wanted));
  const keep = (id: string) =>
    webhookSettings.keep(scope, { id, fingerprint: fingerprints[0], checkedAt: new Date(clock.now()).toISOString() });

  // By id or by address: one company cannot have an address twice, so whatever has ours is ours.
  const ours =
    found.find(({ id }) => id === known?.id) ?? found.find(({ targetURI }) => targetURI === wanted.targetURI);
  if (!ours) {
    await keep((await webhooks.create(wanted)).id);
    return "created";
  }
  const isSet = known?.id === ours.id && fingerprints.includes(known.fingerprint);
  if (!isSet || !isAsWanted(ours, wanted)) {
    const { id } = ours;
    await webhooks.update(id, { ...wanted, ...(typeof ours.version === "number" && { version: ours.version }) });
    await keep(id);
    return "repaired";
  }
  await keep(ours.id);
  return "unchanged";
}

/** How they should be; undefined where we want none. */
export function wantedSettings(
  { id, webhooks }: Broker,
  publicUrl: string | null,
): AvinodeWebhookSettingsRequest | undefined {
  if (!webhooks || publicUrl === null) return undefined;
  return {
    targetURI: `${publicUrl}/webhooks/avinode/${id}`,
    displayName: "Liftline - Client leads",
    active: true,
    clientIdentifier: webhooks.username,
    clientSecret: webhooks.password.reveal(),
    clientAuthenticationType: webhooks.authentication,
    eventTypes,
  };
}

/** What the answer does not tell is taken to be right: there our own record has to do. */
function isAsWanted(found: AvinodeWebhookSettings, wanted: AvinodeWebhookSettingsRequest): boolean {
  const isSame = (told: string | null | undefined, value: string | undefined) => (told ?? value) === value;
  return (
    found.active !== false &&
    isSame(found.targetURI, wanted.targetURI) &&
    isSame(found.clientIdentifier, wanted.clientIdentifier) &&
    isSame(found.clientAuthenticationType, wanted.clientAuthenticationType) &&
    (found.eventTypes ?? eventTypes).toSorted().join() === eventTypes.join()
  );
}
