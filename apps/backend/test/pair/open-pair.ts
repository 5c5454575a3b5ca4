import { SearchResponse, type Option, type OptionsLeadRequestInput } from "@liftline/schema";
import { deliverDue } from "../../src/deliveries/deliver-due.ts";
import { everyRow } from "../databases/every-row.ts";
import { basic, openNotificationDesk, secondSecret, type NotificationDesk } from "../notification-desk.ts";

/** A word in everything that only the second broker may know. */
const person = {
  name: "CANARY-NAME",
  email: "canary.person@visitor.example",
  phone: "+44 20 7946 0999",
  title: "CANARY-TITLE",
  company: "CANARY-COMPANY",
};

/** Two brokers on one backend: the second has a lead and was notified of it; the first one, `demo`, is who asks. */
export interface Pair extends NotificationDesk {
  /** The second broker's ids, by what they name. */
  ids: Record<string, string>;
  /** The second broker's request as it was sent, and the key it came with. */
  sent: OptionsLeadRequestInput;
  key: string;
  /** A search of the demo broker's own. */
  search(): Promise<SearchResponse>;
  /** All rows of the second broker's, while the demo broker has no lead. */
  rowsOfSecond(): Promise<string>;
}

/** What of the second broker's is in a text: a word of its visitor, or an id. */
export function secretsIn({ ids }: Pair, text: string): string[] {
  const words = [...Object.values(person), "CANARY-MESSAGE"].filter((word) => text.includes(word));
  return [...words, ...Object.keys(ids).filter((name) => text.includes(ids[name] ?? ""))];
}

const second = { origin: "https://second-charter.example", "x-embed-key": "pk_second" };
const legs = [{ from: "EGGW", to: "KTEB", date: "2026-12-13", time: "11:00", passengers: 7 }];

export async function openPair(): Promise<Pair> {
  const desk = await openNotificationDesk();
  const found = SearchResponse.parse(await (await desk.post("/searches", { legs }, second)).json());
  const [option] = found.options;
  if (!option) throw new Error("something is found");
  const request = { search: found.search, options: [option], contact: person, message: "CANARY-MESSAGE" };
  const key = "the-second-brokers-key";
  const receipt = await desk.post("/leads", request, { ...second, "idempotency-key": key });
  if (receipt.status !== 201) throw new Error(`the second broker's lead was answered ${receipt.status}`);
  await deliverDue(desk.dependencies);
  await notifySecond(desk);

  return {
    ...desk,
    sent: request,
    key,
    ids: { search: found.search, option: option.token, photo: photoOf(option), key, ...(await storedIds(desk)) },
    search: async () => SearchResponse.parse(await (await desk.post("/searches", { legs })).json()),
    rowsOfSecond: () => rowsOfSecond(desk),
  };
}

async function notifySecond(desk: NotificationDesk): Promise<void> {
  const [lead] = desk.marketplace.ledger.leads();
  const authorization = basic(secondSecret);
  const answer = await desk.notify(desk.pointerTo(lead?.id ?? ""), { broker: "second", headers: { authorization } });
  desk.clock.advance(5_000);
  await desk.dependencies.processNotifications();
  if (answer.status !== 200) throw new Error(`the second broker's notification was answered ${answer.status}`);
}

function photoOf({ photos }: Option): string {
  return photos[0]?.url.replace("/photos/", "") ?? "";
}

/** What the rows are named by, ours and the marketplace's. */
async function storedIds({ dependencies, marketplace }: NotificationDesk): Promise<Record<string, string>> {
  const { build, run } = dependencies.database;
  const [lead] = await run(build.selectFrom("leads").select(["id", "reference", "client_identifier"]));
  const [delivery] = await run(build.selectFrom("deliveries").select(["id", "external_id"]));
  const [chosen] = await run(build.selectFrom("lead_options").select(["id", "marketplace_id"]));
  const [notification] = await run(build.selectFrom("notifications").select(["id", "pointer", "href"]));
  const ids = {
    lead: lead?.id,
    reference: lead?.reference,
    clientIdentifier: lead?.client_identifier,
    delivery: delivery?.id,
    marketplaceLead: delivery?.external_id,
    chosen: chosen?.id,
    marketplaceHit: chosen?.marketplace_id,
    marketplaceSearch: marketplace.ledger.leads()[0]?.searchId,
    trip: marketplace.ledger.leads()[0]?.tripId,
    notification: notification?.id,
    pointer: notification?.pointer,
    href: notification?.href,
  };
  return Object.fromEntries(
    Object.entries(ids).map(([name, id]) => {
      if (!id) throw new Error(`the second broker has no ${name}`);
      return [name, id];
    }),
  );
}

/** As long as the demo broker has no lead, every row that does not name it is the second one's. */
async function rowsOfSecond({ dependencies }: NotificationDesk): Promise<string> {
  const { call_buckets: _, ...tables } = await everyRow(dependencies.database);
  const isDemo = (row: unknown) => JSON.stringify(row).includes('"broker_id":"demo"');
  return JSON.stringify(Object.entries(tables).map(([name, rows]) => [name, rows.filter((row) => !isDemo(row))]));
}
