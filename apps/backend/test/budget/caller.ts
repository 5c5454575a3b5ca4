// A process of its own that calls the marketplace as often as it may.
// Arguments: address of the database, base URL of the marketplace, milliseconds to go on for.
import { setTimeout as sleep } from "node:timers/promises";
import { createAvinodeClient } from "@liftline/api-client/avinode";
import { sandboxApiToken, sandboxConnections } from "@liftline/sandbox";
import { createCallBucketsStore } from "../../src/brokers/call-buckets.store.ts";
import { createSharedThrottle } from "../../src/brokers/shared-throttle.ts";
import { openDatabase } from "../../src/database/open-database.ts";
import { systemSleep } from "../../src/sleep.ts";

const [url = "", baseUrl = "", forMs = "0"] = process.argv.slice(2);
const database = await openDatabase({ url });
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const throttling = { callBuckets: createCallBucketsStore(database), clock: database.clock, sleep: systemSleep, log };
const rate = { perSecond: 1, burst: 5 };
const marketplace = createAvinodeClient({
  baseUrl,
  product: "Liftline Test v1.0",
  apiToken: sandboxApiToken,
  auth: { kind: "token", token: sandboxConnections.demo.token },
  rate,
  createThrottle: (operation) => createSharedThrottle(throttling, { name: `demo sandbox ${operation}`, rate }),
});
process.stdout.write("ready\n");
await new Promise((resolve) => process.stdin.once("data", resolve));
const until = Date.now() + Number(forMs);
const counts = { answered: 0, refused: 0 };
await Promise.all(Array.from({ length: 4 }, () => callUntil()));
process.stdout.write(`${JSON.stringify(counts)}\n`);
await database.close();
process.exit(0);

async function callUntil(): Promise<void> {
  while (Date.now() < until) {
    const found = await marketplace.airports.search({ filter: "london" }).catch(() => undefined);
    counts[found ? "answered" : "refused"] += 1;
    if (!found) await sleep(100);
  }
}
