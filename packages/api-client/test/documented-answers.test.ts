import { createMarketplace, sandboxApiToken, sandboxConnections } from "@liftline/sandbox";
import { marketplaceFetch } from "@liftline/sandbox/node";
import { AvinodeQuoteRequest, AvinodeRfq, AvinodeSearch, AvinodeTrip } from "@liftline/schema/avinode";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { readExample, readExamples } from "./documented-examples.ts";

/** The sandbox's answers in a trip's course, as they came, by the example of the documentation that shows the same. */
const answers = new Map<string, unknown>();

const clock = { now: () => Date.parse("2026-12-01T10:00:00Z") };
const marketplace = createMarketplace({ clock, rate: null });
const send = marketplaceFetch(marketplace);
const Id = z.object({ id: z.string(), href: z.string() });

/** One call by a company, with nothing of the client in between; its answer stands for an example. */
async function call(by: "demo" | "seller" | "identified", wanted: string, body?: unknown, example?: string) {
  const [method = "", path = ""] = wanted.split(" ");
  const headers = {
    "X-Avinode-ApiToken": sandboxApiToken,
    Authorization: `Bearer ${sandboxConnections[by].token}`,
    "X-Avinode-SentTimestamp": new Date(clock.now()).toISOString(),
    "X-Avinode-ApiVersion": "v1.0",
    "X-Avinode-Product": "Liftline v1.0",
    "X-Avinode-ActAsAccount": by === "seller" ? "maxmuster" : "josmith",
    "Content-Type": "application/json",
  };
  const text = body === undefined ? null : JSON.stringify(body);
  const response = await send(`${marketplace.baseUrl}${path}`, { method, headers, body: text });
  expect([wanted, response.ok]).toEqual([wanted, true]);
  const answer = z.object({ data: z.unknown() }).parse(await response.json());
  if (example !== undefined) answers.set(example, answer.data);
  return answer.data;
}

const fields = (key: string, all: string) =>
  `?${all
    .split(" ")
    .map((one) => `fields[${key}]=${one}`)
    .join("&")}`;
const ofAircraft =
  "amenities categorydetails homebase insurance liftaoc perfdetails safety sellerstats taildetails tailphotos typedetails typephotos";

beforeAll(async () => {
  const wish = { ...readExample("searches.create.request-any"), outputCurrencies: ["GBP", "USD"] };
  await call(
    "identified",
    `POST /searches${fields("searches", `${ofAircraft} schedule startposition`)}`,
    wish,
    "searches.create.answer",
  );
  const legs = { startAirport: { icao: "EGGW" }, date: "2026-12-03", numberOfDaysFlexibility: "7" };
  const found = await call("identified", "POST /emptylegs/search", legs, "emptylegs.search.answer");
  const [leg] = z.array(Id).parse(AvinodeSearch.parse(found).results);
  await call(
    "identified",
    `GET /emptylegs/${leg?.id}${fields("emptylegs", "calculatedprice")}`,
    undefined,
    "emptylegs.read.answer",
  );
  await converse();
  const settings = { ...readExample("webhooks.create.request"), eventTypes: ["TripChatFromSeller"] };
  await call("demo", "POST /webhooks/settings", settings, "webhooks.create.answer");
  await call("demo", "GET /webhooks/settings", undefined, "webhooks.list.answer");
});

/** By its departure or by its arrival. */
function legTo(icao: string, departure: boolean) {
  const dateTime = { date: "2026-12-13", time: departure ? "11:00" : "19:00", departure, local: true };
  return { startAirport: { icao: "EGGW" }, endAirport: { icao }, dateTime, paxCount: "4", paxSegment: true };
}

/** From the request to its end. */
async function converse() {
  const [aircraft] = marketplace.fleet(sandboxConnections.seller);
  const lift = { aircraftTail: aircraft?.aircraftTail ?? "" };
  const segments = [legTo("LFMN", true), legTo("LSGG", false)];
  const wish = { buyerMessage: "Hi", criteria: { requiredLift: [lift] }, segments };
  const trip = AvinodeTrip.parse(
    await call("demo", `POST /rfqs${fields("rfqs", "aviquote")}`, wish, "rfqs.create.answer"),
  );
  const { id = "" } = trip.rfqs?.[0] ?? {};
  const asked = await call("seller", `GET /rfqs/${id}`);
  const rfq = AvinodeRfq.parse(asked);
  const { id: liftId = "", links } = rfq.sellerLift?.[0] ?? {};
  await call("seller", `GET /tripmsgs/${rfq.links?.tripmsgs?.[0]?.id}`, undefined, "tripmsgs.read.answer-buyer");
  await call("seller", `GET /quotes/${links?.quotes?.[0]?.id}`, undefined, "quotes.read.answer");
  await call("seller", `POST /tripmsgs/${liftId}/chat`, { message: "Yes?" }, "tripmsgs.chat.answer");
  const { quote, ...rest } = AvinodeQuoteRequest.parse(readExample("tripmsgs.submitQuote.request"));
  const way = quote.segments.map((one) => ({ ...one, dateTime: { ...one.dateTime, date: "2026-12-13" } }));
  const offer = { ...rest, quote: { ...quote, lift, segments: way } };
  const said = Id.parse(
    await call("seller", `POST /tripmsgs/${liftId}/submitQuote`, offer, "tripmsgs.submitQuote.answer"),
  );
  await call("seller", `GET /tripmsgs/${said.id}`, undefined, "tripmsgs.read.answer-seller");
  await call("seller", `POST /tripmsgs/${liftId}/decline`, { message: "No." }, "tripmsgs.decline.answer");
  const words = { messageToSeller: "Sorry.", reason: "BY_CLIENT" };
  const cancellation = { id: trip.id, type: "trip", href: trip.href, ...words };
  const cancel = `PUT /trips/${trip.id}/cancel${fields("trips", "sellermessagelinks")}`;
  await call("demo", cancel, cancellation, "trips.cancel.answer");
  await call("demo", `GET /rfqs/${id}${fields("rfqs", "buyermessages")}`, undefined, "rfqs.read.answer-buyermessages");
  answers.set("rfqs.read.answer", [asked]);
  await call("seller", "PUT /schedules", { lift, activities: [] }, "schedules.put.answer");
}

/** Every place with its kind of value, `results[].id text`; an example's empty or missing value asks for the place alone. */
function placesOf(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((item) => placesOf(item, `${path}[]`))];
  if (typeof value !== "object" || value === null) return value === null ? [path] : [path, `${path} ${typeof value}`];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, `${path}.${key}`))];
}

/** What only some airports have. */
const ofSomeAirports = /\.(faa|province)\b/;

const documented = [...readExamples()].filter(([name]) => name.includes(".answer"));

test.each(documented)("the sandbox writes all that is documented: %s", (name, example) => {
  const written = new Set(placesOf(answers.get(name)));
  const missing = placesOf(example["data"]).filter((place) => !written.has(place) && !ofSomeAirports.test(place));
  expect([...new Set(missing)]).toEqual([]);
});
