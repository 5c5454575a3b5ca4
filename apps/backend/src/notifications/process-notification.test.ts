import { SearchResponse } from "@liftline/schema";
import { createMarketplace, type Marketplace } from "@liftline/sandbox";
import { marketplaceFetch } from "@liftline/sandbox/node";
import { AvinodeSearchHit } from "@liftline/schema/avinode";
import { afterEach, describe, expect, test } from "vitest";
import { createTestClock, testStart } from "../../test/harness.ts";
import { basic, openNotificationDesk, secondSecret, type NotificationDesk } from "../../test/notification-desk.ts";
import { deliverDue } from "../deliveries/deliver-due.ts";
import { openDatabase } from "../database/open-database.ts";

const desks: NotificationDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.dependencies.close();
});

interface ProcessDesk extends NotificationDesk {
  /** Stands between us and the marketplace; by default lets everything through. */
  via: { wire: (request: Request, pass: () => Promise<Response>) => Promise<Response> };
  /** Every address that was asked, credentials included or not. */
  asked: string[];
  /** Lets notifications rest, then looks at what is due. */
  process(afterMs?: number): Promise<number>;
  /** A lead that a Web App of the company made; its id at the marketplace. */
  leadFromElsewhere(name?: string, broker?: string): Promise<string>;
  /** A lead of our own, stored and not yet sent. */
  submit(name?: string): Promise<void>;
  deliveryStates(): Promise<string[]>;
}

async function open(by: { url?: string; marketplace?: Marketplace } = {}): Promise<ProcessDesk> {
  const clock = createTestClock(testStart);
  const marketplace = by.marketplace ?? createMarketplace({ clock, rate: null });
  const pass = marketplaceFetch(marketplace);
  const via: ProcessDesk["via"] = { wire: (_, go) => go() };
  const asked: string[] = [];
  const desk = await openNotificationDesk({
    marketplace,
    overrides: {
      clock,
      database: await openDatabase({ url: by.url ?? ":memory:", clock }),
      fetch: async (input, init) => {
        const request = new Request(input, init);
        asked.push(request.url);
        return via.wire(request, () => pass(request));
      },
    },
  });
  // `clock` of the desk is its own; what moves time here is ours.
  const open = {
    ...desk,
    clock,
    via,
    asked,
    process: (afterMs = 1000) => {
      clock.advance(afterMs);
      return desk.dependencies.processNotifications();
    },
    async leadFromElsewhere(name = "Ann Other", brokerId = "demo") {
      const { marketplace: connection } = desk.dependencies.brokers.findById(brokerId) ?? {};
      const segments = [
        {
          startAirport: { icao: "EGGW" },
          endAirport: { icao: "KTEB" },
          dateTime: { date: "2026-12-13", time: "11:00", departure: true, local: true },
          paxCount: "4",
        },
      ];
      const search = await connection?.searches.create({ segments }, { fields: [] });
      const lead = await connection?.leads.create({
        searchId: search?.id ?? "",
        sellerQuoteIds: [AvinodeSearchHit.parse(search?.results[0]).id],
        leadContactInfo: { name, emailAddresses: [{ type: "Home", emailAddress: "ann@elsewhere.example" }] },
        clientIdentifier: crypto.randomUUID(),
      });
      asked.length = 0;
      return lead?.id ?? "";
    },
    async submit(name = "Jo Smith") {
      const legs = [{ from: "EGGW", to: "KTEB", date: "2026-12-13", time: "11:00", passengers: 7 }];
      const found = SearchResponse.parse(await (await desk.post("/searches", { legs })).json());
      const contact = { name, email: "jo@example.com" };
      const lead = { search: found.search, options: found.options.slice(0, 1), contact };
      const answer = await desk.post("/leads", lead, { "idempotency-key": crypto.randomUUID() });
      expect(answer.status).toBe(201);
    },
    async deliveryStates() {
      const { build, run } = desk.dependencies.database;
      const query = build.selectFrom("deliveries").select("state").where("channel", "=", "marketplace");
      return (await run(query)).map(({ state }) => state);
    },
  };
  desks.push(open);
  return open;
}

const isRead = (request: Request) => request.method === "GET" && request.url.includes("/leads/");
const isCreate = (request: Request) => request.method === "POST" && request.url.endsWith("/leads");

async function reasons(desk: NotificationDesk): Promise<(string | null)[]> {
  return (await desk.rows()).map(({ reason }) => reason);
}

describe("a lead from elsewhere", () => {
  test("is read and kept for the broker, with whom to write to and all that was told of it", async () => {
    const desk = await open();
    const id = await desk.leadFromElsewhere();
    await desk.notify(desk.pointerTo(id));
    expect(await desk.process(0)).toBe(0);
    expect(await desk.process()).toBe(1);
    const [lead] = await desk.foreignLeads();
    expect(lead).toMatchObject({
      broker_id: "demo",
      environment: "sandbox",
      marketplace_id: id,
      name: "Ann Other",
      email: "ann@elsewhere.example",
      phone: null,
    });
    expect(JSON.parse(lead?.body ?? "")).toHaveProperty("data.id", id);
    expect(await reasons(desk)).toEqual(["from-elsewhere"]);
    expect(await desk.process()).toBe(0);
  });

  test("is kept once, as it stood last", async () => {
    const desk = await open();
    const id = await desk.leadFromElsewhere();
    await desk.notify(desk.pointerTo(id));
    await desk.process();
    desk.via.wire = async (_, pass) => {
      const answer = await (await pass()).text();
      return new Response(answer.replaceAll("Ann Other", "Ann Another"), { status: 200 });
    };
    await desk.notify(desk.pointerTo(id));
    await desk.process();
    const leads = await desk.foreignLeads();
    expect(leads.map(({ name }) => name)).toEqual(["Ann Another"]);
    expect(leads[0]?.last_read_at).not.toBe(leads[0]?.first_read_at);
  });

  test("is kept whatever its answer looks like", async () => {
    const desk = await open();
    const oddities = [
      { id: "alead-1" },
      { id: "alead-2", leadContactInfo: null },
      { id: "alead-3", leadContactInfo: { name: ["x"], emails: "x", phone: 7 } },
      { id: "alead-4", leadContactInfo: { name: "A\0B \ud800", emailAddresses: [{ emailAddress: "a@b.example" }] } },
      {
        id: "alead-5",
        leadContactInfo: { phoneNumbers: [{ phoneNumber: "+44 20 7946 0000" }] },
        clientIdentifier: "\0",
      },
    ];
    desk.via.wire = async ({ url }) => {
      const data = oddities.filter(({ id }) => url.endsWith(id));
      return Response.json({ meta: {}, data });
    };
    for (const { id } of oddities) await desk.notify(desk.pointerTo(id));
    expect(await desk.process()).toBe(5);
    expect((await desk.foreignLeads()).map(({ name, email, phone }) => [name, email, phone])).toEqual([
      [null, null, null],
      [null, null, null],
      [null, null, null],
      ["AB \ufffd", "a@b.example", null],
      [null, null, "+44 20 7946 0000"],
    ]);
  });

  test("belongs to one broker: another one's notification of it finds nothing", async () => {
    const desk = await open();
    const id = await desk.leadFromElsewhere();
    await desk.notify(desk.pointerTo(id), { broker: "second", headers: { authorization: basic(secondSecret) } });
    await desk.process();
    expect(await desk.foreignLeads()).toEqual([]);
    expect(await reasons(desk)).toEqual(["not-found"]);
  });
});

describe("a lead of our own", () => {
  test("is recognised and not kept a second time", async () => {
    const desk = await open();
    await desk.submit();
    await deliverDue(desk.dependencies);
    const [lead] = desk.marketplace.ledger.leads();
    await desk.notify(desk.pointerTo(lead?.id ?? ""));
    await desk.process();
    expect(await reasons(desk)).toEqual(["known"]);
    expect(await desk.foreignLeads()).toEqual([]);
  });

  test("case 6: whose answer was lost is settled by its notification, and sent once", async () => {
    const desk = await open();
    await desk.submit("Fail Lost");
    await deliverDue(desk.dependencies);
    expect(await desk.deliveryStates()).toEqual(["unknown"]);
    const [lead] = desk.marketplace.ledger.leads();
    await desk.notify(desk.pointerTo(lead?.id ?? ""));
    await desk.process();
    expect(await reasons(desk)).toEqual(["confirmed"]);
    expect(["delivered", "enriched"]).toContain((await desk.deliveryStates())[0]);
    desk.clock.advance(3_600_000);
    await deliverDue(desk.dependencies);
    expect(
      desk.marketplace.calls().filter(({ method, path }) => method === "POST" && path.endsWith("/leads")),
    ).toHaveLength(1);
    expect(desk.marketplace.ledger.leads()).toHaveLength(1);
  });

  test("case 6: whose notification overtakes its answer waits for that, and settles what it does not say", async () => {
    const desk = await open();
    await desk.submit();
    const lost = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    desk.via.wire = async (request, pass) => {
      const answer = await pass();
      if (!isCreate(request)) return answer;
      arrived.resolve();
      await lost.promise;
      throw new TypeError("terminated");
    };
    const delivering = deliverDue(desk.dependencies);
    await arrived.promise;
    const [lead] = desk.marketplace.ledger.leads();
    await desk.notify(desk.pointerTo(lead?.id ?? ""));
    await desk.process();
    expect([await reasons(desk), await desk.deliveryStates()]).toEqual([["delivery-under-way"], ["sending"]]);
    lost.resolve();
    await delivering;
    expect(await desk.deliveryStates()).toEqual(["unknown"]);
    await desk.process(6000);
    expect(await reasons(desk)).toEqual(["confirmed"]);
    expect(desk.marketplace.ledger.leads()).toHaveLength(1);
    expect(await desk.foreignLeads()).toEqual([]);
  });

  test("of another broker is from elsewhere, even under the same word", async () => {
    const desk = await open();
    await desk.submit();
    await deliverDue(desk.dependencies);
    const identifier = desk.marketplace.ledger.leads()[0]?.body.clientIdentifier;
    desk.via.wire = async () => Response.json({ meta: {}, data: { id: "alead-9", clientIdentifier: identifier } });
    await desk.notify(desk.pointerTo("alead-9"), { broker: "second", headers: { authorization: basic(secondSecret) } });
    await desk.process();
    expect((await desk.foreignLeads()).map(({ broker_id }) => broker_id)).toEqual(["second"]);
  });
});

describe("R25: case 7: no update is lost", () => {
  test("what is announced while we look is looked at again", async () => {
    const desk = await open();
    const id = await desk.leadFromElsewhere();
    await desk.notify(desk.pointerTo(id));
    let version = 0;
    desk.via.wire = async (_, pass) => {
      version += 1;
      const seen = `Version ${version}`;
      const text = (await (await pass()).text()).replaceAll("Ann Other", seen);
      // It changes after it was read, and before we have written it down.
      if (version === 1) await desk.notify(desk.pointerTo(id));
      return new Response(text);
    };
    await desk.process();
    expect((await desk.rows()).map(({ seen, done }) => [seen, done])).toEqual([[2, 1]]);
    await desk.process();
    expect((await desk.rows()).map(({ seen, done, next_at }) => [seen, done, next_at])).toEqual([[2, 2, null]]);
    expect((await desk.foreignLeads()).map(({ name }) => name)).toEqual(["Version 2"]);
  });

  test("200 at a time, 50 times: all are taken, and each wave is one look at each", async () => {
    const desk = await open();
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) ids.push(await desk.leadFromElsewhere());
    for (let wave = 1; wave <= 50; wave += 1) {
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, index) => desk.notify(desk.pointerTo(ids[index % ids.length] ?? ""))),
      );
      expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
      await desk.process();
      expect(desk.reads()).toBe(5 * wave);
    }
    expect((await desk.rows()).map(({ seen, done }) => [seen, done])).toEqual(ids.map(() => [2000, 2000]));
    expect(await desk.foreignLeads()).toHaveLength(5);
  }, 120_000);

  test("nor by a late one: what somebody else read since is not overwritten", async () => {
    const desk = await open();
    const { notifications } = desk.dependencies;
    await desk.notify(desk.pointerTo("alead-1"));
    desk.clock.advance(1000);
    const claim = (id: string) =>
      notifications.claim({
        environment: "sandbox",
        lease: { id, until: new Date(desk.clock.now() + 60_000).toISOString() },
        busyBrokers: [],
      });
    const late = await claim("late");
    expect(await claim("second")).toBeUndefined();
    desk.clock.advance(90_000);
    await desk.notify(desk.pointerTo("alead-1"));
    const other = await claim("other");
    const leadOf = (name: string) => ({
      id: `foreign_${name}`,
      marketplace_id: "alead-1",
      trip_id: null,
      client_identifier: null,
      name,
      email: null,
      phone: null,
      body: "{}",
      fingerprint: null,
    });
    if (!late || !other) throw new Error("nothing was claimed");
    expect(await notifications.finish(other, { reason: "from-elsewhere", foreignLead: leadOf("newer") })).toBe(true);
    expect(await notifications.finish(late, { reason: "from-elsewhere", foreignLead: leadOf("older") })).toBe(false);
    expect(await notifications.postpone(late, { until: "2027", reason: "late", attempts: 1 })).toBe(false);
    expect((await desk.foreignLeads()).map(({ name }) => name)).toEqual(["newer"]);
    expect((await desk.rows()).map(({ seen, done }) => [seen, done])).toEqual([[2, 2]]);
  });
});

describe("a crash", () => {
  test("between saving and looking loses nothing", async () => {
    const url = `file:${await temporaryFile()}`;
    const marketplace = createMarketplace({ clock: createTestClock(testStart + 2000), rate: null });
    const before = await open({ url, marketplace });
    const id = await before.leadFromElsewhere();
    expect((await before.notify(before.pointerTo(id))).status).toBe(200);
    await before.dependencies.database.close();
    const after = await open({ url, marketplace });
    expect(await after.process()).toBe(1);
    expect((await after.foreignLeads()).map(({ marketplace_id }) => marketplace_id)).toEqual([id]);
  });

  test("while looking ends the lease after a minute, and somebody looks again", async () => {
    const desk = await open();
    const id = await desk.leadFromElsewhere();
    await desk.notify(desk.pointerTo(id));
    const { notifications } = desk.dependencies;
    desk.clock.advance(1000);
    const lease = { id: "dead", until: new Date(desk.clock.now() + 60_000).toISOString() };
    await notifications.claim({ environment: "sandbox", lease, busyBrokers: [] });
    expect(await desk.process(59_000)).toBe(0);
    expect(await desk.process(2000)).toBe(1);
    expect(await desk.foreignLeads()).toHaveLength(1);
  });
});

describe("R26: the address of a notification", () => {
  test("is followed nowhere but below the marketplace's, however it is written", async () => {
    const desk = await open();
    const host = new URL(desk.marketplace.baseUrl).host;
    const hrefs = [
      "https://evil.example/api/leads/alead-1",
      `https://${host}.evil.example/api/leads/alead-1`,
      `https://${host}@evil.example/api/leads/alead-1`,
      `https://evil.example\\@${host}/api/leads/alead-1`,
      `https://${host}:8443/api/leads/alead-1`,
      `http://${host}/api/leads/alead-1`,
      `https://${host}/api/../admin/leads/1`,
      `https://${host}/api/leads/../../admin`,
      `https://${host}/api/leads/%2e%2e/%2e%2e/admin`,
      `https://${host}/api/leads/alead-1?to=https://evil.example`,
      "http://169.254.169.254/api/leads/1",
      "http://[::ffff:127.0.0.1]/api/leads/1",
      "http://2130706433/api/leads/1",
      "file:///etc/passwd",
      "//evil.example/api/leads/1",
      "leads/alead-1",
    ];
    for (const href of hrefs) {
      expect((await desk.notify({ id: "alead-1", href, type: "leads" })).status).toBe(200);
    }
    await desk.process();
    expect(desk.asked).toEqual([]);
    expect(new Set(await reasons(desk))).toEqual(new Set(["elsewhere"]));
  });

  test("is looked at again before it is followed: the configuration may have changed", async () => {
    const desk = await open();
    await desk.notify(desk.pointerTo("alead-1"));
    const { build, run } = desk.dependencies.database;
    await run(build.updateTable("notifications").set({ href: "https://evil.example/api/leads/alead-1" }));
    expect(await desk.process()).toBe(1);
    expect(desk.asked).toEqual([]);
    expect(await reasons(desk)).toEqual(["elsewhere"]);
  });

  test("R13: is not followed by a process of another marketplace", async () => {
    const desk = await open();
    await desk.notify(desk.pointerTo("alead-1"));
    const { build, run } = desk.dependencies.database;
    await run(build.updateTable("notifications").set({ environment: "live" }));
    expect(await desk.process()).toBe(0);
    expect(desk.asked).toEqual([]);
  });
});

describe("R12: a look that fails", () => {
  test("is repeated ever more slowly, and what was not there yet is found", async () => {
    const desk = await open();
    const id = await desk.leadFromElsewhere();
    await desk.notify(desk.pointerTo(id));
    let isThere = false;
    desk.via.wire = (request, pass) => (isRead(request) && !isThere ? Promise.resolve(notThere()) : pass());
    await desk.process();
    expect((await desk.rows()).map(({ attempts, reason, done }) => [attempts, reason, done])).toEqual([
      [1, "not-found", 0],
    ]);
    expect(await desk.process(500)).toBe(0);
    isThere = true;
    expect(await desk.process(2000)).toBe(1);
    expect(await desk.foreignLeads()).toHaveLength(1);
    expect((await desk.rows()).map(({ attempts }) => attempts)).toEqual([0]);
  });

  test("ends where there is nothing, and begins anew with the next notification", async () => {
    const desk = await open();
    await desk.notify(desk.pointerTo("alead-1"));
    desk.via.wire = async () => notThere();
    let looks = 0;
    for (let hour = 0; hour < 10; hour += 1) looks += await desk.process(3_600_000);
    expect([looks, await reasons(desk)]).toEqual([6, ["gone"]]);
    await desk.notify(desk.pointerTo("alead-1"));
    expect(await desk.process()).toBe(1);
    expect((await desk.rows()).map(({ attempts }) => attempts)).toEqual([1]);
  });

  test("goes on for two days while the marketplace is away, as often as once an hour", async () => {
    const desk = await open();
    await desk.notify(desk.pointerTo("alead-1"));
    desk.via.wire = async () => new Response(null, { status: 503 });
    let looks = 0;
    for (let hour = 0; hour < 80; hour += 1) looks += await desk.process(3_600_000);
    expect([looks, await reasons(desk)]).toEqual([54, ["given-up: unavailable"]]);
    expect(desk.logLines.filter(({ event }) => event === "notification.given-up")).toHaveLength(1);
  });

  test.each([
    ["credentials", () => new Response(null, { status: 401 }), 300_000],
    ["permission", () => new Response(null, { status: 403 }), 300_000],
    ["limited", () => new Response(null, { status: 429, headers: { "X-Rate-Limit-Reset": "60" } }), 60_000],
  ])("for %s holds back all of that broker's and nobody else's, and counts for nothing", async (reason, refuse, ms) => {
    const desk = await open();
    const own = await Promise.all(Array.from({ length: 5 }, () => desk.leadFromElsewhere()));
    const other = await desk.leadFromElsewhere("Ann Other", "second");
    for (const id of own) await desk.notify(desk.pointerTo(id));
    const second = { broker: "second", headers: { authorization: basic(secondSecret) } };
    await desk.notify(desk.pointerTo(other), second);
    let isRefused = true;
    const demoToken = "sandbox-token-demo-charter";
    desk.via.wire = (request, pass) =>
      isRefused && request.headers.get("authorization")?.endsWith(demoToken) ? Promise.resolve(refuse()) : pass();
    await desk.process();
    expect(desk.asked).toHaveLength(2);
    expect(await desk.foreignLeads()).toHaveLength(1);
    expect((await desk.rows()).filter(({ attempts }) => attempts > 0)).toEqual([]);
    expect(await reasons(desk)).toContain(reason);
    isRefused = false;
    expect(await desk.process(ms / 2)).toBe(0);
    await desk.process(ms);
    expect(await desk.foreignLeads()).toHaveLength(6);
  });

  test("for a fault of our own holds up nobody, and is looked at ever more slowly", async () => {
    const desk = await open();
    await desk.notify(desk.pointerTo("alead-1"));
    const id = await desk.leadFromElsewhere();
    await desk.notify(desk.pointerTo(id));
    const { ownLeads } = desk.dependencies;
    const find = ownLeads.find.bind(ownLeads);
    desk.via.wire = ({ url }, pass) =>
      url.endsWith("alead-1") ? Promise.resolve(Response.json({ data: { id: "1", clientIdentifier: "odd" } })) : pass();
    ownLeads.find = (scope, word) => (word === "odd" ? Promise.reject(new RangeError("any")) : find(scope, word));
    expect(await desk.process()).toBe(2);
    expect(await desk.foreignLeads()).toHaveLength(1);
    expect((await reasons(desk)).toSorted()).toEqual(["from-elsewhere", "internal"]);
    expect(desk.logLines).toContainEqual(
      expect.objectContaining({ event: "notification.failed", cause: "RangeError" }),
    );
  });

  test("after a reset of the sandbox is no loss of what was read before", async () => {
    const desk = await open();
    const id = await desk.leadFromElsewhere();
    await desk.notify(desk.pointerTo(id));
    await desk.process();
    await desk.notify(desk.pointerTo(id));
    desk.marketplace.reset();
    for (let hour = 0; hour < 10; hour += 1) await desk.process(3_600_000);
    expect(await reasons(desk)).toEqual(["gone"]);
    expect((await desk.foreignLeads()).map(({ name }) => name)).toEqual(["Ann Other"]);
  });
});

function notThere(): Response {
  return Response.json({ meta: { errors: [{ code: "NOT_FOUND" }] } }, { status: 404 });
}

async function temporaryFile(): Promise<string> {
  const { mkdtemp } = await import("node:fs/promises");
  const { tmpdir } = await import("node:os");
  const { join } = await import("node:path");
  return join(await mkdtemp(join(tmpdir(), "notifications-")), "liftline.db");
}
