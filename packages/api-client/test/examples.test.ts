import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createMarketplace, sandboxApiToken, sandboxConnections } from "@liftline/sandbox";
import { serveMarketplace } from "@liftline/sandbox/serve";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { everyRfq } from "../examples/answer-rfqs/every-rfq.ts";
import { readCommand } from "../examples/answer-rfqs/read-command.ts";
import { showRfq } from "../examples/answer-rfqs/show-rfq.ts";
import { readSchedules } from "../examples/upload-schedules/read-schedules.ts";
import { uploadRound } from "../examples/upload-schedules/upload-round.ts";
import { connectAvinode } from "../src/avinode/index.ts";
import { rfqBody, tripBody } from "./stage.ts";
import { createResources, createWorld, type Resources } from "./world.ts";

const patient = 60_000;
const examples = fileURLToPath(new URL("../examples/", import.meta.url));
const fleet = readFileSync(join(examples, "upload-schedules/fleet.csv"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "examples-"));
/** The first two of the sandbox's seller; every sandbox of this seed has them. */
const tails = createMarketplace()
  .fleet(sandboxConnections.seller)
  .slice(0, 2)
  .map(({ aircraftTail }) => aircraftTail);
const [tail = ""] = tails;

let served: Awaited<ReturnType<typeof serveMarketplace>>;
beforeAll(async () => {
  served = await serveMarketplace({ port: 0 });
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

function as(company: "demo" | "seller"): Resources {
  const auth = { kind: "token", token: sandboxConnections[company].token } as const;
  const common = { baseUrl: served.baseUrl, product: "Liftline v1.0", apiToken: sandboxApiToken };
  return createResources(connectAvinode({ ...common, auth }));
}

/** A program as somebody runs it, on a port of the sandbox. */
async function run(file: string, args: string[], typed = ""): Promise<{ code: number | null; shown: string }> {
  const child = spawn(process.execPath, [join(examples, file), ...args], {
    env: {
      ...process.env,
      AVINODE_BASE_URL: served.baseUrl,
      AVINODE_API_TOKEN: sandboxApiToken,
      AVINODE_TOKEN: sandboxConnections.seller.token,
      AVINODE_ACT_AS: "maxmuster",
    },
  });
  let shown = "";
  child.stdout.on("data", (data: Buffer) => (shown += data.toString()));
  child.stderr.on("data", (data: Buffer) => (shown += data.toString()));
  child.stdin.end(typed);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, shown };
}

/** Ten days from now, because the port's marketplace lives today. */
function soon(): string {
  return new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
}

function saved(csv: string): string {
  const file = join(folder, "fleet.csv");
  writeFileSync(file, csv);
  return file;
}

describe("the schedule example", () => {
  test(
    "uploads its own file as it stands to a new sandbox, and shows what the marketplace says",
    async () => {
      const { code, shown } = await run("upload-schedules/main.ts", [
        join(examples, "upload-schedules/fleet.csv"),
        "--once",
      ]);
      for (const aircraftTail of tails) expect(shown).toContain(`${aircraftTail}: stored`);
      expect(code).toBe(0);
      const own = await as("seller").schedules.list();
      expect(own.map(({ lift, activities }) => [lift?.aircraftTail, activities?.length])).toEqual([
        [tails[0], 3],
        [tails[1], 1],
      ]);
    },
    patient,
  );

  test(
    "ends with 1 where an aircraft was not stored, so that whoever runs it once can tell",
    async () => {
      const foreign = fleet.split("\n").slice(0, 2).join("\n").replaceAll(tail, "NO-TAIL");
      const { code, shown } = await run("upload-schedules/main.ts", [saved(foreign), "--once"]);
      expect([code, shown]).toEqual([1, expect.stringContaining("NO-TAIL: not stored, permission")]);
    },
    patient,
  );

  test(
    "sends nothing of a file that it cannot read",
    async () => {
      const { code, shown } = await run("upload-schedules/main.ts", [saved(fleet.replace('cat"', "cat")), "--once"]);
      expect([code, shown]).toEqual([1, expect.stringContaining("nothing is sent: line 3")]);
    },
    patient,
  );

  test("reads quotes, commas and empty cells", () => {
    const [schedule] = readSchedules(fleet);
    expect(schedule?.lift.aircraftTail).toBe(tail);
    expect(schedule?.activities[1]).toMatchObject({ note: "Two dogs, one cat", paxCount: 4, tripId: "42134678" });
    expect(schedule?.activities[1]).not.toHaveProperty("price");
    expect(schedule?.activities[2]).toMatchObject({ price: 9500, marketingEndDateTime: "2026-12-08T20:00Z" });
    expect(() => readSchedules(fleet.replace(",4,", ",four,"))).toThrow(`${tail}: activities.1.paxCount`);
  });

  test("goes on where one aircraft is refused or comes too early, and repeats nothing", async () => {
    const world = createWorld();
    const { schedules } = world.as("seller");
    const lines: string[] = [];
    const all = [tail, "NO-TAIL"].map((aircraftTail) => ({ ...readSchedules(fleet)[0]!, lift: { aircraftTail } }));
    for (const _ of [1, 2]) await uploadRound(all, { to: schedules, tell: (line) => lines.push(line) });
    expect(lines.filter((line) => line.endsWith("stored"))).toHaveLength(1);
    expect(lines.filter((line) => line.includes("not stored, permission"))).toHaveLength(1);
    expect(lines.filter((line) => line.includes("not stored, limited"))).toHaveLength(2);
    expect(world.marketplace.calls().filter(({ method }) => method === "PUT")).toHaveLength(2);
    world.time.advance(5 * 60_000);
    await uploadRound(all, { to: schedules, tell: (line) => lines.push(line) });
    expect(lines.filter((line) => line.endsWith("stored"))).toHaveLength(2);
  });
});

describe("the RFQ example", () => {
  test(
    "quotes and declines from the terminal, and the buyer sees it",
    async () => {
      const buyer = as("demo");
      const [segment] = tripBody().segments;
      const segments = [{ ...segment!, dateTime: { ...segment!.dateTime, date: soon() } }];
      const trips = [];
      for (const _ of [1, 2]) trips.push(await buyer.rfqs.create({ ...rfqBody(tail), segments }));
      const typed =
        "hello\nchat how big is the dog?\nquote 21500 EUR we bring the dog's bed\ndecline crew_not_available sorry\n";
      const { code, shown } = await run("answer-rfqs/main.ts", [], typed);
      expect(shown).toContain(`EGGW → KTEB, ${soon()} 11:00, 7 on board`);
      expect(shown).toContain("“Would you quote this?”");
      expect(shown.match(/ {3}(said|quoted|declined|such as)/g)).toEqual([
        "   such as",
        "   said",
        "   quoted",
        "   declined",
      ]);
      expect(code).toBe(0);
      const statuses = [];
      for (const trip of trips) {
        const [rfq] = (await buyer.trips.read(trip)).rfqs ?? [];
        statuses.push(rfq?.sellerLift?.[0]?.sourcingDisplayStatus);
      }
      expect(statuses).toEqual(["Accepted", "Declined"]);
    },
    patient,
  );

  test("reaches the newest request, however many there are", async () => {
    const world = createWorld();
    const sent: string[] = [];
    for (const _ of [1, 2, 3, 4, 5]) {
      sent.push((await world.as("demo").rfqs.create(rfqBody(tail))).rfqs?.[0]?.id ?? "");
    }
    const { rfqs } = world.as("seller");
    const readAll = async (list: typeof rfqs.list) => {
      const ids: string[] = [];
      for await (const { id } of everyRfq({ list })) ids.push(id);
      return ids;
    };
    expect(await readAll((page) => rfqs.list({ ...page, size: 2 }))).toEqual(sent);
    // Of somebody who does not know where to go on.
    expect(await readAll(() => rfqs.list({ size: 2 }))).toEqual(sent.slice(0, 2));
  });

  test.each([
    ["quote 21500 eur", { kind: "quote", totalPrice: 21_500, currencyCode: "EUR", message: "" }],
    ["quote 9.50 USD hi", { kind: "quote", totalPrice: 9.5, currencyCode: "USD", message: "hi" }],
    ["quote -1 EUR", undefined],
    ["quote much", undefined],
    ["decline OTHER no", { kind: "decline", declineReason: "OTHER", message: "no" }],
    ["decline because", undefined],
    ["  SKIP ", { kind: "skip" }],
    ["", undefined],
  ])("reads %j", (line, command) => {
    expect(readCommand(line)).toEqual(command);
  });

  test("R9: what a buyer writes cannot steer the terminal", () => {
    const rfq = { id: "arfq-1", tripId: "Y2AW5H", buyerCompany: { displayName: "\u001b[2JDesk" } };
    const messages = [{ id: "m-1", message: "a\u0007b\u009bc\r\nd" }];
    const lines = showRfq({ rfq, messages, quotes: [], emptyLegs: [] });
    expect(lines.join("")).not.toMatch(/\p{Cc}/u);
    expect(lines.join("")).toContain("a b c d");
  });
});
