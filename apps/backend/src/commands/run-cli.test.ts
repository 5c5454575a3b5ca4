import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { marketplaceFetch } from "@liftline/sandbox/node";
import { createMarketplace } from "@liftline/sandbox";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nodeFlags } from "../../test/jsx/node-flags.ts";
import { testConfig, testConfigFile } from "../../test/harness.ts";
import { openLeadDesk, type LeadDesk } from "../../test/lead-desk.ts";
import { deliverDue } from "../deliveries/deliver-due.ts";
import { createDependencies } from "../dependencies.ts";
import { runCli } from "./run-cli.ts";

const cli = fileURLToPath(new URL("../cli.ts", import.meta.url));

let desk: LeadDesk;
beforeEach(async () => {
  desk = await openLeadDesk();
});
afterEach(() => desk.database.close());

/** The command on the desk's database, which stays open. */
async function liftline(line: string, changes: Record<string, unknown> = {}) {
  const said = { out: "", err: "" };
  const marketplace = createMarketplace({ clock: desk.clock, rate: null });
  const code = await runCli(line.split(" ").filter(Boolean), {
    write: (text) => void (said.out += text),
    tell: (text) => void (said.err += `${text}\n`),
    open: async () =>
      createDependencies(testConfig(changes), {
        database: { ...desk.database, close: async () => undefined },
        clock: desk.clock,
        log: desk.log,
        fetch: marketplaceFetch(marketplace),
      }),
  });
  return { code, ...said };
}

describe("liftline leads export", () => {
  test("writes a person's leads as JSON, and nobody else's", async () => {
    const { reference } = await desk.submit(desk.request({ message: "I want to bring my dog." }));
    await desk.submit(desk.request({ contact: { name: "Other", email: "other@visitor.example" } }));
    const { code, out, err } = await liftline("leads export --email JO@example.com");
    expect(code).toBe(0);
    expect(err).toBe("1 lead(s)\n");
    expect(JSON.parse(out)).toMatchObject({
      leads: [{ reference, contact: { name: "Jo Smith" }, message: "I want to bring my dog." }],
      fromElsewhere: [],
    });
  });

  test("writes all of a broker's as a table whose cells are no formulas", async () => {
    await desk.submit(desk.request({ contact: { name: "=HYPERLINK(1)", phone: "+46701234567" } }));
    const { code, out } = await liftline("leads export --broker demo --format csv");
    expect(code).toBe(0);
    expect(out.split("\r\n")).toHaveLength(3);
    expect(out).toContain(`"'=HYPERLINK(1)"`);
    expect(out).toContain(`"'+46701234567"`);
    expect(await liftline("leads export --broker second --format csv")).toMatchObject({ code: 3, out: "\r\n" });
  });
});

describe("a request without options that nobody could be told of", () => {
  test("is read by export, and waits to be tried again", async () => {
    const { reference } = await desk.submit(desk.ask());
    const { out } = await liftline("leads export --broker demo");
    expect(JSON.parse(out)).toMatchObject({
      leads: [{ reference, trip: { legs: [{ to: { words: "the grass strip near Ascot" } }, {}] }, options: [] }],
    });
    expect(await liftline(`leads retry --reference ${reference}`)).toMatchObject({
      code: 0,
      out: `again ${reference} of demo to email-broker (nowhere-to-send)\n`,
    });
  });
});

describe("liftline leads erase", () => {
  test("changes nothing until it is told to, then forgets the person", async () => {
    const { reference } = await desk.submit(desk.request());
    await deliverDue(desk);
    const asked = await liftline("leads erase --email jo@example.com");
    expect(asked).toMatchObject({ code: 0, out: `would erase ${reference} of demo\n` });
    expect((await liftline("leads export --email jo@example.com")).code).toBe(0);
    const done = await liftline(`leads erase --reference ${reference.toLowerCase()} --yes`);
    expect(done).toMatchObject({ code: 0, out: `erased ${reference} of demo\n` });
    expect((await liftline("leads export --email jo@example.com")).code).toBe(3);
    expect((await liftline("leads erase --email jo@example.com --yes")).code).toBe(3);
  });

  test("says what has to wait because it is being sent", async () => {
    const { reference } = await desk.submit(desk.request());
    desk.ledger.onAnswer = () => {
      throw new Error("lost");
    };
    await deliverDue(desk);
    const done = await liftline("leads erase --email jo@example.com --yes");
    expect(done).toMatchObject({ code: 4, out: `waits ${reference} of demo: it is being sent\n` });
  });
});

describe("liftline leads retry", () => {
  test("has tried again what waited for a person", async () => {
    const { reference } = await desk.submit(desk.request());
    desk.advance(4 * 86_400_000);
    desk.ledger.onCall = () => {
      throw new Error("away");
    };
    await deliverDue(desk);
    const { code, out } = await liftline("leads retry --all");
    expect(code).toBe(0);
    expect(out).toContain(`again ${reference} of demo to marketplace`);
    desk.ledger.onCall = () => undefined;
    await deliverDue(desk);
    expect(desk.ledger.leads.size).toBe(1);
    expect((await liftline(`leads retry --reference ${reference}`)).code).toBe(3);
  });
});

describe("liftline webhooks sync", () => {
  test("says what became of each broker's settings", async () => {
    const [demo, second] = testConfigFile.brokers;
    const webhooks = { username: "liftline", password: "a webhook password of some length" };
    const changes = { publicUrl: "https://leads.demo-charter.example", brokers: [{ ...demo, webhooks }, second] };
    const { code, out } = await liftline("webhooks sync", changes);
    expect({ code, out }).toEqual({ code: 0, out: "demo: created\nsecond: off\n" });
  });
});

describe("liftline", () => {
  test.each([
    ["", 2],
    ["--help", 0],
    ["leads", 2],
    ["leads burn", 2],
    ["leads erase", 2],
    ["leads erase --email nobody", 2],
    ["leads erase --email a@b.example --reference LL-7K3F9Q", 2],
    ["leads export --format xml", 2],
    ["leads export --broker nobody", 2],
    ["leads export --colour red", 2],
    ["leads erase --help", 0],
    ["leads retry", 2],
  ])("%j ends with %i", async (line, code) => {
    const said = await liftline(line);
    expect(said.code).toBe(code);
    expect(said.out + said.err).toMatch(/liftline leads/);
  });

  test("R8: runs as a process of its own on the file of the configuration, and shows no secret of it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "liftline-cli-"));
    writeFileSync(join(folder, "liftline.json"), JSON.stringify(testConfigFile));
    const run = (environment: Record<string, string>) =>
      spawnSync(process.execPath, [...nodeFlags, cli, "leads", "export"], {
        env: { PATH: process.env["PATH"], LIFTLINE_CONFIG: join(folder, "liftline.json"), ...environment },
        encoding: "utf8",
      });
    const good = {
      LIFTLINE_SECRET: "CANARY secret of at least 32 characters",
      DATABASE_URL: `file:${join(folder, "leads.db")}`,
    };
    const done = run(good);
    expect({ status: done.status, stdout: JSON.parse(done.stdout) }).toEqual({
      status: 3,
      stdout: { leads: [], fromElsewhere: [] },
    });
    const refused = run({ LIFTLINE_SECRET: "CANARY" });
    const lost = run({ ...good, DATABASE_URL: "postgres://u:CANARY@127.0.0.1:1/none" });
    expect([refused.status, lost.status]).toEqual([1, 1]);
    expect(refused.stderr).toContain("LIFTLINE_SECRET");
    expect([done, refused, lost].map(({ stdout, stderr }) => stdout + stderr).join("")).not.toContain("CANARY");
    rmSync(folder, { recursive: true });
  });
});
