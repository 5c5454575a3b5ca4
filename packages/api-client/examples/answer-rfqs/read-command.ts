import { AvinodeDeclineReason } from "@liftline/schema/avinode";

/** What somebody at the terminal wants done about a lift. */
export type Command =
  | { kind: "quote"; totalPrice: number; currencyCode: string; message: string }
  | { kind: "decline"; declineReason: AvinodeDeclineReason; message: string }
  | { kind: "chat"; message: string }
  | { kind: "skip" };

/** `undefined` where it is none. */
export function readCommand(line: string): Command | undefined {
  const [, quote] = /^quote\s+(.+)$/i.exec(line.trim()) ?? [];
  const [, decline] = /^decline\s+(.+)$/i.exec(line.trim()) ?? [];
  const [, chat] = /^chat\s+(.+)$/i.exec(line.trim()) ?? [];
  if (quote !== undefined) return readQuote(quote);
  if (decline !== undefined) return readDecline(decline);
  if (chat !== undefined) return { kind: "chat", message: chat };
  return /^skip$/i.test(line.trim()) ? { kind: "skip" } : undefined;
}

function readQuote(text: string): Command | undefined {
  const [, price, currency, message = ""] = /^(\d+(?:\.\d{1,2})?)\s+([A-Za-z]{3})(?:\s+(.*))?$/.exec(text) ?? [];
  if (price === undefined || currency === undefined) return undefined;
  return { kind: "quote", totalPrice: Number(price), currencyCode: currency.toUpperCase(), message };
}

function readDecline(text: string): Command | undefined {
  const [, word = "", message = ""] = /^(\S+)(?:\s+(.*))?$/.exec(text) ?? [];
  const reason = AvinodeDeclineReason.safeParse(word.toUpperCase());
  return reason.success ? { kind: "decline", declineReason: reason.data, message } : undefined;
}
