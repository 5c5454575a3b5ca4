import type { Broker, WebhookCredentials } from "../brokers/broker.ts";
import type { Brokers } from "../brokers/brokers.ts";
import type { Clock } from "../clock.ts";
import { createSecret } from "../secret.ts";
import { equalsSecretly } from "./equals-secretly.ts";
import { verifySignature, type SignedCall, type SignedOnce } from "./oauth-signature.ts";

/** A sender who has shown that they know the broker's secret. */
export interface Sender {
  broker: Broker;
  /** Where the call was signed: what must not come again. */
  once: SignedOnce | null;
}

/** A broker who is not there is looked at as long as one who is, and then refused all the same. */
const nobody: WebhookCredentials = { username: "", password: createSecret(""), authentication: "" };

/**
 * Who sends, by the broker in the address and the secret in the header: Basic, or an OAuth 1 signature (`avinode-api.md` D6).
 * Null for a wrong secret, another broker's, none, and for a broker who is unknown or has no webhook, all alike.
 */
export async function identifySender(
  { brokers, clock }: { brokers: Pick<Brokers, "findById">; clock: Clock },
  { brokerId, call }: { brokerId: string; call: SignedCall },
): Promise<Sender | null> {
  const broker = brokers.findById(brokerId);
  const credentials = broker?.webhooks ?? nobody;
  const [username, password] = [credentials.username, credentials.password.reveal()];
  if (/^OAuth\s/i.test(call.authorization)) {
    const once = await verifySignature(call, { key: username, secret: password, now: clock.now() });
    return broker?.webhooks && once ? { broker, once } : null;
  }
  const isKnown = equalsSecretly(readBasic(call.authorization), `${username}:${password}`);
  return broker?.webhooks && isKnown ? { broker, once: null } : null;
}

/** `user:password`, or what nobody has. */
function readBasic(header: string): string {
  const [, encoded = ""] = /^Basic\s+([A-Za-z0-9+/=_-]{1,2000})\s*$/i.exec(header) ?? [];
  return Buffer.from(encoded, "base64").toString("utf8");
}
