import { SearchRequest, type Option } from "@liftline/schema";
import { createSealing } from "../../src/sealing/sealing.ts";
import { testOptions } from "../lead-desk.ts";

/** As much of an answer to a search as a request for options needs. */
export interface Trip {
  search: string;
  options: Option[];
}

/** Seals trips as the backend with this secret does after a search: real seals at a hundredth of the price. */
export function createTripSealer(secret: string, tripOf: () => string): () => Trip {
  const sealing = createSealing({ secrets: [secret], clock: { now: () => Date.now() } });
  const owner = { id: "demo", environment: "sandbox" } as const;
  return () => {
    const departure = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const search = sealing.sealSearch(owner, {
      searchId: tripOf(),
      expiresAt: new Date(Date.now() + 2 * 3_600_000).toISOString(),
      currency: "EUR",
      groupBy: "aircraft",
      request: SearchRequest.parse({ legs: [{ from: "EGGW", to: "KTEB", date: departure, passengers: 7 }] }),
    });
    const shown = testOptions.slice(0, 2);
    const tokens = sealing.sealOptions(
      owner,
      search,
      shown.map(({ hitId, option }) => ({ hitId, price: null, publicFields: JSON.stringify(option) })),
    );
    return {
      search: search.token,
      options: shown.map(({ option }, index) => ({ token: tokens[index] ?? "", ...option })),
    };
  };
}
