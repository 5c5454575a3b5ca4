import type { AvinodeError, AvinodeOperation } from "../src/avinode/index.ts";
import { leadBody, searchBody } from "./marketplace.ts";
import { legBody, quoteBody, rfqBody, scheduleBody, settingsBody, tripBody, watchBody, type Stage } from "./stage.ts";
import type { Resources } from "./world.ts";

type Outcome = Partial<Pick<AvinodeError, "reason" | "sent" | "status">>;

/** What has to be shown of an operation. */
export interface OperationCase {
  /** Who can do it. */
  by: "buyer" | "seller";
  /** It works. */
  call(as: Resources, stage: Stage): Promise<unknown>;
  /** The marketplace refuses. */
  failing(stage: Stage): [Promise<unknown>, Outcome];
  /** Somebody tries what is not theirs, or what must not leave. Where nothing is refused, nothing is told. */
  abusive(stage: Stage): [Promise<unknown>, Outcome | []];
}

const gone: Outcome = { reason: "not-found", status: 404 };
const refused: Outcome = { reason: "invalid", status: 422 };
const kept: Outcome = { reason: "invalid", sent: false };
const denied: Outcome = { reason: "permission", status: 403 };
const elsewhere = "https://elsewhere.example/api";
const words = { reason: "BY_CLIENT" } as const;
const emptyLegSearch = { startAirport: { icao: "EGGW" }, date: "2026-12-05" };
const unknownAirport = { ...searchBody, segments: [{ ...searchBody.segments[0]!, startAirport: { icao: "QQQQ" } }] };
const tooLong = "x".repeat(4001);

/** By the type nothing can be missing: a new operation does not compile before it has its cases. */
export const operationCases: Record<AvinodeOperation, OperationCase> = {
  "airports.search": {
    by: "buyer",
    call: (as) => as.airports.search({ filter: "luton" }),
    failing: ({ buyer, world }) => [
      world.time.run(buyer.airports.search({ filter: "fail busy" })),
      { reason: "unavailable", status: 503 },
    ],
    abusive: ({ buyer }) => [buyer.airports.search({ filter: " l " }), kept],
  },
  "airports.read": {
    by: "buyer",
    call: (as, { airportId }) => as.airports.read(airportId),
    failing: ({ buyer }) => [buyer.airports.read("aport-0"), gone],
    abusive: ({ buyer }) => [buyer.airports.read("../leads/alead-1"), gone],
  },
  "searches.create": {
    by: "buyer",
    call: (as) => as.searches.create(searchBody, { fields: ["typedetails", "safety", "perfdetails"] }),
    failing: ({ buyer }) => [buyer.searches.create(unknownAirport, { fields: [] }), refused],
    abusive: ({ lookupOnly }) => [lookupOnly.searches.create(searchBody, { fields: [] }), denied],
  },
  "searches.read": {
    by: "buyer",
    call: (as, { searchId }) => as.searches.read(searchId),
    failing: ({ buyer }) => [buyer.searches.read("asearch-0"), gone],
    abusive: ({ stranger, searchId }) => [stranger.searches.read(searchId), gone],
  },
  "leads.create": {
    by: "buyer",
    call: async (as) => {
      const { id } = await as.searches.create(searchBody, { fields: [] });
      const { sellerQuoteIds: _, ...body } = leadBody;
      return as.leads.create({ ...body, searchId: id, inquiryLift: [{ aircraftCategory: "Light jet" }] });
    },
    failing: ({ buyer, searchId }) => [
      buyer.leads.create({ ...leadBody, searchId, clientIdentifier: "LL-2" }),
      refused,
    ],
    abusive: ({ stranger, searchId }) => [stranger.leads.create({ ...leadBody, searchId }), gone],
  },
  "leads.read": {
    by: "buyer",
    call: (as, { leadId }) => as.leads.read(leadId),
    failing: ({ buyer }) => [buyer.leads.read("alead-0"), gone],
    abusive: ({ buyer, leadId }) => [buyer.leads.read(`${elsewhere}/leads/${leadId}`), kept],
  },
  "emptylegs.search": {
    by: "buyer",
    call: (as) => as.emptyLegs.search(emptyLegSearch, { fields: ["flighttime"] }),
    failing: ({ buyer }) => [buyer.emptyLegs.search({ ...emptyLegSearch, startAirport: { icao: "QQQQ" } }), refused],
    abusive: ({ buyer }) => [buyer.emptyLegs.search({ date: "2026-12-05" }), kept],
  },
  "emptylegs.read": {
    by: "buyer",
    call: (as, { legId }) => as.emptyLegs.read(legId),
    failing: ({ buyer }) => [buyer.emptyLegs.read("el-0"), gone],
    abusive: ({ buyer, legId }) => [buyer.emptyLegs.read({ href: `${elsewhere}/emptylegs/${legId}` }), kept],
  },
  "emptylegs.create": {
    by: "seller",
    call: (as, { tail }) => as.emptyLegs.create(legBody(tail)),
    failing: ({ seller }) => [seller.emptyLegs.create(legBody("NO-TAIL")), refused],
    abusive: ({ otherSeller, tail }) => [otherSeller.emptyLegs.create(legBody(tail)), refused],
  },
  "emptylegs.update": {
    by: "seller",
    call: (as, { legId, tail }) => as.emptyLegs.update(legId, { ...legBody(tail), sellerMessage: "Ready" }),
    failing: ({ seller, tail }) => [seller.emptyLegs.update("el-0", legBody(tail)), gone],
    abusive: ({ otherSeller, legId, tail }) => [otherSeller.emptyLegs.update(legId, legBody(tail)), gone],
  },
  "emptylegs.delete": {
    by: "seller",
    call: async (as, { tail }) => as.emptyLegs.delete((await as.emptyLegs.create(legBody(tail))).id),
    failing: ({ seller }) => [seller.emptyLegs.delete("el-0"), gone],
    abusive: ({ otherSeller, legId }) => [otherSeller.emptyLegs.delete(legId), gone],
  },
  "emptylegs.viewed": {
    by: "buyer",
    call: (as, { legId }) => as.viewedLegs.reportViewed(legId),
    failing: ({ buyer }) => [buyer.viewedLegs.reportViewed("el-0"), gone],
    abusive: ({ buyer, legId }) => [buyer.emptyLegs.reportViewed(legId), kept],
  },
  "watches.create": {
    by: "buyer",
    call: (as) => as.watches.create(watchBody("Another")),
    failing: ({ buyer }) => [buyer.watches.create(watchBody("On stage")), refused],
    abusive: ({ buyer }) => [buyer.watches.create({ ...watchBody("None"), watchedSegments: [] }), kept],
  },
  "watches.list": {
    by: "buyer",
    call: (as) => as.watches.list(),
    failing: ({ lookupOnly }) => [lookupOnly.watches.list(), denied],
    abusive: ({ stranger }) => [stranger.watches.list(), []],
  },
  "watches.read": {
    by: "buyer",
    call: (as, { watchId }) => as.watches.read(watchId),
    failing: ({ buyer }) => [buyer.watches.read("no-watch"), gone],
    abusive: ({ stranger, watchId }) => [stranger.watches.read(watchId), gone],
  },
  "watches.update": {
    by: "buyer",
    call: (as, { watchId }) => as.watches.update(watchId, { ...watchBody("On stage"), daysOut: 3 }),
    failing: ({ buyer }) => [buyer.watches.update("no-watch", watchBody("No watch")), gone],
    abusive: ({ stranger, watchId }) => [stranger.watches.update(watchId, watchBody("Mine now")), gone],
  },
  "watches.getall": {
    by: "buyer",
    call: (as, { watchId }) => as.watches.getAll(watchId),
    failing: ({ buyer }) => [buyer.watches.getAll("no-watch"), gone],
    abusive: ({ stranger, watchId }) => [stranger.watches.getAll(watchId), gone],
  },
  "trips.create": {
    by: "buyer",
    call: (as) => as.trips.create(tripBody()),
    failing: ({ buyer }) => [
      buyer.trips.create({ ...tripBody(), criteria: { requiredLift: [{ aircraftType: "" }] } }),
      refused,
    ],
    abusive: ({ buyer }) => [buyer.trips.create({ ...tripBody(), segments: [] }), kept],
  },
  "trips.read": {
    by: "buyer",
    call: (as, { trip }) => as.trips.read(trip.id),
    failing: ({ buyer }) => [buyer.trips.read("atrip-0"), gone],
    abusive: ({ stranger, trip }) => [stranger.trips.read(trip.id), gone],
  },
  "trips.update": {
    by: "buyer",
    call: async (as) =>
      as.trips.update((await as.trips.create(tripBody())).id, { ...tripBody(), externalTripId: "X-1" }),
    failing: ({ buyer }) => [buyer.trips.update("atrip-0", tripBody()), gone],
    abusive: ({ stranger, trip }) => [stranger.trips.update(trip.id, tripBody()), gone],
  },
  "trips.search": {
    by: "buyer",
    call: (as, { trip }) => as.trips.search(trip.tripId ?? ""),
    failing: ({ lookupOnly }) => [lookupOnly.trips.search("Y2AW5H"), denied],
    abusive: ({ stranger, trip }) => [stranger.trips.search(trip.tripId ?? ""), []],
  },
  "trips.cancel": {
    by: "buyer",
    call: async (as) => as.trips.cancel(await as.trips.create(tripBody()), words),
    failing: ({ buyer }) => [buyer.trips.cancel({ id: "atrip-0" }, words), gone],
    abusive: ({ stranger, trip }) => [stranger.trips.cancel(trip, words), gone],
  },
  "rfqs.create": {
    by: "buyer",
    call: (as, { tail }) => as.rfqs.create(rfqBody(tail)),
    failing: ({ buyer, tail }) => [buyer.rfqs.create({ ...rfqBody(tail), buyerMessage: tooLong }), refused],
    abusive: ({ stranger, tail, trip }) => [stranger.rfqs.create({ ...rfqBody(tail), tripId: trip.tripId! }), refused],
  },
  "rfqs.list": {
    by: "seller",
    call: (as) => as.rfqs.list({ size: 5 }),
    failing: ({ lookupOnly }) => [lookupOnly.rfqs.list(), denied],
    abusive: ({ stranger }) => [stranger.rfqs.list(), []],
  },
  "rfqs.read": {
    by: "seller",
    call: (as, { rfq }) => as.rfqs.read(rfq.id, { fields: ["buyermessages", "aviquote", "latestquote"] }),
    failing: ({ buyer }) => [buyer.rfqs.read("arfq-0"), gone],
    abusive: ({ otherSeller, rfq }) => [otherSeller.rfqs.read(rfq.id), gone],
  },
  "rfqs.cancel": {
    by: "buyer",
    call: async (as, { tail }) =>
      as.rfqs.cancel((await as.rfqs.create(rfqBody(tail))).rfqs?.[0] ?? { id: "arfq-0" }, words),
    failing: ({ buyer }) => [buyer.rfqs.cancel({ id: "arfq-0" }, words), gone],
    abusive: ({ seller, rfq }) => [seller.rfqs.cancel(rfq, words), denied],
  },
  "quotes.read": {
    by: "buyer",
    call: (as, { quoteId }) => as.quotes.read(quoteId),
    failing: ({ buyer }) => [buyer.quotes.read("aquote-0"), gone],
    abusive: ({ otherSeller, quoteId }) => [otherSeller.quotes.read(quoteId), gone],
  },
  "tripmsgs.read": {
    by: "buyer",
    call: (as, { messageId }) => as.tripMessages.read(messageId),
    failing: ({ buyer }) => [buyer.tripMessages.read("asellermsg-0"), gone],
    abusive: ({ stranger, messageId }) => [stranger.tripMessages.read(messageId), gone],
  },
  "tripmsgs.chat": {
    by: "buyer",
    call: (as, { rfq }) => as.tripMessages.chat(rfq.id, { message: 'A "dog"\ncomes along \\' }),
    failing: ({ buyer, rfq }) => [buyer.tripMessages.chat(rfq.id, { message: tooLong }), refused],
    abusive: ({ stranger, rfq }) => [stranger.tripMessages.chat(rfq.id, { message: "Hello?" }), gone],
  },
  "tripmsgs.submitQuote": {
    by: "seller",
    call: (as, { rfq, tail }) => as.tripMessages.submitQuote(rfq.id, quoteBody(tail)),
    failing: ({ seller, rfq }) => [seller.tripMessages.submitQuote(rfq.id, quoteBody("NO-TAIL")), refused],
    abusive: ({ buyer, rfq, tail }) => [buyer.tripMessages.submitQuote(rfq.id, quoteBody(tail)), denied],
  },
  "tripmsgs.decline": {
    by: "seller",
    call: async (as, { rfq }) => as.tripMessages.decline(rfq.id, { declineReason: "CREW_NOT_AVAILABLE" }),
    failing: ({ seller }) => [seller.tripMessages.decline("arfq-0"), gone],
    abusive: ({ buyer, rfq }) => [buyer.tripMessages.decline(rfq.id), denied],
  },
  "schedules.put": {
    by: "seller",
    call: (as, { tail }) => as.schedules.put(scheduleBody(tail)),
    failing: ({ seller }) => [seller.schedules.put(scheduleBody("NO-TAIL")), denied],
    abusive: ({ otherSeller, tail }) => [otherSeller.schedules.put(scheduleBody(tail)), denied],
  },
  "schedules.list": {
    by: "seller",
    call: (as) => as.schedules.list({ from: Date.UTC(2026, 10, 1), to: Date.UTC(2026, 11, 31) }),
    failing: ({ lookupOnly }) => [lookupOnly.schedules.list(), denied],
    abusive: ({ otherSeller }) => [otherSeller.schedules.list(), []],
  },
  "aircraft.search": {
    by: "seller",
    call: (as, { tail }) => as.aircraft.search([tail]),
    failing: ({ lookupOnly, tail }) => [lookupOnly.aircraft.search([tail]), denied],
    abusive: ({ seller }) => [seller.aircraft.search([" "]), kept],
  },
  "aircraft.read": {
    by: "seller",
    call: (as, { aircraftId }) => as.aircraft.read(aircraftId),
    failing: ({ seller }) => [seller.aircraft.read("no-aircraft"), gone],
    abusive: ({ seller }) => [seller.aircraft.read(`${elsewhere}/aircraft/1`), kept],
  },
  "aircrafttypes.list": {
    by: "buyer",
    call: (as) => as.aircraftTypes.list({ pageSize: 5, fields: ["perfdetails"] }),
    failing: ({ lookupOnly }) => [lookupOnly.aircraftTypes.list(), denied],
    abusive: ({ buyer }) => [buyer.aircraftTypes.list({ pageSize: 100_000 }), { reason: "invalid", status: 400 }],
  },
  "aircrafttypes.search": {
    by: "buyer",
    call: (as) => as.aircraftTypes.search({ filter: "falcon" }),
    failing: ({ lookupOnly }) => [lookupOnly.aircraftTypes.search({ filter: "falcon" }), denied],
    abusive: ({ buyer }) => [buyer.aircraftTypes.search({ filter: " " }), kept],
  },
  "webhooks.list": {
    by: "buyer",
    call: (as) => as.webhooks.list(),
    failing: ({ lookupOnly }) => [lookupOnly.webhooks.list(), denied],
    abusive: ({ stranger }) => [stranger.webhooks.list(), []],
  },
  "webhooks.create": {
    by: "buyer",
    call: (as) => as.webhooks.create(settingsBody("another")),
    failing: ({ buyer }) => [buyer.webhooks.create(settingsBody("on-stage")), refused],
    abusive: ({ buyer }) => [
      buyer.webhooks.create({ ...settingsBody("plain"), targetURI: "http://hooks.example/plain" }),
      refused,
    ],
  },
  "webhooks.update": {
    by: "buyer",
    call: (as, { settingsId }) => as.webhooks.update(settingsId, { ...settingsBody("on-stage"), active: false }),
    failing: ({ buyer }) => [buyer.webhooks.update("whs-0", settingsBody("none")), gone],
    abusive: ({ stranger, settingsId }) => [stranger.webhooks.update(settingsId, settingsBody("mine")), gone],
  },
};
