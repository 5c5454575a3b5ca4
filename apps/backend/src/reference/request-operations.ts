import type { Operation } from "./operation.ts";

const json = ["application/json"] as const;
const date = "2030-12-13";

/** Contract §3. */
const searchExample = {
  legs: [{ from: "EGGW", to: "KTEB", date, time: "11:00", timeMeans: "departure", passengers: 7 }],
  groupBy: "aircraft",
  currency: "EUR",
  categories: ["Heavy jet"],
  locale: "en-GB",
};

/** Without options, so that it can be sent as it stands. */
const tripExample = {
  trip: { legs: [{ from: { code: "EGGW" }, to: { words: "the grass strip near Ascot" }, date, passengers: 4 }] },
  contact: { name: "Jo Smith", email: "jo@example.com", phone: "+46701234567" },
  message: "I want to bring my dog.",
  needs: { pets: 1, luggage: "3 large bags" },
  locale: "en-GB",
};

/** What the widget calls, in the order in which it does, and who tells us of what became of it. */
export const requestOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/widget/settings",
    id: "readSettings",
    room: "requests",
    summary: "What the widget needs to draw itself",
    description: "By embed key, in one language. May be kept for a minute, and for a day where we do not answer.",
    isGated: true,
    query: "WidgetSettingsQuery",
    answers: { 200: { description: "The broker's settings.", media: json, shape: "WidgetSettings" } },
    example: { path: "/widget/settings?lang=de" },
  },
  {
    method: "get",
    path: "/airports",
    id: "findAirports",
    room: "requests",
    summary: "Airports for typed text, or around a position",
    description:
      "Takes `query`, or `latitude` and `longitude`; never both. Answers where the marketplace does not: the bundled index stands in.",
    isGated: true,
    query: "AirportQuery",
    answers: {
      200: { description: "Best match first; none is an answer, too.", media: json, shape: "AirportResponse" },
    },
    example: { path: "/airports?query=lond&limit=3" },
  },
  {
    method: "post",
    path: "/searches",
    id: "searchOptions",
    room: "requests",
    summary: "Options for a trip",
    description:
      "Asks the marketplace, which may take many seconds. Nothing of it is stored: what a request needs later is sealed in `search` and in each option's `token`.",
    isGated: true,
    body: { shape: "SearchRequest", examples: { trip: searchExample } },
    answers: { 200: { description: "Cheapest first.", media: json, shape: "SearchResponse" } },
    codes: [
      "airport.unknown",
      "marketplace.refused",
      "marketplace.unreadable",
      "marketplace.unavailable",
      "marketplace.limited",
    ],
    example: { path: "/searches" },
  },
  {
    method: "post",
    path: "/leads",
    id: "submitLead",
    room: "requests",
    summary: "A booking request",
    description:
      "With `search` and `options` exactly as `POST /searches` answered them, or with a `trip` where there are none. It is stored before it is answered and delivered after; sent again with the same `Idempotency-Key` it is the same request, and gets the same answer. One request for each search.",
    isGated: true,
    parameters: [
      {
        name: "Idempotency-Key",
        in: "header",
        required: true,
        description: "Drawn anew for each request and kept for its repeats, such as a UUID.",
        schema: { type: "string", minLength: 8, maxLength: 200, pattern: "^[\\x21-\\x7e]+$" },
      },
    ],
    body: { shape: "LeadRequest", examples: { trip: tripExample } },
    answers: { 201: { description: "Stored. Say the reference to the visitor.", media: json, shape: "LeadReceipt" } },
    codes: [
      "request.idempotency-key-missing",
      "request.idempotency-key-reused",
      "search.spent",
      "search.expired",
      "option.unavailable",
      "storage.unavailable",
    ],
    example: { path: "/leads", headers: ["Idempotency-Key: $(uuidgen)"] },
  },
  {
    method: "get",
    path: "/photos/{token}",
    id: "readPhoto",
    room: "requests",
    summary: "An aircraft photo",
    description:
      "For `<img>`: it takes no embed key, the token names the broker. The address is in an option's `photos`.",
    parameters: [{ name: "token", in: "path", description: "Sealed; holds as long as its search." }],
    answers: {
      200: {
        description: "The picture and nothing that was noted in it.",
        media: ["image/jpeg", "image/png", "image/webp"],
      },
    },
    codes: ["photo.unavailable", "rate.limited"],
    example: { path: "/photos/$TOKEN" },
  },
  {
    method: "post",
    path: "/webhooks/avinode/{brokerId}",
    id: "takeNotification",
    room: "notifications",
    summary: "A notification of the marketplace",
    description:
      "For the marketplace alone. It is stored, answered, and looked into afterwards; what is in it is a pointer, and anything in it that cannot be read counts as missing.",
    security: ["webhookPassword", "webhookSignature"],
    parameters: [{ name: "brokerId", in: "path", description: "`id` of the broker in the configuration." }],
    body: {
      shape: "Notification",
      examples: { lead: { id: "alead-1", type: "leads", href: "https://sandbox.avinode.com/api/leads/alead-1" } },
    },
    answers: { 200: { description: "Stored." } },
    codes: ["notification.unauthorized", "notification.refused", "rate.limited", "storage.unavailable"],
    example: { path: "/webhooks/avinode/demo", headers: ["Authorization: Basic $CREDENTIALS"] },
  },
];
