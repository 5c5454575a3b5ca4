import { BrokerSettings } from "@liftline/schema";
import { createAirportIndex } from "../src/airports/airport-index.ts";
import type { Broker } from "../src/brokers/broker.ts";
import { createSealing } from "../src/sealing/sealing.ts";
import type { Question } from "../src/searches/ask-marketplace.ts";
import { createMarketplaceAnswer } from "./marketplace-answer.ts";

/** The largest answer that is common: 300 hits, every field, 1.3 MB. */
export const marketplaceAnswer = createMarketplaceAnswer(300);

const clock = { now: () => Date.parse("2026-12-01T10:00:00Z") };
const silent = { info() {}, warn() {}, error() {} };

const airportIndex = createAirportIndex();
// As the host does before it listens: the index is built once, not in the first search.
airportIndex.find("EGGW");

export const dependencies = {
  clock,
  log: silent,
  airportIndex,
  marketplaceUrl: "https://sandbox.example/api",
  sealing: createSealing({ secrets: ["a secret for benchmarks of 32 characters"], clock }),
};

export const broker = createBroker({});

export function createBroker(settings: { prices?: "hidden" }): Broker {
  return {
    id: "demo",
    name: "Demo",
    embedKeys: ["pk_demo"],
    origins: [],
    settings: BrokerSettings.parse(settings),
    environment: "sandbox",
    credentialsVersion: "first",
    get marketplace(): never {
      throw new Error("a benchmark calls nobody");
    },
  };
}

export const question: Question = {
  currency: "USD",
  groupBy: "aircraft",
  settings: broker.settings,
  request: {
    legs: [{ from: "ESNF", to: "ESHB", date: "2026-12-13", time: "09:00", timeMeans: "departure", passengers: 1 }],
  },
};

/** `data` of the answer. */
export function readData(text: string): { id: string; results: unknown[] } {
  const answer: { data: { id: string; results: unknown[] } } = JSON.parse(text);
  return answer.data;
}
