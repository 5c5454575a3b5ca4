import { MailPage } from "./mail-page.tsx";
import { look } from "./mail-style.ts";
import { paragraphs, toDocument, type RenderedMail } from "./rendered-mail.ts";

/** Tells the broker that their connection to the marketplace has not been used, before it ends. */
export function renderIdle(
  idle: {
    silentDays: number;
    endsAfterDays: number;
    /** ISO 8601 UTC; when we began to count, where it never worked. */
    lastSuccess: string;
  },
  broker: { name: string },
): RenderedMail {
  const title = `Your marketplace connection has not worked for ${idle.silentDays} days`;
  const lines = [
    `No call has worked since ${idle.lastSuccess.slice(0, 10)}. The marketplace ends connections that are not used for ${idle.endsAfterDays} days; then nobody can search on your website.`,
    "If your website had no visitors, search a trip on it once. If it had, the connection's credentials may have been changed or taken back.",
  ];
  return {
    subject: title,
    html: toDocument(
      <MailPage language="en-GB" brand={broker.name} title={title} preview={lines[0] ?? ""}>
        {lines.map((line) => (
          <p class="ink" style={{ ...look.body, paddingBottom: "12px" }}>
            {line}
          </p>
        ))}
      </MailPage>,
    ),
    text: paragraphs(title, ...lines),
    language: "en-GB",
  };
}
