import type { Option, OptionPrice } from "@liftline/schema";

/** An option as the marketplace needs to hear of it. */
export interface WantedOption {
  option: Pick<Option, "kind" | "category" | "type">;
  /** The marketplace's id; null where the option stands for a type or category. */
  marketplaceId: string | null;
  /** What was shown, or what the broker hides; null where there is no price. */
  price: OptionPrice | null;
}

/** An option whose seal held. */
export interface ChosenOption extends WantedOption {
  /** As it was shown. */
  option: Option;
}
