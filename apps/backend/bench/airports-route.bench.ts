import { Hono } from "hono";
import { createTestApp, demoEmbedKey, demoOrigin } from "../test/harness.ts";
import { measureInProcesses, report } from "./measure.ts";

// `GET /airports` answered from the cache, with gate, allowance, headers and log, against a Hono route that answers the
// same JSON and does nothing else.

const url = "http://backend.example/airports?query=london";
const page = { headers: { origin: demoOrigin, "x-embed-key": demoEmbedKey } };
const connection = { incoming: { socket: { remoteAddress: "192.0.2.1" } } };

const figures = { bare: measureBare, airports: measureAirports };
const { figureOf, ratioOf } = await measureInProcesses(import.meta.filename, figures, 3);
const [bare, airports] = [figureOf("bare"), figureOf("airports")];
console.log(`a bare route is ${bare.toFixed(1)} µs, /airports from the cache ${airports.toFixed(1)} µs of CPU`);
report({
  name: "GET /airports from the cache, CPU",
  measured: ratioOf("airports", "bare"),
  limit: 3,
  unit: "x bare route",
});

async function measureBare(): Promise<number> {
  const response = await (await createApp()).fetch(new Request(url, page), connection);
  const answer: unknown = await response.json();
  const app = new Hono().get("/airports", (context) => context.json(answer));
  return cpuOfCall(async () => app.fetch(new Request(url, page), connection));
}

async function measureAirports(): Promise<number> {
  const app = await createApp();
  const call = async () => app.fetch(new Request(url, page), connection);
  if ((await call()).status !== 200) throw new Error("the lookup failed");
  return cpuOfCall(call);
}

async function createApp() {
  const limits = { lookupsPerMinute: 10_000_000 };
  const log = { info() {}, warn() {}, error() {} };
  return (await createTestApp({ config: { limits }, overrides: { log } })).app;
}

/** Microseconds of CPU, all threads, one after the other: the median of the rounds. */
async function cpuOfCall(call: () => Promise<Response>): Promise<number> {
  const [rounds, calls] = [7, 3_000];
  for (let index = 0; index < calls; index += 1) await (await call()).text();
  const measured: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = process.cpuUsage();
    for (let index = 0; index < calls; index += 1) await (await call()).text();
    const spent = process.cpuUsage(start);
    measured.push((spent.user + spent.system) / calls);
  }
  return measured.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? Number.NaN;
}
