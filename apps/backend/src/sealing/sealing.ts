import { createHash, randomBytes as systemRandomBytes } from "node:crypto";
import { Currency, GroupBy, Option, SearchRequest } from "@liftline/schema";
import { z } from "zod";
import type { Clock } from "../clock.ts";
import { DomainError } from "../domain-error.ts";
import { readOptionSecret, writeOptionSecret, type OptionSecret } from "./option-secret.ts";
import { readPhotoSecret, writePhotoSecret, type SealedPhoto } from "./photo-secret.ts";
import { createSealKeys, type SealOwner, type SealPurpose } from "./seal-keys.ts";
import { createTokenSealer, openToken, type RandomBytes } from "./sealed-token.ts";

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
  /** Seals the photos of one answer, one by one. A token names its broker: photos are fetched without an embed key. */
  photoSealer(owner: SealOwner, expiresAt: string): (path: string) => string;
  /** Throws `photo.unavailable` for every kind of bad token. */
  openPhoto(token: string): SealedPhoto;
}

/** About as many photos as the types of an answer have. */
const photoBatch = 64;
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
      const by = { key: keys("search", owner)[0], context: context("search", owner), randomBytes, batch: 1 };
      return { ...content, token: createTokenSealer(by)({ secret: JSON.stringify(content), shown: "" }) };
    },

    openSearch(owner, token) {
      const by = { keys: keys("search", owner), context: context("search", owner), shown: "" };
      const content = SearchContent.safeParse(readJson(openToken(token, by)));
      if (!content.success) throw new DomainError("option.unavailable");
      if (isOver(content.data.expiresAt)) throw new DomainError("search.expired");
      return { ...content.data, token };
    },

    sealOptions(owner, search, options) {
      const by = { key: keys("option", owner)[0], context: context("option", owner, search.token) };
      const seal = createTokenSealer({ ...by, randomBytes, batch: options.length });
      return options.map((option) => seal({ secret: writeOptionSecret(option), shown: option.publicFields }));
    },

    openOption(owner, search, option) {
      const fields = publicFields(option);
      const by = { keys: keys("option", owner), context: context("option", owner, search.token) };
      const opened = fields === null ? null : openToken(option.token, { ...by, shown: fields });
      if (opened === null) throw new DomainError("option.unavailable");
      return readOptionSecret(opened);
    },

    photoSealer(owner, expiresAt) {
      const by = { key: keys("photo", null)[0], context: context("photo", null), randomBytes };
      const seal = createTokenSealer({ ...by, batch: photoBatch });
      return (path) => {
        const photo = { brokerId: owner.id, environment: owner.environment, path, expiresAt };
        return seal({ secret: writePhotoSecret(photo), shown: "" });
      };
    },

    openPhoto(token) {
      const by = { keys: keys("photo", null), context: context("photo", null), shown: "" };
      const opened = openToken(token, by);
      const photo = opened === null ? null : readPhotoSecret(opened);
      if (!photo || isOver(photo.expiresAt)) throw new DomainError("photo.unavailable");
      return photo;
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
