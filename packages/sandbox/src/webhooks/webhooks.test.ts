import { z } from "zod";
import { AvinodeNotification, AvinodeWebhookSettings } from "@liftline/schema/avinode";
import { describe, expect, test } from "vitest";
import { createCaller, testNow, type Caller } from "../../test/caller.ts";
import { search } from "../../test/trip.ts";
import { sandboxConnections } from "../index.ts";

const settings = {
  targetURI: "https://broker.example/webhooks/avinode/demo",
  displayName: "Liftline - Client leads",
  active: true,
  clientIdentifier: "liftline",
  clientSecret: "p:ässword",
  clientAuthenticationType: "PREEMPTIVE_BASIC",
  eventTypes: ["ClientLeads"],
};
const path = "/webhooks/settings";

/** Asks for the first hit of a new search. */
async function sendLead(caller: Caller, clientIdentifier: string): Promise<string> {
  const { id, hits } = await search(caller, [{ from: "EGGW", to: "KTEB" }]);
  const answer = await caller.post("/leads", {
    searchId: id,
    sellerQuoteIds: [hits[0]?.id],
    leadContactInfo: { name: "Jo Smith", emailAddresses: [{ type: "Home", emailAddress: "jo@example.com" }] },
    clientIdentifier,
  });
  return answer.data(z.object({ id: z.string() })).id;
}

/** Somebody who is notified: remembers what came and answers as told. */
function createReceiver(answer: (request: Request) => Response) {
  const received: { url: string; authorization: string | null; body: unknown }[] = [];
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const body: unknown = await request.clone().json();
    received.push({ url: request.url, authorization: request.headers.get("authorization"), body });
    return answer(request);
  };
  return { received, send };
}

describe("webhook settings", () => {
  test("are made, listed and replaced; active is text on the way out, and the secret stays inside", async () => {
    const caller = createCaller();
    const made = await caller.post(path, settings);
    expect(made.status).toBe(201);
    const { id } = made.data(z.object({ id: z.string(), active: z.literal("true") }));
    expect(made.text).not.toContain("ässword");
    const changed = await caller.put(`${path}/${id}`, { ...settings, active: false, version: 1 });
    expect(changed.data(AvinodeWebhookSettings)).toMatchObject({ id, active: false, version: 2 });
    expect((await caller.put(`${path}/${id}`, { ...settings, version: 1 })).status).toBe(409);
    expect((await caller.get(path)).data(z.array(AvinodeWebhookSettings))).toEqual([
      expect.objectContaining({ id, active: false, targetURI: settings.targetURI }),
    ]);
  });

  test.each([
    ["an address without https", { targetURI: "http://broker.example/hook" }, 422],
    ["an event nobody knows", { eventTypes: ["ClientLead"] }, 400],
    ["no event", { eventTypes: [] }, 400],
    ["a way to sign in that nobody knows", { clientAuthenticationType: "HMAC" }, 400],
    ["active as text", { active: "true" }, 400],
  ])("are refused with %s", async (_, change, status) => {
    expect((await createCaller().post(path, { ...settings, ...change })).status).toBe(status);
  });

  test("take an address once for each company, and belong to that company", async () => {
    const caller = createCaller();
    const { id } = (await caller.post(path, settings)).data(z.object({ id: z.string() }));
    expect((await caller.post(path, settings)).errors[0]?.code).toBe("TARGET_URI_NOT_UNIQUE");
    const other = { token: sandboxConnections.second.token };
    expect((await caller.post(path, settings, other)).status).toBe(201);
    expect((await caller.put(`${path}/${id}`, settings, other)).status).toBe(404);
  });
});

describe("notifications", () => {
  test("tell of a new lead by its address, to those who want to know and nobody else", async () => {
    const caller = createCaller();
    const { received, send } = createReceiver(() => new Response());
    await caller.post(path, settings);
    await caller.post(path, { ...settings, targetURI: "https://broker.example/legs", eventTypes: ["EmptyLegs"] });
    await caller.post(path, { ...settings, targetURI: "https://broker.example/off", active: false });
    await caller.post(path, settings, { token: sandboxConnections.second.token });
    const id = await sendLead(caller, "one");
    await caller.marketplace.deliverNotifications(send);
    expect(received.map(({ url }) => url)).toEqual([settings.targetURI]);
    expect(AvinodeNotification.parse(received[0]?.body)).toMatchObject({
      id,
      href: `${caller.marketplace.baseUrl}/leads/${id}`,
      type: "leads",
    });
  });

  test("come again until they are answered with 200, for 48 hours; a change looks the same", async () => {
    const caller = createCaller();
    let status = 503;
    const { received, send } = createReceiver(() => new Response(null, { status }));
    await caller.post(path, settings);
    const id = await sendLead(caller, "one");
    await caller.marketplace.deliverNotifications(send);
    status = 204;
    await caller.marketplace.deliverNotifications(send);
    status = 200;
    await caller.marketplace.deliverNotifications(send);
    await caller.marketplace.deliverNotifications(send);
    caller.marketplace.announceLead(id);
    await caller.marketplace.deliverNotifications(send);
    expect(received).toHaveLength(4);
    expect(received[3]?.body).toEqual(received[0]?.body);
    expect(caller.marketplace.notifications().map(({ state, tries }) => [state, tries])).toEqual([
      ["consumed", 3],
      ["consumed", 1],
    ]);

    status = 500;
    caller.marketplace.announceLead(id);
    await caller.marketplace.deliverNotifications(send);
    caller.advance(49 * 60 * 60_000);
    await caller.marketplace.deliverNotifications(send);
    expect(caller.marketplace.notifications().at(-1)).toMatchObject({ state: "lost", tries: 1 });
  });

  test("show the password at once, after a 401, or not at all", async () => {
    const basic = `Basic ${Buffer.from("liftline:p:ässword").toString("base64")}`;
    const challenge = { "www-authenticate": "Basic" };
    const expected = { PREEMPTIVE_BASIC: [basic], BASIC: [null, basic], NONE: [null] };
    for (const [clientAuthenticationType, headers] of Object.entries(expected)) {
      const caller = createCaller();
      const { received, send } = createReceiver(({ headers: sent }) =>
        sent.has("authorization") ? new Response() : new Response(null, { status: 401, headers: challenge }),
      );
      await caller.post(path, { ...settings, clientAuthenticationType });
      await sendLead(caller, "one");
      await caller.marketplace.deliverNotifications(send);
      expect(received.map(({ authorization }) => authorization)).toEqual(headers);
    }
  });

  test("are signed anew for each try", async () => {
    const caller = createCaller();
    const { received, send } = createReceiver(() => new Response(null, { status: 500 }));
    await caller.post(path, { ...settings, clientAuthenticationType: "OAUTH" });
    await sendLead(caller, "one");
    for (let round = 0; round < 2; round += 1) await caller.marketplace.deliverNotifications(send);
    const [first, second] = received.map(({ authorization }) => authorization);
    expect(first).toMatch(/^OAuth oauth_consumer_key="liftline", oauth_nonce="[^"]+".*oauth_signature="[^"]+"$/);
    expect(first).toContain(`oauth_timestamp="${testNow / 1000}"`);
    expect(second).not.toBe(first);
  });

  test("leave by themselves where they may, beside the call that caused them", async () => {
    const arrived = Promise.withResolvers<Request>();
    const caller = createCaller({
      sendNotification: async (input, init) => {
        arrived.resolve(new Request(input, init));
        return new Response();
      },
    });
    await caller.post(path, settings);
    await sendLead(caller, "one");
    expect((await arrived.promise).url).toBe(settings.targetURI);
  });

  test("come again by themselves, a minute later and then more and more slowly, until 48 hours have passed", async () => {
    const sentAt: number[] = [];
    let clock = testNow;
    const caller = createCaller({
      sendNotification: async () => {
        sentAt.push((clock - testNow) / 60_000);
        return new Response(null, { status: 500 });
      },
    });
    await caller.post(path, settings);
    await sendLead(caller, "one");
    for (let minute = 1; minute <= 49 * 60; minute += 1) {
      clock += 60_000;
      caller.advance(60_000);
      await caller.marketplace.tick();
    }
    expect(sentAt.slice(0, 9)).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183]);
    expect(sentAt.at(-1)).toBeLessThanOrEqual(48 * 60);
    expect(sentAt.at(-1)).toBeGreaterThan(47 * 60);
    expect(caller.marketplace.notifications()[0]?.state).toBe("lost");
  });

  test("go out side by side: one receiver who never answers keeps nobody else waiting, and counts as not reached", async () => {
    const caller = createCaller({ notificationTimeoutMs: 20 });
    for (const name of ["one", "two", "three"]) {
      await caller.post(path, { ...settings, targetURI: `https://broker.example/${name}` });
    }
    await sendLead(caller, "one");
    const order: string[] = [];
    await caller.marketplace.deliverNotifications((input, init) => {
      const { pathname } = new URL(new Request(input).url);
      order.push(pathname);
      if (pathname !== "/one") return Promise.resolve(new Response());
      return new Promise((_, reject) => init?.signal?.addEventListener("abort", () => reject(new Error("too late"))));
    });
    expect(order).toEqual(["/one", "/two", "/three"]);
    expect(caller.marketplace.notifications().map(({ state }) => state)).toEqual(["waiting", "consumed", "consumed"]);
  });

  test("and their settings are gone after a reset", async () => {
    const caller = createCaller();
    await caller.post(path, settings);
    await sendLead(caller, "one");
    caller.marketplace.reset();
    expect(caller.marketplace.notifications()).toEqual([]);
    expect((await caller.get(path)).data(z.array(z.unknown()))).toEqual([]);
  });
});
