import { z } from "zod";

/** A number that the marketplace may write as text: `"1200"` (`avinode-api.md` G13). */
export const Numeric = z.union([z.number(), z.string().trim().min(1).transform(Number).pipe(z.number())]);

/** A flag that the marketplace may write as text: `"true"` (`avinode-api.md` G18). */
export const Flag = z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]);

/** One entry of `meta.errors`, `meta.warnings` or `meta.infos`. The title can be useless: read title, message, code in turn. */
export const AvinodeMessage = z.object({
  title: z.string().optional(),
  message: z.string().optional(),
  code: z.string().optional(),
  /** Such as `activities[1].startAirport`. */
  path: z.string().optional(),
});
export type AvinodeMessage = z.infer<typeof AvinodeMessage>;

export const AvinodeMeta = z.object({
  errors: z.array(AvinodeMessage).nullish(),
  warnings: z.array(AvinodeMessage).nullish(),
  infos: z.array(AvinodeMessage).nullish(),
  pagination: z.object({ totalCount: Numeric, batchSize: Numeric, pageNumber: Numeric }).partial().nullish(),
});
export type AvinodeMeta = z.infer<typeof AvinodeMeta>;

/** What every answer is wrapped in. `data` can be one thing or a list of them, whatever the operation (G19); errors have none. */
export const AvinodeEnvelope = z.object({ meta: AvinodeMeta.nullish(), data: z.unknown().optional() });
export type AvinodeEnvelope = z.infer<typeof AvinodeEnvelope>;

/** An instant as a pair: UTC, and local to the airport with its offset. Seconds and milliseconds may be missing (A3). */
export const AvinodeInstant = z.object({
  dateTimeUTC: z.string(),
  dateTimeLocal: z.string(),
  /** True: worked out by the marketplace; false: asked for by the caller. */
  calculated: Flag.nullish(),
});
export type AvinodeInstant = z.infer<typeof AvinodeInstant>;
