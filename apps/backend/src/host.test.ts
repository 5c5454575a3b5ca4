import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { testBroker } from "../test/harness.ts";
import { nodeFlags } from "../test/jsx/node-flags.ts";

const main = fileURLToPath(new URL("main.ts", import.meta.url));

let folder: string;
const children: ChildProcess[] = [];
const servers: Server[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "host-"));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const server of servers.splice(0)) server.close();
  rmSync(folder, { recursive: true });
});

function start(environment: Record<string, string>, flags: string[] = []) {
  const child = spawn(process.execPath, [...nodeFlags, ...flags, main], {
    env: { PATH: process.env["PATH"], ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const output = { text: "" };
  const listening = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        output.text += chunk.toString();
        const port = /"event":"host.listening".*"port":(\d+)/.exec(output.text)?.[1];
        if (port) resolve(`http://127.0.0.1:${port}`);
      });
    }
  });
  return { child, output, listening, ended: once(child, "close") };
}

async function startMarketplace(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/api`;
}

function environmentFor(baseUrl: string): Record<string, string> {
  const path = join(folder, "liftline.json");
  const marketplace = { baseUrl, apiToken: "env:AVINODE_API_TOKEN" };
  writeFileSync(path, JSON.stringify({ marketplace, brokers: [testBroker] }));
  return {
    PORT: "0",
    DATABASE_URL: `file:${join(folder, "liftline.db")}`,
    LIFTLINE_SECRET: "a test secret of at least 32 characters",
    LIFTLINE_CONFIG: path,
    AVINODE_API_TOKEN: "canary-api-token",
  };
}

const fromPage = { headers: { origin: testBroker.origins[0] ?? "", "x-embed-key": "pk_demo" } };

describe("the Node host", () => {
  test("refuses an older Node in one line", async () => {
    const pretend = `data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"22.19.0"}})`;
    const { output, ended } = start({}, ["--import", pretend]);
    expect((await ended)[0]).toBe(1);
    expect(output.text).toBe("Liftline needs Node 24 or later; this is 22.19.0.\n");
  });

  test("names all that is wrong with its configuration and ends", async () => {
    const { output, ended } = start({ PORT: "http" });
    expect((await ended)[0]).toBe(1);
    expect(output.text).toMatch(/PORT[\s\S]*LIFTLINE_SECRET: is not set[\s\S]*LIFTLINE_CONFIG: is not set/);
    expect(output.text).not.toContain("    at ");
  });

  test("hands out what earlier builds of the widget left in the folder for it", async () => {
    const keptWidgets = join(folder, "widgets");
    mkdirSync(join(keptWidgets, "1.4.2"), { recursive: true });
    writeFileSync(join(keptWidgets, "1.4.2/booking-9f2c.js"), "export {};");
    const environment = { ...environmentFor("http://127.0.0.1:9/api"), KEPT_WIDGETS: keptWidgets };
    const response = await fetch(`${await start(environment).listening}/widget/1.4.2/booking-9f2c.js`);
    expect([response.status, await response.text()]).toEqual([200, "export {};"]);
  });

  test("takes leads when it says so, and ends what it has begun when it is stopped", async () => {
    const asked = Promise.withResolvers<() => void>();
    const baseUrl = await startMarketplace((_request, response) => {
      asked.resolve(() => {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ meta: {}, data: [{ id: "aport-1", name: "LUTON", icao: "EGGW" }] }));
      });
    });
    const { child, output, listening, ended } = start(environmentFor(baseUrl));
    const origin = await listening;
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);

    const underway = fetch(`${origin}/airports?query=luton`, fromPage);
    const answerMarketplace = await asked.promise;
    child.kill("SIGTERM");
    await expect.poll(() => output.text).toContain("host.stopping");
    answerMarketplace();
    const response = await underway;
    expect([response.status, await response.json()]).toMatchObject([200, { airports: [{ code: "EGGW" }] }]);
    expect((await ended)[0]).toBe(0);
    expect(output.text).toContain("host.stopped");
    expect(output.text).not.toMatch(/canary|luton/);
  });
});
