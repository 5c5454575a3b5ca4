import { createHmac } from "node:crypto";
import { Problem } from "@liftline/schema";
import OAuth from "oauth-1.0a";
import { afterEach, describe, expect, test } from "vitest";
import { testBroker } from "../../test/harness.ts";
import { storageUnavailable } from "../database/storage-unavailable.ts";
import {
  basic,
  demoSecret,
  openNotificationDesk,
  publicUrl,
  secondSecret,
  type NotificationDesk,
} from "../../test/notification-desk.ts";

const desks: NotificationDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.dependencies.close();
});

async function open(options?: Parameters<typeof openNotificationDesk>[0]): Promise<NotificationDesk> {
  const desk = await openNotificationDesk(options);
  desks.push(desk);
  return desk;
}

const pointer = { id: "alead-1", href: "https://sandbox.avinode.com/api/leads/alead-1", type: "leads" };

/** The headers of a call that an OAuth library has signed. */
function signed(
  desk: NotificationDesk,
  by: { secret?: string; broker?: string; nonce?: string; at?: number; url?: string; method?: string } = {},
): { authorization: string } {
  const [key = "", secret = ""] = (by.secret ?? demoSecret).split(":");
  const method = by.method ?? "HMAC-SHA1";
  const signer = new OAuth({
    consumer: { key, secret },
    signature_method: method,
    hash_function: (text, word) =>
      createHmac(method === "HMAC-SHA1" ? "sha1" : "sha256", word)
        .update(text)
        .digest("base64"),
  });
  signer.getTimeStamp = () => Math.floor((by.at ?? desk.clock.now()) / 1000);
  if (by.nonce !== undefined) signer.getNonce = () => by.nonce ?? "";
  const url = by.url ?? `${publicUrl}/webhooks/avinode/${by.broker ?? "demo"}`;
  return { authorization: signer.toHeader(signer.authorize({ url, method: "POST" })).Authorization };
}

describe("R26: whoever sends", () => {
  test("is asked for the secret, and then taken: Basic after our 401", async () => {
    const desk = await open();
    const asked = await desk.notify(pointer, { headers: { authorization: "" } });
    expect([asked.status, asked.headers.get("www-authenticate")]).toEqual([
      401,
      'Basic realm="notifications", charset="UTF-8"',
    ]);
    expect((await desk.notify(pointer)).status).toBe(200);
    expect(await desk.rows()).toHaveLength(1);
  });

  test.each(["HMAC-SHA1", "HMAC-SHA256"])("may sign with %s, for the address outside", async (method) => {
    const desk = await open();
    expect((await desk.notify(pointer, { headers: signed(desk, { method }) })).status).toBe(200);
    const inside = signed(desk, { url: "http://localhost/webhooks/avinode/demo" });
    expect((await desk.notify(pointer, { headers: inside })).status).toBe(401);
    expect((await desk.rows()).map(({ seen }) => seen)).toEqual([1]);
  });

  test("and signs for the address inside where none is configured", async () => {
    const desk = await open({ config: { publicUrl: undefined } });
    const headers = signed(desk, { url: "http://localhost/webhooks/avinode/demo" });
    expect((await desk.notify(pointer, { headers })).status).toBe(200);
  });

  test.each([
    ["nothing", ""],
    ["another secret", basic("liftline:another word")],
    ["another broker's secret", basic(secondSecret)],
    ["another user", basic(demoSecret.replace("liftline", "someone"))],
    ["one character less", basic(demoSecret.slice(0, -1))],
    ["one character more", basic(`${demoSecret}x`)],
    ["another case", basic(demoSecret.toUpperCase())],
    ["no password", basic("liftline:")],
    ["no user", basic(":")],
    ["an empty secret", "Basic "],
    ["the secret unencoded", `Basic ${demoSecret}`],
    ["the secret as a bearer", basic(demoSecret).replace("Basic", "Bearer")],
    ["an empty signature", "OAuth "],
    ["the embed key", basic("pk_demo:pk_demo")],
  ])("and shows %s is refused, and nothing is stored", async (_, authorization) => {
    const desk = await open();
    expect((await desk.notify(pointer, { headers: { authorization } })).status).toBe(401);
    expect(await desk.rows()).toEqual([]);
  });

  test("for a broker whom nobody knows sees what a wrong password sees", async () => {
    const known = { ...testBroker, id: "silent", embedKeys: ["pk_silent"] };
    const desk = await open({
      config: { brokers: [{ ...testBroker, webhooks: { username: "liftline", password: "word" } }, known] },
    });
    const answers = await Promise.all(
      [
        { broker: "demo", authorization: basic("liftline:wrong") },
        { broker: "nobody", authorization: basic("liftline:word") },
        { broker: "nobody", authorization: basic(":") },
        { broker: "silent", authorization: basic(":") },
        { broker: "silent", authorization: basic("liftline:word") },
        { broker: "nobody", authorization: signed(desk, { secret: ":", broker: "nobody" }).authorization },
        { broker: "silent", authorization: signed(desk, { secret: ":", broker: "silent" }).authorization },
        { broker: "constructor", authorization: basic("liftline:word") },
      ].map(async ({ broker, authorization }) => {
        const response = await desk.notify(pointer, { broker, headers: { authorization } });
        const { requestId, ...problem } = Problem.parse(await response.json());
        const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== "x-request-id"));
        return JSON.stringify([response.status, requestId.length > 0, problem, headers]);
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("notification.unauthorized");
    expect(await desk.rows()).toEqual([]);
  });

  test("cannot send a signed call again, not even a parallel one, and not after it is forgotten", async () => {
    const desk = await open();
    const headers = signed(desk, { nonce: "once" });
    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.notify(pointer, { headers })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 19 }, () => 401)]);
    expect((await desk.notify(pointer, { headers: signed(desk, { nonce: "twice" }) })).status).toBe(200);
    desk.clock.advance(6 * 60_000);
    expect((await desk.notify(pointer, { headers })).status).toBe(401);
    expect((await desk.notify(pointer, { headers: signed(desk, { nonce: "once" }) })).status).toBe(200);
    expect((await desk.rows()).map(({ seen }) => seen)).toEqual([3]);
    const { build, run } = desk.dependencies.database;
    expect(await run(build.selectFrom("notification_nonces").selectAll())).toHaveLength(1);
  });

  test("may use a nonce that another broker's marketplace used", async () => {
    const desk = await open();
    expect((await desk.notify(pointer, { headers: signed(desk, { nonce: "one" }) })).status).toBe(200);
    const second = signed(desk, { nonce: "one", broker: "second", secret: secondSecret });
    expect((await desk.notify(pointer, { broker: "second", headers: second })).status).toBe(200);
  });

  test("is cut off after sixty wrong guesses from an address, and nobody else is", async () => {
    const desk = await open();
    const from = (remoteAddress: string, authorization: string) =>
      desk.app.request(
        "/webhooks/avinode/demo",
        { method: "POST", headers: { authorization, "content-type": "application/json" }, body: "{}" },
        { incoming: { socket: { remoteAddress } } },
      );
    for (let guess = 0; guess < 60; guess += 1) {
      expect((await from("192.0.2.1", basic(`liftline:${guess}`))).status).toBe(401);
      expect((await from("192.0.2.2", "")).status).toBe(401);
    }
    const limited = await from("192.0.2.1", basic(demoSecret));
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "60"]);
    expect((await from("192.0.2.2", basic(demoSecret))).status).toBe(200);
    desk.clock.advance(60_000);
    expect((await from("192.0.2.1", basic(demoSecret))).status).toBe(200);
  });
});

describe("R25: what is sent", () => {
  test("is saved and answered with nothing, and nobody is called", async () => {
    const desk = await open();
    const answer = await desk.notify(pointer);
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
    expect(desk.marketplace.calls()).toEqual([]);
    expect(await desk.rows()).toEqual([
      expect.objectContaining({ broker_id: "demo", type: "leads", seen: 1, done: 0, href: pointer.href, reason: null }),
    ]);
  });

  test("counts, however often it comes: a repeat may be an update", async () => {
    const desk = await open();
    for (let time = 0; time < 5; time += 1) await desk.notify(pointer);
    expect((await desk.rows()).map(({ seen, done }) => [seen, done])).toEqual([[5, 0]]);
  });

  test("is not acknowledged while the database is down, nor is its nonce spent", async () => {
    const desk = await open();
    const { database } = desk.dependencies;
    const { run, atomic } = database;
    const away = () => Promise.reject(storageUnavailable(undefined));
    const headers = signed(desk, { nonce: "kept" });
    Object.assign(database, { run: away, atomic: away });
    for (const init of [{}, { headers }]) {
      const answer = await desk.notify(pointer, init);
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
    }
    Object.assign(database, { run, atomic });
    expect(await desk.rows()).toEqual([]);
    expect((await desk.notify(pointer, { headers })).status).toBe(200);
  });

  test.each([
    ["too large a body", { body: JSON.stringify({ id: "x".repeat(65 * 1024) }) }, 413],
    ["no JSON", { body: "{" }, 400],
    ["a list", { body: "[]" }, 400],
    ["a word", { body: '"leads"' }, 400],
    ["nothing", { body: "" }, 400],
    ["too deep a body", { body: `${"[".repeat(1000)}${"]".repeat(1000)}` }, 400],
    ["another type", { headers: { "content-type": "text/plain" } }, 415],
  ])("is refused as %s", async (_, init, status) => {
    const desk = await open();
    expect((await desk.notify(pointer, init)).status).toBe(status);
    expect(await desk.rows()).toEqual([]);
  });

  test("is not read at all before it is known who sends", async () => {
    const desk = await open();
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error("it was read")) });
    const headers = { "content-type": "application/json", authorization: basic("liftline:wrong") };
    const init: RequestInit & { duplex: "half" } = { method: "POST", headers, body, duplex: "half" };
    expect((await desk.app.request("/webhooks/avinode/demo", init)).status).toBe(401);
  });

  test("cannot overwhelm: 200 at a time, 50 times each, all are taken and all are counted", async () => {
    const desk = await open();
    const pointers = Array.from({ length: 10 }, (_, index) => desk.pointerTo(`alead-${index}`));
    for (let wave = 0; wave < 50; wave += 1) {
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, index) => desk.notify(pointers[index % pointers.length])),
      );
      expect(answers.every(({ status }) => status === 200)).toBe(true);
    }
    expect((await desk.rows()).map(({ seen }) => seen)).toEqual(Array.from({ length: 10 }, () => 1000));
    expect(desk.marketplace.calls()).toEqual([]);
  }, 120_000);
});

describe("R27: what nobody knows", () => {
  test.each([
    ["a type", { ...pointer, type: "quotesnapshots" }, { type: "quotesnapshots", reason: "unknown-type" }],
    ["a type of an odd kind", { ...pointer, type: { name: "leads" } }, { type: null, reason: "unknown-type" }],
    ["a property", { ...pointer, tripId: "Y2AW5H", event: { at: 1 } }, { type: "leads", reason: null }],
    ["no address", { id: "alead-1", type: "leads" }, { href: null, reason: "no-address" }],
    ["an address of an odd kind", { ...pointer, href: 7 }, { href: null, reason: "no-address" }],
    ["an address with a NUL", { ...pointer, href: `${pointer.href}\0` }, { href: null, reason: "no-address" }],
    ["half a character", { ...pointer, id: "\ud800" }, { resource_id: null, reason: null }],
    ["no id", { href: pointer.href, type: "leads" }, { resource_id: null, reason: null }],
    ["nothing at all", {}, { type: null, resource_id: null, href: null, reason: "no-address" }],
  ])("is kept as it came: %s", async (_, notification, expected) => {
    const desk = await open();
    expect((await desk.notify(notification)).status).toBe(200);
    const [row] = await desk.rows();
    expect(row).toMatchObject({ ...expected, body: JSON.stringify(notification), seen: 1 });
    expect(row?.next_at === null).toBe(expected.reason !== null);
  });

  test("is counted", async () => {
    const desk = await open();
    for (let time = 0; time < 3; time += 1) await desk.notify({ ...pointer, type: "new" });
    expect((await desk.rows()).map(({ seen }) => seen)).toEqual([3]);
  });
});

describe("R13: a notification of the live marketplace", () => {
  test("is not consumed by an instance that is not live", async () => {
    const desk = await open();
    const answer = await desk.notify({ ...pointer, href: "https://services.avinode.com/api/leads/alead-1" });
    expect([answer.status, Problem.parse(await answer.json()).code]).toEqual([403, "notification.refused"]);
    expect(await desk.rows()).toEqual([]);
  });
});

test("R8: nothing of a notification or its sender is logged", async () => {
  const desk = await open();
  await desk.notify({ id: "alead-CANARY", href: "https://evil.example/CANARY", type: "CANARY" });
  await desk.notify(pointer, { broker: "CANARY", headers: { authorization: basic("CANARY:CANARY") } });
  await desk.notify({}, { body: "{CANARY" });
  expect(JSON.stringify(desk.logLines)).not.toContain("CANARY");
  expect(JSON.stringify(desk.logLines)).not.toContain("broker's word");
  expect(desk.logLines).toContainEqual(expect.objectContaining({ event: "notification.suspicious", level: "warn" }));
});
