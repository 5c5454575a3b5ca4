import type { Option, OptionsLeadRequest } from "@liftline/schema";
import type { Broker } from "../brokers/broker.ts";
import { DomainError } from "../domain-error.ts";
import type { SealedSearch, Sealing } from "../sealing/sealing.ts";
import type { ChosenOption } from "./chosen-option.ts";

/** What a visitor chose, proven to be what they were shown: one search, and options of it, none twice. */
export interface Choice {
  search: SealedSearch;
  chosen: ChosenOption[];
}

/** Throws `option.unavailable` for whatever does not open, `search.expired` where it opened too late. */
export function openChoice(sealing: Sealing, request: { broker: Broker; lead: OptionsLeadRequest }): Choice {
  const { broker, lead } = request;
  refuseDoubles(lead.options);
  const search = sealing.openSearch(broker, lead.search);
  const chosen = lead.options.map((option): ChosenOption => {
    const { hitId, price } = sealing.openOption(broker, search, option);
    if (needsId(option) && hitId === null) throw new DomainError("option.unavailable");
    return { option, marketplaceId: hitId, price: option.price ?? price };
  });
  return { search, chosen };
}

/** A second lead for the same thing helps nobody; the token names an option, and a type or category its words. */
function refuseDoubles(options: readonly Option[]): void {
  const seen = new Set<string>();
  options.forEach((option, index) => {
    const name = needsId(option) ? option.token : JSON.stringify([option.kind, option.type, option.category]);
    if (seen.has(name)) {
      throw new DomainError("request.invalid", { fields: [{ path: `options.${index}`, message: "is chosen twice" }] });
    }
    seen.add(name);
  });
}

function needsId(option: Option): boolean {
  return option.kind === "aircraft" || option.kind === "empty-leg";
}
