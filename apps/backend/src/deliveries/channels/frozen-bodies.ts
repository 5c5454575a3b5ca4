import type { Broker } from "../../brokers/broker.ts";
import type { ChannelName } from "./channel.ts";
import { leadCreated } from "./crm/lead-event.ts";
import type { LeadContent } from "./lead-content.ts";
import { confirmationContent } from "./mail/confirmation-content.ts";

/**
 * What is stored with a new lead for every channel besides the marketplace, by channel: JSON, the same on every try. A channel
 * that has nothing to say (no address, not configured, not wished) is not in it.
 */
export function frozenBodies(
  lead: LeadContent,
  { broker, canMail }: { broker: Broker; canMail: boolean },
): Map<ChannelName, string> {
  const bodies = new Map<ChannelName, string>();
  const confirmation = canMail && broker.settings.confirmationMail ? confirmationContent(lead) : null;
  if (confirmation) bodies.set("email-client", JSON.stringify(confirmation));
  if (canMail && broker.notify) bodies.set("email-broker", JSON.stringify(lead));
  broker.crm?.forEach((_, index) => bodies.set(`crm:${index}`, leadCreated(lead)));
  return bodies;
}
