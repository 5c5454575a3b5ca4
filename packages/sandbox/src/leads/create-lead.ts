import { AvinodeLeadRequest } from "@liftline/schema/avinode";
import { enactFailure } from "../http/enact-failure.ts";
import type { Call, Endpoint, Reply } from "../http/endpoint.ts";
import { parseBody } from "../http/parse-body.ts";
import { forbidden, notFound, refuse, unprocessable } from "../http/refusal.ts";
import { failureOfContact, type Failure } from "../sentinels.ts";
import type { State } from "../state.ts";
import { nextTripId } from "../trips/next-trip-id.ts";
import { announceLead } from "../webhooks/outbox.ts";
import { checkLead } from "./check-lead.ts";
import { findAsked } from "./find-asked.ts";
import { writeLead } from "./write-lead.ts";

export interface StoredLead {
  id: string;
  connection: string;
  body: AvinodeLeadRequest;
  receivedAt: number;
  /** Six letters and digits: the one id that people see. */
  tripId: string;
  /** What the first call was answered; a repeat gets the same. */
  data: object;
  options: { aircraftCategory: string; aircraftType: string }[];
}

/** `POST /leads` (avinode-api.md B4): one for each search, and one for each clientIdentifier however often it is sent. */
export const createLead: Endpoint = {
  operation: "leads.create",
  method: "post",
  path: "/leads",
  answer: async (call: Call, state: State): Promise<Reply> => {
    if (call.connection.interactive && !call.headers.get("X-Avinode-ActAsAccount")) throw forbidden();
    const body = parseBody(AvinodeLeadRequest, call.body);
    const failure = failureOfThisTry(call, state, body);
    await enactFailure(failure, state.wait);
    const first = findFirst(call, state, body);
    const lead = first ?? storeLead(call, state, body, failure);
    if (failure === "lost")
      throw refuse(504, [{ title: "Service temporarily unavailable", code: "SERVICE_UNAVAILABLE" }]);
    return { status: 201, data: lead.data, shape: failure === "odd" || failure === "truncated" ? failure : undefined };
  },
};

function storeLead(call: Call, state: State, body: AvinodeLeadRequest, failure: Failure | undefined): StoredLead {
  checkLead(body);
  if (failure === "expired") throw notFound();
  const { hits, options } = findAsked(call, state, body);
  const used = [...state.leads.values()].some(({ body: { searchId } }) => searchId && searchId === body.searchId);
  if (used) throw unprocessable("SEARCH_ALREADY_USED", "A lead has already been created for this search", "searchId");
  const lead = { id: state.nextId("alead"), tripId: nextTripId(state), receivedAt: call.now };
  const data = writeLead({ ...lead, hits, state, connection: call.connection });
  const stored = { ...lead, connection: call.connection.name, body, data, options };
  state.leads.set(lead.id, stored);
  announceLead(state, stored);
  return stored;
}

function findFirst(call: Call, state: State, body: AvinodeLeadRequest): StoredLead | undefined {
  return [...state.leads.values()].find(
    (lead) => lead.connection === call.connection.name && lead.body.clientIdentifier === body.clientIdentifier,
  );
}

/** `Fail Busy Twice` fails two times; a lost answer is lost once, or nobody could ever learn of the lead. */
function failureOfThisTry(call: Call, state: State, body: AvinodeLeadRequest): Failure | undefined {
  const sentinel = failureOfContact(body.leadContactInfo.name);
  if (sentinel === undefined) return undefined;
  const key = `${call.connection.name} ${body.clientIdentifier}`;
  const tries = (state.tries.get(key) ?? 0) + 1;
  state.tries.set(key, tries);
  const times = sentinel.failure === "lost" && sentinel.times > 2 ? 1 : sentinel.times;
  return tries <= times ? sentinel.failure : undefined;
}
