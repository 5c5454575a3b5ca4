import type { Broker } from "../brokers/broker.ts";
import type { SealedSearch, Sealing } from "../sealing/sealing.ts";
import type { DisclosedOption } from "./disclose-option.ts";
import { createTextBytes } from "./text-bytes.ts";

/** What stands around each option beside its fields: about as long as a token is. */
const aroundOption = 160;

/**
 * The JSON of a `SearchResponse`, as bytes. Each option is written once: the same text is sealed and sent, so what the
 * visitor reads and what the seal proves cannot differ.
 */
export function writeSearchAnswer(
  sealing: Sealing,
  { broker, search, options }: { broker: Broker; search: SealedSearch; options: readonly DisclosedOption[] },
): Uint8Array<ArrayBuffer> {
  const isHidden = broker.settings.prices === "hidden";
  const sealed = options.map(({ hitId, fields }) => ({
    hitId,
    publicFields: JSON.stringify(isHidden ? { ...fields, price: null } : fields),
    price: isHidden ? fields.price : null,
  }));
  const tokens = sealing.sealOptions(broker, search, sealed);
  const { token, expiresAt, currency } = search;
  const head = `${JSON.stringify({ search: token, expiresAt, currency }).slice(0, -1)},"options":[`;

  const expected = sealed.reduce((sum, { publicFields }) => sum + publicFields.length + aroundOption, head.length);
  const answer = createTextBytes(expected);
  answer.write(head);
  for (const [index, { publicFields }] of sealed.entries()) {
    answer.write(`${index === 0 ? "" : ","}{"token":"${tokens[index]}",`);
    answer.write(publicFields.slice(1));
  }
  answer.write("]}");
  return answer.bytes();
}
