import type { Broker } from "../brokers/broker.ts";
import type { SealedSearch, Sealing } from "../sealing/sealing.ts";
import type { DisclosedOption } from "./disclose-option.ts";

/**
 * The JSON of a `SearchResponse`. Each option is written once: the same text is sealed and sent, so what the visitor
 * reads and what the seal proves cannot differ.
 */
export function writeSearchAnswer(
  sealing: Sealing,
  { broker, search, options }: { broker: Broker; search: SealedSearch; options: readonly DisclosedOption[] },
): string {
  const isHidden = broker.settings.prices === "hidden";
  const sealed = options.map(({ hitId, fields }) => ({
    hitId,
    publicFields: JSON.stringify(isHidden ? { ...fields, price: null } : fields),
    price: isHidden ? fields.price : null,
  }));
  const tokens = sealing.sealOptions(broker, search, sealed);
  const written = sealed.map(({ publicFields }, index) => `{"token":"${tokens[index]}",${publicFields.slice(1)}`);
  const { token, expiresAt, currency } = search;
  return `${JSON.stringify({ search: token, expiresAt, currency }).slice(0, -1)},"options":[${written.join(",")}]}`;
}
