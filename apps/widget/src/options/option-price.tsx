import type { OptionPrice as Price } from "@liftline/schema";
import type { VNode } from "preact";
import type { Translate } from "../messages/catalogue.ts";
import type { Formats } from "./use-formats.ts";

interface OptionPriceProps {
  /** Null where the broker hides prices. */
  price: Price | null;
  t: Translate;
  formats: Formats;
}

/** A price, and in words what kind of price it is (R18). */
export function OptionPrice({ price, t, formats }: OptionPriceProps): VNode {
  if (!price) return <p class="price price-hidden">{t("price.hidden")}</p>;
  return (
    <p class="price" part="price">
      <b class="price-amount figures">{formats.money(price.amount, price)}</b>
      <span class="price-basis">{t(price.basis === "reservable" ? "price.reservable" : "price.estimate")}</span>
    </p>
  );
}
