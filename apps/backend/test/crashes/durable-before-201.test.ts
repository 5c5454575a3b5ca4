import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@liftline/api-client";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { demoEmbedKey } from "../harness.ts";
import { backendSecret, prepareBackend } from "./backend-process.ts";
import { buildBackend, type BackendBuild } from "./build-backend.ts";
import { findChildren } from "./child-processes.ts";
import { openLossyMarketplace, type LossyMarketplace } from "./lossy-marketplace.ts";
import { createTripSealer } from "./seal-trip.ts";
import { fetchAsPage } from "./visitors.ts";
import { writeProof } from "./write-proof.ts";

// A kill leaves what the operating system has not written yet; only the order of system calls shows what a power cut would
// leave. Nothing but a tracer sees that order, so without one this is skipped, and the count of `npm test` says so. What stands
// everywhere: the backend refuses to start where SQLite does not take `synchronous = FULL` (sqlite-database.test.ts).
const canTrace = spawnSync("strace", ["-o", "/dev/null", "true"]).status === 0;
const calls = "fsync,fdatasync,pwrite64,write,writev,sendto,sendmsg";
const leads = 100;

vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 });

let built: BackendBuild;
let folder: string;
let marketplace: LossyMarketplace;
beforeAll(async () => {
  built = await buildBackend();
});
afterAll(() => built.remove());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "liftline-durable-"));
  marketplace = await openLossyMarketplace(() => 0);
  // Never answers: after its first calls the only one who writes is whoever stores a lead.
  marketplace.hold = () => Promise.withResolvers<undefined>().promise;
});
afterEach(async () => {
  await marketplace.close();
  rmSync(folder, { recursive: true });
});

describe.skipIf(!canTrace)("what the disk was told before the visitor was", () => {
  test("R3 of reliability.md §2: the log is on the disk before the first byte of every 201", async () => {
    const { answers, early, syncMs } = readTrace(await traceLeads());
    writeProof("durable", { leads: answers, early, syncMedianMs: syncMs });
    expect({ answers, early }).toEqual({ answers: leads, early: 0 });
  });

  test("a database that syncs less often is caught at it", async () => {
    weaken();
    const { answers, early } = readTrace(await traceLeads());
    expect(answers).toBe(leads);
    // It still syncs when it moves its log into the file.
    expect(early).toBeGreaterThan(leads / 2);
  });
});

/** The same build with that one promise taken away. */
function weaken(): void {
  let taken = 0;
  for (const name of readdirSync(built.directory).filter((file) => file.endsWith(".js"))) {
    const path = join(built.directory, name);
    const code = readFileSync(path, "utf8");
    const weak = code
      .replace("synchronous = FULL", "synchronous = NORMAL")
      .replace(/\bsynchronous: 2\b/, "synchronous: 1");
    if (weak !== code) taken += 1;
    writeFileSync(path, weak);
  }
  expect(taken).toBe(1);
}

/** Stores leads one after the other. Answers the system calls of the thread that the database and the sockets belong to. */
async function traceLeads(): Promise<string> {
  const trace = join(folder, "trace");
  const place = {
    main: built.main,
    folder,
    databaseUrl: `file:${join(folder, "l.db")}`,
    marketplace: marketplace.baseUrl,
  };
  const { environment, port } = await prepareBackend(place);
  const flags = ["-o", trace, "-T", "-y", "-s", "24", "-e", `trace=${calls}`, "-e", "signal=none"];
  const traced = spawn("strace", [...flags, process.execPath, built.main], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(traced, "exit");
  let said = "";
  await new Promise<void>((resolve) => {
    traced.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes('"host.listening"')) resolve();
    });
  });
  let searches = 0;
  const sealTrip = createTripSealer(backendSecret, () => `asearch-sealed-${(searches += 1)}`);
  const client = createClient({ baseUrl: `http://127.0.0.1:${port}`, embedKey: demoEmbedKey, fetch: fetchAsPage });
  for (let lead = 0; lead < leads; lead += 1) {
    const request = { ...sealTrip(), contact: { name: "Jo Smith", email: "jo@visitor.example" } };
    await client.submitLead(request, { idempotencyKey: `request-number-${lead}` });
  }
  for (const pid of findChildren(traced.pid ?? 0, built.main)) process.kill(pid, "SIGKILL");
  await ended;
  return readFileSync(trace, "utf8");
}

/** Answers of 201, and how many of them began while something of the log was not on the disk, or nothing had been written to it. */
function readTrace(trace: string): { answers: number; early: number; syncMs: number } {
  const result = { answers: 0, early: 0 };
  const took: number[] = [];
  let isDirty = false;
  let syncs = 0;
  for (const line of trace.split("\n")) {
    const [, call = "", path = ""] = /^(\w+)\(\d+<([^>]*)>/.exec(line) ?? [];
    if (line.includes('"HTTP/1.1 201 ')) {
      result.answers += 1;
      if (isDirty || syncs === 0) result.early += 1;
      syncs = 0;
    } else if (!path.endsWith("-wal")) {
      continue;
    } else if (!call.endsWith("sync")) {
      isDirty = true;
    } else if (/\) += 0 </.test(line)) {
      isDirty = false;
      syncs += 1;
      took.push(Number(/<([\d.]+)>$/.exec(line)?.[1]) * 1000);
    }
  }
  took.sort((left, right) => left - right);
  return { ...result, syncMs: took[Math.floor(took.length / 2)] ?? 0 };
}
