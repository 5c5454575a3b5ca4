import type { LedgerLead } from "@liftline/sandbox";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, onTestFinished } from "vitest";
import { startDemo, type Demo } from "../../src/start-demo.ts";
import type { Engine, OpenEngine } from "./engine.ts";
import { handOn, type Hand } from "./hand.ts";

/** The demo and an engine to visit it with, for as long as a file's tests run. */
export interface Visits {
  engine: Engine;
  /** A page of the demo, by its path. */
  visit(path: string): Promise<Hand>;
  /** Where a page of the demo is. */
  addressOf(path: string): string;
  /** The one lead of a person in the marketplace's ledger, as soon as it is there. */
  leadOf(name: string): Promise<LedgerLead>;
  /** What the backend has kept of a person's requests. */
  keptOf(name: string): Kept[];
  /** The demo goes away, as a host that is down, and nothing that it has kept is lost. */
  goDown(): Promise<void>;
  /** It is there again, at the same address. */
  comeBack(): Promise<void>;
}

export interface Kept {
  reference: string;
  /** How many were chosen. */
  options: number;
  /** Each leg as `FROM-TO`. */
  legs: string[];
}

/** Skipped, and said so, where this machine has none: `LIFTLINE_ENGINES=required` insists. */
export function inEngine(engine: Engine, walk: (visits: Visits) => void): void {
  const { name, missing } = engine;
  const required = process.env["LIFTLINE_ENGINES"] === "required";
  const title = missing ? `in ${name}: ${missing} on this machine` : `in ${name}`;
  describe.skipIf(missing && !required)(title, { timeout: 180_000 }, () => {
    const root = new URL("../../../../", import.meta.url);
    let folder: string;
    let dataFolder: URL;
    let demo: Demo;
    let opened: OpenEngine;
    beforeAll(async () => {
      if (missing) throw new Error(missing);
      folder = mkdtempSync(join(tmpdir(), "demo-engine-"));
      dataFolder = pathToFileURL(`${folder}/`);
      [demo, opened] = await Promise.all([startDemo({ port: 0, root, dataFolder }), engine.open()]);
    }, 180_000);
    afterAll(async () => {
      await opened?.close();
      await demo?.close();
      if (folder) rmSync(folder, { recursive: true });
    });
    const addressOf = (path: string) => new URL(path, demo.url).href;

    walk({
      engine,
      addressOf,
      async visit(path) {
        const tab = await opened.openTab();
        onTestFinished(() => tab.close());
        await tab.goTo(addressOf(path));
        return handOn(tab);
      },
      async leadOf(person) {
        const found = () => demo.leads().filter(({ body }) => body.leadContactInfo.name === person);
        await expect.poll(() => found().length, { timeout: 60_000 }).toBe(1);
        return found()[0] as LedgerLead;
      },
      keptOf: (person) => readKept(join(folder, "demo.db"), person),
      goDown: () => demo.close(),
      async comeBack() {
        demo = await startDemo({ port: Number(new URL(demo.url).port), root, dataFolder });
      },
    });
  });
}

function readKept(file: string, person: string): Kept[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = database
      .prepare(
        `select reference, trip, (select count(*) from lead_options where lead_options.lead_id = leads.id) as options
           from leads join lead_contacts on lead_contacts.lead_id = leads.id where name = ?`,
      )
      .all(person);
    return rows.map(({ reference, options, trip }) => {
      const { legs } = JSON.parse(String(trip)) as { legs: { from: KeptPlace; to: KeptPlace }[] };
      const written = legs.map(({ from, to }) => `${codeOf(from)}-${codeOf(to)}`);
      return { reference: String(reference), options: Number(options), legs: written };
    });
  } finally {
    database.close();
  }
}

/** A request without options also says what the visitor read. */
type KeptPlace = string | { code: string };

function codeOf(place: KeptPlace): string {
  return typeof place === "string" ? place : place.code;
}
