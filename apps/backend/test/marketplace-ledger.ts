import type { AvinodeLeadRequest } from "@liftline/schema/avinode";

/** A lead as the ledger keeps it. */
export interface LedgerLead {
  id: string;
  /** Whose connection made it. */
  token: string;
  body: AvinodeLeadRequest;
  data: object;
}

export interface LedgerCall {
  method: string;
  /** Below the base URL. */
  path: string;
  /** The connection's token. */
  token: string;
  body: string;
}

export interface LedgerAnswer {
  status: number;
  body: object;
}

/** What a new search finds. */
export interface LedgerAircraft {
  type: string;
  category: string;
  price: number;
  /** Whether its owner has to agree to each flight. */
  ownerApproval?: boolean;
}

/** The marketplace's bookkeeping: one lead for each `clientIdentifier`, one for each search, and nothing else. */
export interface MarketplaceLedger {
  leads: LedgerLead[];
  calls: LedgerCall[];
  /** Searches that it no longer knows. */
  forgotten: Set<string>;
  fleet: LedgerAircraft[];
  /** When sellers are told: with the answer, when the lead is read, or never. */
  sellersAre: "answered" | "read" | "untold";
  answer(call: LedgerCall): LedgerAnswer;
  /** The calls to `POST /leads`, as their bodies. */
  posts(): AvinodeLeadRequest[];
}

interface Books {
  /** The hits of each search that it made. */
  searches: Map<string, string[]>;
  byIdentifier: Map<string, LedgerLead>;
  spent: Set<string>;
}

export function createMarketplaceLedger(): MarketplaceLedger {
  const books: Books = { searches: new Map(), byIdentifier: new Map(), spent: new Set() };
  const ledger: MarketplaceLedger = {
    leads: [],
    calls: [],
    forgotten: new Set(),
    fleet: [
      { type: "Falcon 2000", category: "Heavy jet", price: 71_500 },
      { type: "Challenger 350 CANARY-1", category: "Heavy jet", price: 64_200 },
    ],
    sellersAre: "answered",
    answer(call) {
      ledger.calls.push(call);
      if (call.method === "POST" && call.path === "/searches") return search(ledger, books);
      if (call.method === "POST" && call.path === "/leads") return create(ledger, { call, books });
      const lead = ledger.leads.find(({ id, token }) => call.path === `/leads/${id}` && token === call.token);
      return lead ? ok(readOf(ledger, lead)) : refuse(404, { code: "NOT_FOUND" });
    },
    posts: () => ledger.calls.filter(isPost).map(({ body }): AvinodeLeadRequest => JSON.parse(body)),
  };
  return ledger;
}

function isPost({ method, path }: LedgerCall): boolean {
  return method === "POST" && path === "/leads";
}

function search(ledger: MarketplaceLedger, { searches }: Books): LedgerAnswer {
  const id = `asearch-again-${searches.size + 1}`;
  const results = ledger.fleet.map((aircraft, index) => hitOf(aircraft, `${id}-hit-${index}`));
  searches.set(
    id,
    results.map((hit) => hit.id),
  );
  return ok({ id, type: "searches", results });
}

function create(ledger: MarketplaceLedger, { call, books }: { call: LedgerCall; books: Books }): LedgerAnswer {
  const body: AvinodeLeadRequest = JSON.parse(call.body);
  const { clientIdentifier, searchId = "", sellerQuoteIds = [] } = body;
  const [identifier, search] = [`${call.token} ${clientIdentifier}`, `${call.token} ${searchId}`];
  const first = books.byIdentifier.get(identifier);
  if (first) return ok(first.data, 201);
  if (ledger.forgotten.has(searchId)) return refuse(404, { code: "NOT_FOUND" });
  if (books.spent.has(search)) return refuse(422, { code: "SEARCH_ALREADY_USED", path: "searchId" });
  const hits = books.searches.get(searchId);
  if (hits && sellerQuoteIds.some((id) => !hits.includes(id))) {
    return refuse(422, { code: "QUOTE_INVALID", path: "sellerQuoteIds[0]" });
  }
  const id = `alead-${ledger.leads.length + 1}`;
  const told = ledger.sellersAre === "answered" && sellerQuoteIds.length > 0 ? sellersOf(sellerQuoteIds) : {};
  const data = { id, type: "leads", tripId: "Y2AW5H", ...told };
  const lead = { id, token: call.token, body, data };
  ledger.leads.push(lead);
  books.byIdentifier.set(identifier, lead);
  books.spent.add(search);
  return ok(data, 201);
}

function readOf({ sellersAre }: MarketplaceLedger, { id, body }: LedgerLead): object {
  const { clientIdentifier, sellerQuoteIds = [] } = body;
  return { id, clientIdentifier, ...(sellersAre === "untold" ? {} : sellersOf(sellerQuoteIds)) };
}

function sellersOf(ids: string[]): object {
  const sellerCompany = { id: "acomp-CANARY-SELLER", displayName: "Globex Air CANARY-SELLER" };
  return { sellerQuotes: ids.map((id) => ({ id, sellerCompany })) };
}

function ok(data: object, status = 200): LedgerAnswer {
  return { status, body: { meta: { errors: [], warnings: [], infos: [] }, data } };
}

export function refuse(status: number, ...errors: object[]): LedgerAnswer {
  return { status, body: { meta: { errors } } };
}

function hitOf({ type, category, price, ownerApproval = false }: LedgerAircraft, id: string) {
  const airport = (icao: string) => ({ id: `aport-${icao}`, name: icao, icao, country: { code: "GB" } });
  const instant = (utc: string) => ({ dateTimeUTC: utc, dateTimeLocal: utc.replace("Z", "+00:00") });
  const segment = {
    startAirport: airport("EGGW"),
    endAirport: airport("KTEB"),
    departureDateTime: instant("2026-12-13T11:00:00Z"),
    arrivalDateTime: instant("2026-12-13T18:55:00Z"),
    blockMinutes: 475,
    flightMinutes: 460,
    distanceNM: 3020,
    paxSegment: true,
  };
  const lift = { aircraftCategory: category, aircraftType: type, maxPax: 10, ownerApprovalRequired: ownerApproval };
  return { id, quote: { sellerPrice: { currency: "EUR", price }, lift, segments: [segment] } };
}
