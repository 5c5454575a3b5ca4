/**
 * The steps of the scale that a price is shown on, in every power of ten: each about a fifth above the one before. They are
 * fixed, so a price may lie anywhere between two of them: a range around the price itself would have it in the middle.
 */
const steps = [10, 12, 15, 18, 22, 27, 33, 40, 50, 60, 75, 90, 100];

/** An amount in the currency it was set in, and what one unit of that is worth in the currency it is shown in. */
export interface ConvertedAmount {
  amount: number;
  rate: number;
}

/**
 * The step in the currency the price was set in, converted: looked for in each currency anew, the steps of several searches
 * laid over each other would leave little of the range. Its ends are rounded outwards to two digits.
 */
export function priceRange({ amount, rate }: ConvertedAmount): { amount: number; amountTo: number } {
  const scale = 10 ** Math.floor(Math.log10(amount) - 1);
  const upper = Math.max(
    1,
    steps.findIndex((step) => amount < step * scale),
  );
  const [from = 0, to = 0] = [steps[upper - 1], steps[upper]];
  return { amount: toTwoDigits(from * scale * rate, Math.floor), amountTo: toTwoDigits(to * scale * rate, Math.ceil) };
}

function toTwoDigits(amount: number, round: (value: number) => number): number {
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(amount)) - 1);
  // What conversion adds in the sixth digit is noise, and must not reach the next step.
  return round(Number((amount / scale).toPrecision(6))) * scale;
}
