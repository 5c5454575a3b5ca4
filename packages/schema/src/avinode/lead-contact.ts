import { z } from "zod";

const Text = z.string().nullish().catch(null);

/**
 * Who stands behind a lead that is read. Its shape is known from one integrator only (`avinode-api.md` D4), so the shape of
 * `POST /leads` is read as well, and nothing is demanded.
 */
export const AvinodeLeadContact = z.object({
  leadContactInfo: z
    .object({
      name: Text,
      emails: z.array(z.string()).nullish().catch(null),
      phone: Text,
      emailAddresses: z
        .array(z.object({ emailAddress: Text }))
        .nullish()
        .catch(null),
      phoneNumbers: z
        .array(z.object({ phoneNumber: Text }))
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
});
export type AvinodeLeadContact = z.infer<typeof AvinodeLeadContact>;
