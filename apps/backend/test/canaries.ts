/** Marks every leaf of what the marketplace sends, so that it can be recognised wherever it turns up. */
export interface Canaries {
  /** The same answer with a mark in every leaf that can carry one, and invented leaves beside them. */
  plant(operation: string, answer: unknown): unknown;
  /** What we send back must make sense to the marketplace: the marks are taken out again. */
  remove(body: string): string;
  /** The places, such as `searches data.results[].quote.sellerCompany.id`, whose mark is in the text. */
  found(text: string): string[];
  /** Every place that was marked. */
  planted(): string[];
}

/** Leaves that cannot carry a mark and still be read: dates, codes and amounts that the answer is built from. */
const unmarkable = [
  /\.(departureDateTime|arrivalDateTime)\.dateTime(UTC|Local)$/,
  /\.(currency|conversionCurrency)$/,
  /Photos\[\]\.(type|copies\[\]\.size)$/,
  /\.country\.code$/,
  /\.(icao|iata|faa|latitude|longitude)$/,
  /\.segments\[\]\.\w+$/,
  /\.(sellerPrice|convertedPrices\[\])\.(price|convertedPrice)$/,
  /\.(maxPax|yearOfMake|maxRangeNM|cruiseSpeedKnots)$/,
  /^\w+ meta\./,
];

/** Long, so that no sealed token (base64, read here without regard to capitals) happens to hold one. */
const aMark = /zqjxkv(\d+)vkxjqz/g;

export function createCanaries(): Canaries {
  const marks = new Map<string, string>();

  function markOf(place: string): string {
    const mark = marks.get(place) ?? `zqjxkv${marks.size + 1}vkxjqz`;
    marks.set(place, mark);
    return mark;
  }

  function plantIn(value: unknown, place: string): unknown {
    if (Array.isArray(value)) return value.map((item: unknown) => plantIn(item, `${place}[]`));
    if (typeof value === "object" && value !== null) {
      const entries = Object.entries(value).map(([key, inner]) => [key, plantIn(inner, `${place}.${key}`)]);
      return { ...Object.fromEntries(entries), invented: markOf(`${place}.invented`) };
    }
    if (unmarkable.some((pattern) => pattern.test(place))) return value;
    if (typeof value === "string") return `${value}${markOf(place)}`;
    if (typeof value === "number") return Number(asNumber(markOf(place)));
    return value;
  }

  return {
    plant: (operation, answer) => {
      const { data, ...rest } = answer as { data: unknown };
      return { ...rest, data: plantIn(data, `${operation} data`) };
    },
    remove: (body) => body.replaceAll(aMark, ""),
    found(text) {
      const lower = text.toLowerCase();
      return [...marks]
        .filter(([, mark]) => lower.includes(mark) || text.includes(asNumber(mark)))
        .map(([place]) => place);
    },
    planted: () => [...marks.keys()],
  };
}

/** A number that no price, year or distance has. */
function asNumber(mark: string): string {
  return `8${mark.replace(aMark, "$1").padStart(4, "0")}37753`;
}
