import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { failureOf, leadBody, luton } from "../../test/marketplace.ts";
import { createAvinodeClient, type AvinodeClient } from "./index.ts";

const running: { close(): void }[] = [];
afterEach(() => {
  for (const server of running.splice(0)) server.close();
});

/** A client of a real server on a port of its own; every call is tried once. */
async function connect(listener: RequestListener, timeoutMs?: number): Promise<AvinodeClient> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  running.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a listening TCP server has one
  return createClientOf((server.address() as AddressInfo).port, timeoutMs);
}

function createClientOf(port: number, timeoutMs = 20_000): AvinodeClient {
  return createAvinodeClient({
    baseUrl: `http://127.0.0.1:${port}/api`,
    product: "Liftline v1.0",
    apiToken: "api-token",
    auth: { kind: "token", token: "connection-token" },
    sleep: () => Promise.resolve(),
    timeoutMs: { "airports.search": timeoutMs, "leads.create": timeoutMs },
    waitMs: { "airports.search": 0, "leads.create": 0 },
  });
}

const lead = JSON.stringify({ meta: {}, data: { id: "alead-1" } });

describe("over a real connection", () => {
  test("a compressed answer is read", async () => {
    const client = await connect((request, response) => {
      expect(request.headers["accept-encoding"]).toBe("gzip");
      response.setHeader("Content-Encoding", "gzip").end(gzipSync(JSON.stringify({ data: [luton] })));
    });
    expect(await client.airports.search({ filter: "lut" })).toHaveLength(1);
  });

  const answers: [string, RequestListener, object][] = [
    ["a reset before the answer", (request) => void request.socket.resetAndDestroy(), { reason: "ambiguous" }],
    [
      "a reset within the answer",
      (request, response) => {
        response.writeHead(201, { "Content-Length": lead.length });
        response.write(lead.slice(0, 9), () => request.socket.resetAndDestroy());
      },
      { reason: "ambiguous" },
    ],
    ["JSON that breaks off", (_, response) => void response.end(lead.slice(0, 20)), { reason: "unreadable" }],
    [
      "HTML",
      (_, response) => void response.setHeader("Content-Type", "text/html").end("<html>"),
      { reason: "unreadable" },
    ],
    [
      "gzip that is none",
      (_, response) => void response.setHeader("Content-Encoding", "gzip").end(lead),
      { reason: "unreadable" },
    ],
    [
      "an HTML error page",
      (_, response) => void response.writeHead(502).end("<html>"),
      { reason: "ambiguous", status: 502 },
    ],
  ];
  test.each(answers)("R10: a lead that meets %s may exist", async (_, listener, expected) => {
    const client = await connect(listener);
    const failure = await failureOf(client.leads.create(leadBody));
    expect(failure).toMatchObject({ ...expected, sent: true, effect: "unknown" });
  });

  const silences: [string, RequestListener][] = [
    ["begins", () => {}],
    ["ends", (_, response) => void response.write('{"data":')],
  ];
  test.each(silences)("R10: a lead whose answer never %s may exist", async (_, listener) => {
    const client = await connect(listener, 100);
    const failure = await failureOf(client.leads.create(leadBody));
    expect(failure).toMatchObject({ reason: "ambiguous", network: "TIMEOUT", sent: true, effect: "unknown" });
  });

  test("R10: a lead that meets nobody was not sent", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a listening TCP server has one
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const failure = await failureOf(createClientOf(port).leads.create(leadBody));
    expect(failure).toMatchObject({ reason: "unsent", sent: false, effect: "none", network: "ECONNREFUSED" });
  });

  test("an answer of 50 MB, packed into a few kB, is dropped on the way", async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, " "));
    const client = await connect((_, response) => void response.setHeader("Content-Encoding", "gzip").end(bomb));
    const before = process.memoryUsage().rss;
    expect(await failureOf(client.airports.search({ filter: "lut" }))).toMatchObject({ reason: "unreadable" });
    expect(process.memoryUsage().rss - before).toBeLessThan(90 * 1024 * 1024);
  });

  test("R8: a redirect to another host gets no call and no credentials", async () => {
    const caught: unknown[] = [];
    const trap = createServer((request) => caught.push(request.headers)).listen(0, "127.0.0.1");
    await new Promise((resolve) => trap.once("listening", resolve));
    running.push(trap);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a listening TCP server has one
    const { port } = trap.address() as AddressInfo;
    const client = await connect(
      (_, response) => void response.writeHead(307, { Location: `http://localhost:${port}/` }).end(),
    );
    expect(await failureOf(client.airports.search({ filter: "lut" }))).toMatchObject({
      reason: "invalid",
      status: 307,
    });
    expect(caught).toEqual([]);
  });
});
