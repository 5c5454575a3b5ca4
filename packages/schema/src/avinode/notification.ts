import { z } from "zod";

/** An id, an address or a word as the marketplace writes them; anything else counts as missing, and breaks nothing (R27). */
const Word = (most: number) =>
  z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .max(most)
    .nullish()
    .catch(null);

/**
 * What arrives at a webhook (`avinode-api.md` D5). It is a pointer and no more: neither what happened nor when, and a second,
 * meaningful one is equal to a repeat.
 */
export const AvinodeNotification = z.object({
  id: Word(200),
  /** Where the thing can be read; to be followed at the configured marketplace only (R26). */
  href: Word(2000),
  /** `leads`, `emptylegs`, `tripmsgs`, `rfqs`; more may come (R27). */
  type: Word(100),
  /** In newer ones. */
  tripId: Word(100),
});
export type AvinodeNotification = z.infer<typeof AvinodeNotification>;
