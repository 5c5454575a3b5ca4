import type { AvinodeEmptyLeg, AvinodeQuote, AvinodeRfq, AvinodeTripMessage } from "@liftline/schema/avinode";
import { AvinodeError } from "./errors.ts";
import type { AvinodeCallOptions } from "./options.ts";
import type { AvinodeTarget } from "./path-to.ts";
import type { AvinodeQuotes } from "./quotes.ts";
import type { AvinodeRfqs } from "./rfqs.ts";
import type { AvinodeTripMessages } from "./trip-messages.ts";

export interface DownloadSources {
  rfqs: Pick<AvinodeRfqs, "read">;
  tripMessages: Pick<AvinodeTripMessages, "read">;
  quotes: Pick<AvinodeQuotes, "read">;
  emptyLegs: { read(leg: AvinodeTarget, options?: AvinodeCallOptions): Promise<AvinodeEmptyLeg> };
}

/** An RFQ with all it links to. */
export interface DownloadedRfq {
  rfq: AvinodeRfq;
  messages: AvinodeTripMessage[];
  quotes: AvinodeQuote[];
  emptyLegs: AvinodeEmptyLeg[];
}

/**
 * All of an RFQ in the order that is asked for: the RFQ, its messages, its quotes, its empty legs (C7, seed 004); one call at a time. A
 * leg that has been withdrawn since is left out (R24); any other failure is thrown, and the whole is to be read again.
 */
export async function downloadRfq(
  target: AvinodeTarget,
  from: DownloadSources,
  options: AvinodeCallOptions = {},
): Promise<DownloadedRfq> {
  const rfq = await from.rfqs.read(target, options);
  const lifts = rfq.sellerLift ?? [];
  const messages = await readEach(rfq.links?.tripmsgs, (link) => from.tripMessages.read(link, options));
  const quoteLinks = [...(rfq.links?.quotes ?? []), ...lifts.flatMap(({ links }) => links?.quotes ?? [])];
  const quotes = await readEach(quoteLinks, (link) => from.quotes.read(link, options));
  const legLinks = lifts.flatMap(({ links }) => links?.emptylegs ?? []);
  const legs = await readEach(legLinks, (link) => from.emptyLegs.read(link, options).catch(withoutWithdrawn));
  return { rfq, messages, quotes, emptyLegs: legs.filter((leg) => leg !== undefined) };
}

async function readEach<Link, Thing>(
  links: readonly Link[] | null | undefined,
  read: (link: Link) => Promise<Thing>,
): Promise<Thing[]> {
  const things: Thing[] = [];
  for (const link of links ?? []) things.push(await read(link));
  return things;
}

function withoutWithdrawn(error: unknown): undefined {
  if (error instanceof AvinodeError && error.reason === "not-found") return undefined;
  throw error;
}
