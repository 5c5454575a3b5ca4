import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { createAdaptorServer } from "@hono/node-server";
import { openDatabase } from "../src/database/open-database.ts";
import { systemClock } from "../src/clock.ts";
import { systemSleep } from "../src/sleep.ts";
import { testConfigFile } from "../test/harness.ts";
import { basic, demoSecret, openNotificationDesk } from "../test/notification-desk.ts";
import { report } from "./measure.ts";

// Notifications over HTTP on a SQLite file, 200 at a time, 50 times each (`reliability.md` §2, R16). Server and worker share a
// thread, as in production; senders have their own. Whoever comes last of 200 waits for the CPU that all of them cost: that
// figure does not depend on what else this machine does. What they waited by the clock is printed beside it.

const parallel = 200;
/** The marketplace's usual rate. */
const slowly = { ...testConfigFile.marketplace, rate: { perSecond: 1, burst: 5 } };
const repeats = 50;

if (isMainThread) await measure();
// A thread has no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
else parentPort?.postMessage(await sendAll(workerData));

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "webhooks-"));
  const log = { info() {}, warn() {}, error() {} };
  const database = await openDatabase({ url: `file:${join(folder, "webhooks.db")}` });
  const fetch = async () => Response.json({ meta: { errors: [] } }, { status: 404 });
  const own = { clock: systemClock, sleep: systemSleep, database, log, fetch };
  const desk = await openNotificationDesk({ overrides: own, config: { marketplace: slowly } });
  const server = createAdaptorServer({ fetch: desk.app.fetch });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  desk.dependencies.notificationWorker.start();
  const { port } = server.address() as AddressInfo;
  const before = process.threadCpuUsage();
  const sender = new Worker(new URL(import.meta.url), { workerData: port });
  const times = await new Promise<number[]>((resolve, reject) => sender.once("message", resolve).once("error", reject));
  const spent = process.threadCpuUsage(before);
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  const [half, most] = [at(0.5).toFixed(0), at(0.99).toFixed(0)];
  console.log(`${times.length} answered; by the clock half of them within ${half} ms, 99 % within ${most} ms`);
  const measured = ((spent.user + spent.system) / 1000 / times.length) * parallel;
  report({ name: "POST /webhooks, 200 at a time, CPU", measured, limit: 250, unit: "ms" });
  server.close();
  await desk.dependencies.close();
  rmSync(folder, { recursive: true });
}

/** Milliseconds that each took. */
async function sendAll(port: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: parallel });
  const senders = Array.from({ length: parallel }, async (_, index) => {
    const times: number[] = [];
    // Its connection, and code that is warm.
    await sendOne(agent, { port, id: `alead-${index}` });
    for (let time = 0; time < repeats; time += 1) times.push(await sendOne(agent, { port, id: `alead-${index}` }));
    return times;
  });
  const times = (await Promise.all(senders)).flat();
  agent.destroy();
  return times;
}

function sendOne(agent: Agent, { port, id }: { port: number; id: string }): Promise<number> {
  const body = JSON.stringify({ id, type: "leads", href: `https://sandbox.avinode.com/api/leads/${id}` });
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { authorization: basic(demoSecret), "content-type": "application/json" };
    const call = request({ port, agent, method: "POST", path: "/webhooks/avinode/demo", headers }, (response) => {
      response.resume().once("end", () => {
        if (response.statusCode === 200) resolve(performance.now() - startedAt);
        else reject(new Error(`answered ${response.statusCode}`));
      });
    });
    call.once("error", reject).end(body);
  });
}
