import { z } from "zod";
import { listOf, maybe, Text } from "./lenient.ts";

/** Where another thing can be read. Its address is to be followed as it stands (seed 004), below the base URL only (R26). */
export const AvinodeLink = z.object({ id: Text, href: z.string(), type: Text });
export type AvinodeLink = z.infer<typeof AvinodeLink>;

/** What an answer links to. Which of them it has depends on the answer, and on who asks. */
export const AvinodeLinks = z.object({
  /** Messages of buyer and seller. */
  tripmsgs: listOf(AvinodeLink),
  quotes: listOf(AvinodeLink),
  /** What the buyer would like to use. */
  emptylegs: listOf(AvinodeLink),
  rfqs: listOf(AvinodeLink),
  trips: listOf(AvinodeLink),
});
export type AvinodeLinks = z.infer<typeof AvinodeLinks>;

/** Something that can be done: a call of the API, or a page of the marketplace that a person opens with their own log-in. */
export const AvinodeAction = z.object({
  type: Text,
  description: Text,
  /** `GET`, `POST` or `PUT`. */
  httpMethod: Text,
  href: z.string(),
});
export type AvinodeAction = z.infer<typeof AvinodeAction>;

/** What can be done now, by who asks: an action that is not there is not to be called. */
export const AvinodeActions = z.object({
  /** Of a lift: answers it. Of an RFQ: one more quote, for no lift that was asked for. */
  submitQuote: maybe(AvinodeAction),
  /** Of a lift: declines it. Of an RFQ: all of it. */
  decline: maybe(AvinodeAction),
  /** Final (seed 004). */
  cancel: maybe(AvinodeAction),
  /** A page for people. */
  searchInAvinode: maybe(AvinodeAction),
  /** A page for people. */
  viewInAvinode: maybe(AvinodeAction),
});
export type AvinodeActions = z.infer<typeof AvinodeActions>;
