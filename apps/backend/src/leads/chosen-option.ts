import type { Option, OptionPrice } from "@liftline/schema";

/** An option whose seal held. */
export interface ChosenOption {
  /** As it was shown. */
  option: Option;
  /** The marketplace's id; null where the option stands for a type or category. */
  marketplaceId: string | null;
  /** What was shown, or what the broker hides; null where there is no price. */
  price: OptionPrice | null;
}
