import { z } from "zod";
import { MailPage } from "./mail-page.tsx";
import { look } from "./mail-style.ts";
import { paragraphs, toDocument, type RenderedMail } from "./rendered-mail.ts";

/** What the broker is told when a request does not get through. Nobody's name is in it. */
export const AlertContent = z.object({
  reference: z.string(),
  /** ISO 8601 UTC: when the request came. */
  receivedAt: z.string(),
  /** Where it has not arrived: the channel's name. */
  channel: z.string(),
  /** A word of ours, such as `credentials`; null where nothing was tried yet. */
  reason: z.string().nullable(),
  /** Whether a machine goes on trying; false: a person has to. */
  isRetried: z.boolean(),
});
export type AlertContent = z.infer<typeof AlertContent>;

/** Tells the broker, once, that a request is stored but has not arrived where it should. */
export function renderAlert(alert: AlertContent, broker: { name: string }): RenderedMail {
  const title = `Request ${alert.reference} has not reached ${placeOf(alert.channel)}`;
  const lines = [
    `It came ${alert.receivedAt.slice(0, 16).replace("T", " ")} UTC, is stored and is not lost.`,
    alert.isRetried
      ? "We keep trying, for up to three days, and you need not do anything for that. You may want to answer the client now."
      : "It will not be tried again by itself: please look at it in the console and send it again or handle it by hand.",
    `What we know: ${alert.reason ? (reasons[alert.reason] ?? alert.reason) : "no answer so far"}.`,
  ];
  return {
    subject: title,
    html: toDocument(<AlertPage brand={broker.name} title={title} lines={lines} />),
    text: paragraphs(title, ...lines),
    language: "en-GB",
  };
}

function AlertPage({ brand, title, lines }: { brand: string; title: string; lines: readonly string[] }) {
  return (
    <MailPage language="en-GB" brand={brand} title={title} preview={lines[0] ?? ""}>
      {lines.map((line) => (
        <p class="ink" style={{ ...look.body, paddingBottom: "12px" }}>
          {line}
        </p>
      ))}
    </MailPage>
  );
}

function placeOf(channel: string): string {
  if (channel === "marketplace") return "the marketplace";
  if (channel.startsWith("crm:")) return "your CRM";
  if (channel === "email-client") return "the client's mailbox (the confirmation)";
  return "your mailbox";
}

/** What somebody can do something about, in words. */
const reasons: Readonly<Record<string, string>> = {
  credentials: "the marketplace refuses the connection's credentials",
  permission: "the marketplace says that the connection may not do this",
  unsent: "the other end cannot be reached",
  unavailable: "the other end is out of order",
  limited: "the call limit is spent",
  ambiguous: "the other end took it but did not answer",
  "token-refused": "the token endpoint refuses the client id or secret",
  "address-refused": "the address to push to is not on the open internet",
  "nowhere-to-send": "no mailbox and no system of yours is configured",
  "smtp-credentials": "the mail server refuses the user or password",
  "smtp-unreachable": "the mail server cannot be reached",
};
