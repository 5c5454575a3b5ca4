import { z } from "zod";
import { createSecret } from "../../../secret.ts";
import { parseMailAddress } from "./mail-address.ts";
import { readSmtpUrl } from "./smtp-url.ts";

/** How mail leaves this host (`smtp`). Without it no mail is sent. */
export const SmtpConfig = z.strictObject({
  /**
   * `smtps://user:password@host:465`, or `smtp://…:587`, which turns to TLS before anything is said; only on this machine, or
   * with `?requireTLS=false`, it may stay open.
   */
  url: z
    .string()
    .refine(isSmtpUrl, "an address such as smtps://user:password@mail.example:465")
    .transform(createSecret),
  /** Whose name and address mails carry, such as `Liftline <no-reply@liftline.example>`. */
  from: z.string().transform((text, context) => {
    const address = parseMailAddress(text);
    if (!address)
      context.addIssue({ code: "custom", message: "a mailbox such as Liftline <no-reply@liftline.example>" });
    return address ?? z.NEVER;
  }),
});
export type SmtpConfig = z.output<typeof SmtpConfig>;

function isSmtpUrl(text: string): boolean {
  try {
    readSmtpUrl(text);
    return true;
  } catch {
    return false;
  }
}
