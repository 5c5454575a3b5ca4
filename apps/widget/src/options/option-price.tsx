import type { OptionPrice as Price } from "@liftline/schema";
import type { VNode } from "preact";
import { useWidget } from "../widget-context.ts";

interface OptionPriceProps {
  /** Null where the broker hides prices. */
  price: Price | null;
  /** True where it is the lowest of several. */
  from?: boolean;
}

/** A price, and in words what kind of price it is (R18). */
export function OptionPrice({ price, from }: OptionPriceProps): VNode {
  const { t, formatMoney } = useWidget();
  if (!price) return <p class="price small quiet">{t("price.hidden")}</p>;
  return (
    <p class="price" part="price">
      <b class="price-amount">
        {from
          ? t("price.from", { price: formatMoney(price.amount, { currency: price.currency }) })
          : formatMoney(price.amount, price)}
      </b>
      <span class="small quiet">{t(price.basis === "reservable" ? "price.reservable" : "price.estimate")}</span>
    </p>
  );
}
