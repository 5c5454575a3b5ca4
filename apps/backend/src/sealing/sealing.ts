import { createHash, randomBytes as systemRandomBytes } from "node:crypto";
import { Currency, GroupBy, Option, SearchRequest } from "@liftline/schema";
import { z } from "zod";
import type { Clock } from "../clock.ts";
import { DomainError } from "../domain-error.ts";
import { readOptionSecret, writeOptionSecret, type OptionSecret } from "./option-secret.ts";
import { createSealKeys, type SealOwner, type SealPurpose } from "./seal-keys.ts";
import { openToken, sealTokens, type RandomBytes } from "./sealed-token.ts";

/** What a search token carries, so that nothing of a search needs to be stored (R2). */
const SearchContent = z.object({
  /** The marketplace's id of the search, opaque (R7). One lead for each, for ever (R19). */
  searchId: z.string(),
  /** ISO 8601 UTC, whole seconds. */
  expiresAt: z.iso.datetime(),
  /** The currency that prices were asked in. */
  currency: Currency,
  groupBy: GroupBy,
  /** The request as it was parsed: the lead needs the itinerary, a later search repeats it. */
  request: SearchRequest,
});
export type SearchContent = z.infer<typeof SearchContent>;

/** A search whose seal holds. */
export interface SealedSearch extends SearchContent {
  token: string;
}

/** A photo whose seal holds. */
export interface SealedPhoto {
  brokerId: string;
  environment: SealOwner["environment"];
  url: string;
  /** ISO 8601 UTC. */
  expiresAt: string;
}

/** An option on its way out. */
export interface OptionToSeal extends OptionSecret {
  /** JSON of every public field but `token`, in the order of the schema. */
  publicFields: string;
}

/** Contract §3, Sealing. Every method that opens throws the same `option.unavailable` for every kind of bad token. */
export interface Sealing {
  sealSearch(owner: SealOwner, content: SearchContent): SealedSearch;
  /** Throws `search.expired` too, but only after the seal held. */
  openSearch(owner: SealOwner, token: string): SealedSearch;
  /** Tokens in the order of the options. */
  sealOptions(owner: SealOwner, search: Pick<SealedSearch, "token">, options: readonly OptionToSeal[]): string[];
  /** Proves that the option is, field by field, one that was shown for this search. */
  openOption(owner: SealOwner, search: Pick<SealedSearch, "token">, option: Option): OptionSecret;
  /** The token names the broker: photos are fetched without an embed key. */
  sealPhoto(owner: SealOwner, photo: { url: string; expiresAt: string }): string;
  /** Throws `photo.unavailable` for every kind of bad token. */
  openPhoto(token: string): SealedPhoto;
}

const PhotoContent = z.tuple([z.string(), z.enum(["sandbox", "live"]), z.iso.datetime(), z.string()]);
const PublicOption = Option.omit({ token: true });

export interface SealingOptions {
  /** `LIFTLINE_SECRET`: the first seals, all open. */
  secrets: readonly string[];
  clock: Clock;
  randomBytes?: RandomBytes;
}

export function createSealing(options: SealingOptions): Sealing {
  const { clock, randomBytes = systemRandomBytes } = options;
  const keys = createSealKeys(options.secrets);
  const isOver = (expiresAt: string) => Date.parse(expiresAt) <= clock.now();

  return {
    sealSearch(owner, content) {
      const item = { secret: JSON.stringify(content), shown: "" };
      const key = keys("search", owner)[0];
      const [token = ""] = sealTokens([item], { key, context: context("search", owner), randomBytes });
      return { ...content, token };
    },

    openSearch(owner, token) {
      const by = { keys: keys("search", owner), context: context("search", owner), shown: "" };
      const content = SearchContent.safeParse(readJson(openToken(token, by)));
      if (!content.success) throw new DomainError("option.unavailable");
      if (isOver(content.data.expiresAt)) throw new DomainError("search.expired");
      return { ...content.data, token };
    },

    sealOptions(owner, search, options) {
      const items = options.map((option) => ({ secret: writeOptionSecret(option), shown: option.publicFields }));
      const key = keys("option", owner)[0];
      return sealTokens(items, { key, context: context("option", owner, search.token), randomBytes });
    },

    openOption(owner, search, option) {
      const fields = publicFields(option);
      const by = { keys: keys("option", owner), context: context("option", owner, search.token) };
      const opened = fields === null ? null : openToken(option.token, { ...by, shown: fields });
      if (opened === null) throw new DomainError("option.unavailable");
      return readOptionSecret(opened);
    },

    sealPhoto(owner, photo) {
      const content: z.infer<typeof PhotoContent> = [owner.id, owner.environment, photo.expiresAt, photo.url];
      const item = { secret: JSON.stringify(content), shown: "" };
      const by = { key: keys("photo", null)[0], context: context("photo", null), randomBytes };
      return sealTokens([item], by)[0] ?? "";
    },

    openPhoto(token) {
      const by = { keys: keys("photo", null), context: context("photo", null), shown: "" };
      const content = PhotoContent.safeParse(readJson(openToken(token, by)));
      if (!content.success || isOver(content.data[2])) throw new DomainError("photo.unavailable");
      const [brokerId, environment, expiresAt, url] = content.data;
      return { brokerId, environment, expiresAt, url };
    },
  };
}

/** What goes into the seal in front of the public fields. A search is named by the digest of its whole token. */
function context(purpose: SealPurpose, owner: SealOwner | null, search?: string): string {
  const digest = search === undefined ? null : createHash("sha256").update(search).digest("base64url");
  return `${JSON.stringify([1, purpose, owner && [owner.id, owner.environment], digest])}\n`;
}

/** The same text that was sealed, whatever order the visitor's JSON had: zod puts fields in the order of the schema. */
function publicFields(option: Option): string | null {
  const { token: _, ...fields } = option;
  const parsed = PublicOption.safeParse(fields);
  return parsed.success ? JSON.stringify(parsed.data) : null;
}

function readJson(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
