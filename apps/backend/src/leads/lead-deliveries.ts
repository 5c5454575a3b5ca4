import { randomId } from "../database/random-id.ts";
import type { ChannelName } from "../deliveries/channels/channel.ts";
import { frozenBodies } from "../deliveries/channels/frozen-bodies.ts";
import { leadContent } from "../deliveries/channels/lead-content.ts";
import type { DeliveriesTable } from "../deliveries/deliveries.table.ts";
import { newDelivery, waitForPerson } from "../deliveries/new-delivery.ts";
import type { Randomness } from "../randomness.ts";
import { marketplaceLead } from "./marketplace-lead.ts";
import type { OpenedSubmission } from "./opened-submission.ts";

/** What is known of a lead by the time its deliveries are made. */
export interface LeadToDeliver {
  id: string;
  reference: string;
  /** ISO 8601 UTC. */
  receivedAt: string;
  /** ISO 4217. */
  currency: string;
  clientIdentifier: string;
  randomness: Randomness;
}

/** What each channel will say, frozen now: one delivery for each. */
export function leadDeliveries(opened: OpenedSubmission, lead: LeadToDeliver): DeliveriesTable[] {
  const { submission, wish, canMail } = opened;
  const { broker, lead: request } = submission;
  const { clientIdentifier, randomness, ...matter } = lead;
  const content = leadContent({ ...matter, wish, request });
  const create = (channel: ChannelName, body: string) =>
    newDelivery({
      id: randomId(randomness, "delivery"),
      leadId: lead.id,
      broker,
      channel,
      body,
      now: lead.receivedAt,
    });
  const others = frozenBodies(content, { broker, canMail });
  const deliveries = [...others].map(([channel, body]) => create(channel, body));
  if ("chosen" in wish) {
    const { chosen, search } = wish;
    const { currency } = lead;
    const body = marketplaceLead({ searchId: search.searchId, currency, chosen, request, clientIdentifier });
    return [create("marketplace", JSON.stringify(body)), ...deliveries];
  }
  const isToldToBroker = deliveries.some(({ channel }) => channel !== "email-client");
  // Without mail and CRM nothing would ever say that it is there: it waits for a person, who is told by log and metrics.
  return isToldToBroker
    ? deliveries
    : [...deliveries, waitForPerson(create("email-broker", JSON.stringify(content)), "nowhere-to-send")];
}
