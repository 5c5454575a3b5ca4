import { mkdtempSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDemo, type OpenDemo } from "./open-demo.ts";
import { visitorOn } from "./visitor.ts";

const folder = mkdtempSync(join(tmpdir(), "demo-as-it-is-"));
let demo: OpenDemo;

beforeAll(async () => {
  demo = await openDemo({ dataFolder: pathToFileURL(`${folder}/`) });
});

afterAll(async () => {
  await demo?.close();
  rmSync(folder, { recursive: true });
});

describe("a request as it is, on what npm start starts", () => {
  test("where nothing is found it is a lead with its trip and no options, and the marketplace hears nothing", async () => {
    const { page, stray } = await demo.visit();
    const visitor = visitorOn(page);
    await visitor.chooseAirport("From", "luton");
    await visitor.chooseAirport("To", "ZZN0");
    await visitor.pickDay("Date", 20);
    await page.getByRole("button", { name: "Search aircraft" }).click();
    await page.getByRole("heading", { name: "No aircraft for this trip online" }).waitFor();
    await sendAnyway(page);
    // A reload comes back to the same request.
    await page.reload();
    await page.getByText("We look for aircraft and reply with prices.").waitFor();
    const reference = await visitor.send("Nora Nothing");
    expect(keptLeads("Nora Nothing")).toEqual([
      { reference, options: 0, trip: expect.objectContaining({ legs: [legOf({ code: "EGGW" }, { code: "ZZN0" })] }) },
    ]);
    expect(demo.leadsOf("Nora Nothing")).toEqual([]);
    expect(stray).toEqual([]);
    await page.context().close();
  });

  test("a place in the visitor's own words goes straight to it, both ways of a return", async () => {
    const { page, stray } = await demo.visit("strict/");
    const visitor = visitorOn(page);
    const words = "the grass strip behind the mill near Ascot";
    const searches: string[] = [];
    page.on("request", (request) => request.url().endsWith("/searches") && searches.push(request.url()));
    await visitor.pickKind("Return");
    await visitor.chooseAirport("From", "luton");
    await visitor.chooseAirport("To", words);
    await visitor.pickDay("Depart", 12);
    await visitor.pickDay("Return", 15);
    await page.getByRole("button", { name: "Search aircraft" }).click();
    await page.getByText("We look for aircraft and reply with prices.").waitFor();
    const reference = await visitor.send("Wanda Words");
    const legs = [legOf({ code: "EGGW" }, { words }), legOf({ words }, { code: "EGGW" })];
    expect(keptLeads("Wanda Words")).toEqual([{ reference, options: 0, trip: expect.objectContaining({ legs }) }]);
    expect(searches).toEqual([]);
    expect(stray).toEqual([]);
    await page.context().close();
  });

  test("offline it is kept, and one lead once there is a connection", async () => {
    const { page } = await demo.visit();
    const visitor = visitorOn(page);
    await visitor.chooseAirport("From", "luton");
    await visitor.chooseAirport("To", "Nice");
    await visitor.pickDay("Date", 9);
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Search aircraft" }).click();
    await page.getByRole("heading", { name: "You seem to be offline" }).waitFor();
    await sendAnyway(page);
    const reference = visitor.send("Oskar Offline");
    await page.getByText("The request has not reached us yet").first().waitFor();
    expect(keptLeads("Oskar Offline")).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Try again" }).dblclick();
    expect(keptLeads("Oskar Offline").map((lead) => lead.reference)).toEqual([await reference]);
    await page.context().close();
  });
});

async function sendAnyway(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Send the request as it is" }).click();
  await page.getByRole("heading", { name: "Your request" }).waitFor();
}

function legOf(from: object, to: object): unknown {
  return expect.objectContaining({ from: expect.objectContaining(from), to: expect.objectContaining(to) });
}

/** What the backend's database has of a person's leads. */
function keptLeads(name: string): { reference: unknown; options: unknown; trip: unknown }[] {
  const database = new DatabaseSync(join(folder, "demo.db"), { readOnly: true });
  try {
    const rows = database
      .prepare(
        `select reference, trip, (select count(*) from lead_options where lead_options.lead_id = leads.id) as options
           from leads join lead_contacts on lead_contacts.lead_id = leads.id where name = ?`,
      )
      .all(name);
    return rows.map(({ reference, options, trip }) => ({ reference, options, trip: JSON.parse(String(trip)) }));
  } finally {
    database.close();
  }
}
