import { sandboxConnections } from "@liftline/sandbox";
import {
  AvinodeSearchHit,
  type AvinodeEmptyLegRequest,
  type AvinodeQuoteRequest,
  type AvinodeRfq,
  type AvinodeRfqRequest,
  type AvinodeScheduleRequest,
  type AvinodeTrip,
  type AvinodeTripRequest,
  type AvinodeWatchRequest,
  type AvinodeWebhookSettingsRequest,
} from "@liftline/schema/avinode";
import { searchBody } from "./marketplace.ts";
import { createWorld, type Resources, type World } from "./world.ts";

/** Companies in the middle of their business: something of everything is there. */
export interface Stage {
  world: World;
  buyer: Resources;
  seller: Resources;
  otherSeller: Resources;
  stranger: Resources;
  lookupOnly: Resources;
  /** Of the seller's fleet. */
  tail: string;
  airportId: string;
  searchId: string;
  leadId: string;
  legId: string;
  watchId: string;
  settingsId: string;
  aircraftId: string;
  trip: AvinodeTrip;
  /** As the seller reads it. */
  rfq: AvinodeRfq;
  quoteId: string;
  messageId: string;
}

const [segment] = searchBody.segments;

export function tripBody(): AvinodeTripRequest {
  return { criteria: {}, segments: [{ ...segment!, paxSegment: true }], sourcing: true };
}

export function rfqBody(tail: string): AvinodeRfqRequest {
  const criteria = { requiredLift: [{ aircraftTail: tail }] };
  return { buyerMessage: "Would you quote this?", criteria, segments: tripBody().segments };
}

export function quoteBody(tail: string): AvinodeQuoteRequest {
  const quote = { segments: [{ ...segment!, paxSegment: true }], lift: { aircraftTail: tail }, currencyCode: "EUR" };
  return { message: "Here you are.", quote: { ...quote, totalPrice: 21_500 } };
}

export function legBody(tail: string): AvinodeEmptyLegRequest {
  return {
    lift: { aircraftTail: tail },
    startAirport: { icao: "EGGW" },
    endAirport: { icao: "LFMN" },
    startDate: "2026-12-05T10:00Z",
    endDate: "2026-12-05T12:00Z",
  };
}

export function watchBody(uniqueName: string): AvinodeWatchRequest {
  return { uniqueName, active: true, watchedSegments: [{ start: { countryCode: "GB" }, end: { countryCode: "FR" } }] };
}

export function settingsBody(path: string): AvinodeWebhookSettingsRequest {
  return {
    targetURI: `https://hooks.example/${path}`,
    displayName: "Desk - Leads",
    active: true,
    clientAuthenticationType: "NONE",
    eventTypes: ["ClientLeads"],
  };
}

export function scheduleBody(tail: string): AvinodeScheduleRequest {
  const airports = { startAirport: { icao: "EGGW" }, endAirport: { icao: "LFMN" } };
  const times = { startDateTime: "2026-11-30T10:00Z", endDateTime: "2026-11-30T12:00Z" };
  return {
    lift: { aircraftTail: tail },
    activities: [{ activityId: "a-1", activityType: "PassengerFlight", ...airports, ...times }],
  };
}

export async function createStage(): Promise<Stage> {
  const world = createWorld();
  const [buyer, seller] = [world.as("demo"), world.as("seller")];
  const [first] = world.marketplace.fleet(sandboxConnections.seller);
  const tail = first?.aircraftTail ?? "";
  const [airport] = await buyer.airports.search({ filter: "luton" });
  const search = await buyer.searches.create(searchBody, { fields: [] });
  const hit = AvinodeSearchHit.parse(search.results[0]);
  const lead = await buyer.leads.create({
    searchId: search.id,
    sellerQuoteIds: [hit.id],
    leadContactInfo: { name: "Jo Ferrer", emailAddresses: [{ type: "Work", emailAddress: "jo@desk.example" }] },
    clientIdentifier: "LL-1",
  });
  const trip = await buyer.rfqs.create(rfqBody(tail));
  const rfq = await seller.rfqs.read(trip.rfqs![0]!.id);
  const message = await seller.tripMessages.submitQuote(rfq.sellerLift![0]!.id, quoteBody(tail));
  const [link] = (await buyer.rfqs.read(rfq.id)).sellerLift![0]!.links!.quotes!.toReversed();
  const [aircraft] = await seller.aircraft.search([tail]);
  return {
    world,
    buyer,
    seller,
    otherSeller: world.as("otherSeller"),
    stranger: world.as("second"),
    lookupOnly: world.as("lookupOnly"),
    tail,
    airportId: airport!.id,
    searchId: search.id,
    leadId: lead.id,
    legId: (await seller.emptyLegs.create(legBody(tail))).id,
    watchId: (await buyer.watches.create(watchBody("On stage"))).id,
    settingsId: (await buyer.webhooks.create(settingsBody("on-stage"))).id,
    aircraftId: aircraft!.id,
    trip,
    rfq,
    quoteId: link!.id!,
    messageId: message.id,
  };
}
