import type { OptionPrice } from "@liftline/schema";

/** What an option hides: what the lead needs and the page may not show. */
export interface OptionSecret {
  /** The marketplace's id of the hit, whole and never looked into (R7); null where the option stands for several. */
  hitId: string | null;
  /** The price that was not shown; null where it was, or where there is none. */
  price: OptionPrice | null;
}

const DIGITS = 16;
const PRICE_LENGTH = 1 + 2 * DIGITS + 3;
const NO_PRICE = "-";

/** Fixed lengths, so that a token does not tell how many digits a hidden price has. */
export function writeOptionSecret(secret: OptionSecret): string {
  const price = secret.price ? writePrice(secret.price) : NO_PRICE;
  return secret.hitId === null ? `g${price}` : `h${price}${secret.hitId}`;
}

/** Reads what {@link writeOptionSecret} wrote; only ever called on text whose seal held. */
export function readOptionSecret(text: string): OptionSecret {
  const hidden = text[1] !== NO_PRICE;
  const end = 1 + (hidden ? PRICE_LENGTH : NO_PRICE.length);
  return { hitId: text[0] === "h" ? text.slice(end) : null, price: hidden ? readPrice(text.slice(1, end)) : null };
}

function writePrice(price: OptionPrice): string {
  const basis = price.basis === "reservable" ? "r" : "e";
  return basis + digits(price.amount) + digits(price.amountTo ?? price.amount) + price.currency;
}

function readPrice(text: string): OptionPrice {
  const amount = Number(text.slice(1, 1 + DIGITS));
  const amountTo = Number(text.slice(1 + DIGITS, 1 + 2 * DIGITS));
  const currency = text.slice(1 + 2 * DIGITS);
  const basis = text[0] === "r" ? "reservable" : "estimate";
  return { amount, ...(amountTo > amount && { amountTo }), currency, basis };
}

function digits(amount: number): string {
  return String(amount).padStart(DIGITS, "0");
}
