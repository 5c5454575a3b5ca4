import { AvinodeWebhookSettingsRequest } from "@liftline/schema/avinode";
import type { Call, Endpoint } from "../http/endpoint.ts";
import { parseBody } from "../http/parse-body.ts";
import { invalid, notFound, refuse, unprocessable } from "../http/refusal.ts";
import type { State } from "../state.ts";

/** Where notifications of a company go. */
export interface StoredSettings {
  id: string;
  /** The company's connection. */
  connection: string;
  body: AvinodeWebhookSettingsRequest;
  version: number;
}

/** How a notification says who sends it; all but `BASIC` are our spelling (`avinode-api.md` D6). */
export const authenticationTypes = ["NONE", "OAUTH", "BASIC", "PREEMPTIVE_BASIC"] as const;

/** What can be subscribed to (`avinode-api.md` D7). */
export const eventTypes = [
  "ClientLeads",
  "EmptyLegs",
  "TripRequest",
  "TripRequestSellerResponse",
  "TripRequestMine",
  "TripRequestSellerResponseMine",
  "TripChatFromBuyer",
  "TripChatFromSeller",
  "TripChatMine",
] as const;
export type EventType = (typeof eventTypes)[number];

const path = "/webhooks/settings";

/** `GET /webhooks/settings`: all of the company. */
export const listSettings: Endpoint = {
  operation: "webhooks.list",
  method: "get",
  path,
  answer: ({ connection }, state) => ({
    data: [...state.webhooks.values()]
      .filter((settings) => settings.connection === connection.name)
      .map((settings) => write(settings, state)),
  }),
};

/** `POST /webhooks/settings` (avinode-api.md B9). */
export const createSettings: Endpoint = {
  operation: "webhooks.create",
  method: "post",
  path,
  answer: (call, state) => {
    const body = parseBody(AvinodeWebhookSettingsRequest, call.body);
    check(body, { call, state, id: null });
    const settings = { id: state.nextId("whs"), connection: call.connection.name, body, version: 1 };
    state.webhooks.set(settings.id, settings);
    return { status: 201, data: write(settings, state) };
  },
};

/** `PUT /webhooks/settings/{id}`: replaces all of it. */
export const updateSettings: Endpoint = {
  operation: "webhooks.update",
  method: "put",
  path: `${path}/:id`,
  answer: (call, state) => {
    const settings = state.webhooks.get(call.params["id"] ?? "");
    if (settings === undefined || settings.connection !== call.connection.name) throw notFound();
    const body = parseBody(AvinodeWebhookSettingsRequest, call.body);
    check(body, { call, state, id: settings.id });
    if (body.version !== undefined && body.version !== settings.version) {
      throw refuse(409, [{ title: "Simultaneous update", code: "SIMULTANEOUS_UPDATE", path: "version" }]);
    }
    Object.assign(settings, { body, version: settings.version + 1 });
    return { data: write(settings, state) };
  },
};

function check(
  body: AvinodeWebhookSettingsRequest,
  { call, state, id }: { call: Call; state: State; id: string | null },
): void {
  if (!isTrusted(body.targetURI)) throw unprocessable("TARGET_URI_INVALID", "https is needed", "targetURI");
  const isTaken = [...state.webhooks.values()].some(
    (other) => other.id !== id && other.connection === call.connection.name && other.body.targetURI === body.targetURI,
  );
  if (isTaken) throw unprocessable("TARGET_URI_NOT_UNIQUE", "Another webhook has this address", "targetURI");
  if (!authenticationTypes.some((type) => type === body.clientAuthenticationType)) {
    throw invalid("field: clientAuthenticationType", "clientAuthenticationType");
  }
  if (body.eventTypes.length === 0 || !body.eventTypes.every((type) => eventTypes.some((known) => known === type))) {
    throw invalid("field: eventTypes", "eventTypes");
  }
}

/** https; plain http on this machine, where the marketplace is simulated. */
function isTrusted(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isLoopback = url !== undefined && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  return url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback);
}

/** What an answer shows, in the words of seed 004: `active` is text, and neither secret nor events come back. */
function write({ id, body, version }: StoredSettings, state: State): object {
  return {
    id,
    href: `${state.baseUrl}${path}/${id}`,
    type: "settings",
    targetURI: body.targetURI,
    displayName: body.displayName,
    active: String(body.active),
    version,
  };
}
