import { z } from "zod";

/** One mailbox: where a mail comes from or goes to. */
export interface MailAddress {
  /** What is shown; empty where there is only the address. */
  name: string;
  address: string;
}

/** `Liftline <no-reply@liftline.example>` or the bare address; null where it is not exactly one mailbox. */
export function parseMailAddress(text: string): MailAddress | null {
  const [, name, inBrackets] = /^\s*(?:"?([^"<>@,;:\\\p{Cc}]*)"?\s*<([^<>]+)>)\s*$/u.exec(text) ?? [];
  const address = inBrackets ?? text.trim();
  return z.email().max(254).safeParse(address).success ? { name: (name ?? "").trim(), address } : null;
}
