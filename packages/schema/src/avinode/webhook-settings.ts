import { z } from "zod";
import { Flag, Numeric } from "./envelope.ts";

/** Body of `POST /webhooks/settings` and of `PUT /webhooks/settings/{id}` (`avinode-api.md` B9, seed 004). */
export const AvinodeWebhookSettingsRequest = z.object({
  /** https, with a certificate that is trusted; unique in the company. */
  targetURI: z.string(),
  /** By custom "[application] - [category]". */
  displayName: z.string(),
  active: z.boolean(),
  /** User name, or OAuth key. */
  clientIdentifier: z.string().optional(),
  /** Password, or OAuth secret. It is never given back. */
  clientSecret: z.string().optional(),
  /** `BASIC` is documented; the other spellings are not (D6), so this is any word. */
  clientAuthenticationType: z.string(),
  /** Such as `ClientLeads` (D7). */
  eventTypes: z.array(z.string()),
  /** Of the settings that a PUT replaces, where they were told. */
  version: z.int().optional(),
});
export type AvinodeWebhookSettingsRequest = z.infer<typeof AvinodeWebhookSettingsRequest>;

/** Settings as they stand at the marketplace. Answers show few of these fields: what is missing is not known. */
export const AvinodeWebhookSettings = z.object({
  id: z.string().min(1),
  href: z.string().nullish().catch(null),
  targetURI: z.string().nullish().catch(null),
  displayName: z.string().nullish().catch(null),
  /** Goes in as a boolean and comes out as text (G18). */
  active: Flag.nullish().catch(null),
  clientIdentifier: z.string().nullish().catch(null),
  clientAuthenticationType: z.string().nullish().catch(null),
  eventTypes: z.array(z.string()).nullish().catch(null),
  version: Numeric.nullish().catch(null),
});
export type AvinodeWebhookSettings = z.infer<typeof AvinodeWebhookSettings>;
