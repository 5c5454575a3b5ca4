import { setTimeout as sleep } from "node:timers/promises";
import { ApiError, createClient, type Client } from "@liftline/api-client";
import type { LeadRequestInput } from "@liftline/schema";
import { demoEmbedKey, demoOrigin } from "../harness.ts";
import { backendSecret } from "./backend-process.ts";
import { createTripSealer, type Trip } from "./seal-trip.ts";

/** What a visitor was told. */
export interface Receipt {
  /** Unlike anybody else's; it travels with the lead to the marketplace. */
  message: string;
  reference: string;
}

/** People at their browsers: each asks for one trip after the other, and repeats a request until it is answered. */
export interface Visitors {
  /** Requests (`POST /leads`) that have begun and are not answered yet. */
  underWay(): number;
  /** Every acknowledgement, a second one for the same request included. */
  receipts: Receipt[];
  /** How often a request had to be sent again. */
  repeats(): number;
  /** Answers that no visitor should ever get, by code. */
  surprises: string[];
  /** Nobody begins anything new; resolves when everybody has their answer. */
  leave(): Promise<void>;
}

export interface VisitorsOptions {
  count: number;
  random: () => number;
  /** Resolves with a backend that takes requests, one of several perhaps. */
  findBackend(): Promise<string>;
  /** Leads at the marketplace: nobody begins anything new while too many that were acknowledged are not there. */
  arrived(): number;
}

/**
 * How soon the work of the dead is resumed is measured as well: it must not stand in a queue behind what visitors asked for in
 * the meantime, longer than processes live here.
 */
const mostUndelivered = 40;
/** Of 10 ms each: what is lost never comes, and is to be found out rather than waited for. */
const mostWaits = 200;

/** Milliseconds between searches. Whoever finds none of their result left takes a trip that was sealed here: nobody waits. */
const searchEveryMs = 50;
/** One in so many asks again although it was answered: a reload, a second tap. */
const secondTaps = 10;

interface Site {
  client(): Promise<Client>;
  found: Trip[];
  sealTrip(): Trip;
  isBehind(): boolean;
  isOpen: boolean;
  underWay: number;
  repeats: number;
  receipts: Receipt[];
  surprises: string[];
  tell(receipt: Receipt, isFirst: boolean): void;
}

export function openVisitors({ count, random, findBackend, arrived }: VisitorsOptions): Visitors {
  let sealed = 0;
  let answered = 0;
  const site: Site = {
    client: async () => createClient({ baseUrl: await findBackend(), embedKey: demoEmbedKey, fetch: fetchAsPage }),
    found: [],
    sealTrip: createTripSealer(backendSecret, () => `asearch-sealed-${(sealed += 1)}`),
    isBehind: () => answered - arrived() > mostUndelivered,
    isOpen: true,
    underWay: 0,
    repeats: 0,
    receipts: [],
    surprises: [],
    tell: (receipt, isFirst) => {
      site.receipts.push(receipt);
      if (isFirst) answered += 1;
    },
  };
  const loops = [
    keepSearching(site),
    ...Array.from({ length: count }, (_, visitor) => keepAsking(site, { visitor, random })),
  ];
  return {
    underWay: () => site.underWay,
    receipts: site.receipts,
    repeats: () => site.repeats,
    surprises: site.surprises,
    async leave() {
      site.isOpen = false;
      await Promise.all(loops);
    },
  };
}

async function keepSearching(site: Site): Promise<void> {
  const legs = [{ from: "EGGW", to: "KTEB", date: nextMonth(), time: "11:00", passengers: 7 }];
  while (site.isOpen) {
    await noteSurprise(site, async () => {
      site.found.push(await untilAnswered(site, (client) => client.searchOptions({ legs, groupBy: "aircraft" })));
    });
    await sleep(searchEveryMs);
  }
}

async function keepAsking(site: Site, { visitor, random }: { visitor: number; random: () => number }): Promise<void> {
  for (let lead = 0; site.isOpen; lead += 1) {
    for (let waits = 0; site.isBehind() && site.isOpen && waits < mostWaits; waits += 1) await sleep(10);
    const message = `visitor ${visitor}, request ${lead}`;
    const request = requestFor(site.found.shift() ?? site.sealTrip(), message);
    const idempotencyKey = `visitor-${visitor}-request-${lead}`;
    const ask = async (isFirst: boolean) => {
      const { reference } = await untilAnswered(site, (client) => client.submitLead(request, { idempotencyKey }));
      site.tell({ message, reference }, isFirst);
    };
    site.underWay += 1;
    await noteSurprise(site, async () => {
      await ask(true);
      if (random() * secondTaps < 1) await ask(false);
    });
    site.underWay -= 1;
  }
}

async function noteSurprise(site: Site, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    site.surprises.push(error instanceof ApiError ? error.code : String(error));
  }
}

function requestFor({ search, options }: Trip, message: string): LeadRequestInput {
  return { search, options: options.slice(0, 2), contact: { name: "Jo Smith", email: "jo@visitor.example" }, message };
}

/** What the widget does: no answer, or one that says "later", and the same is sent again. */
async function untilAnswered<Answer>(site: Site, ask: (client: Client) => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const client = await site.client();
    try {
      return await ask(client);
    } catch (error) {
      if (!(error instanceof ApiError) || !isPassing(error)) throw error;
      site.repeats += 1;
      await sleep(10);
    }
  }
}

function isPassing({ code, status }: ApiError): boolean {
  return code === "network" || code === "timeout" || status === 503;
}

/** The browser adds the origin. */
export function fetchAsPage(url: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("Origin", demoOrigin);
  return fetch(url, { ...init, headers });
}

function nextMonth(): string {
  return new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
}
