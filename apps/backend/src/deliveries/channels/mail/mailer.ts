import { Readable } from "node:stream";
import { createTransport, type SendMailOptions, type SMTPTransportOptions } from "nodemailer";
import type { Outcome } from "../../outcome.ts";
import type { MailAddress } from "./mail-address.ts";
import { outcomeOfMailError } from "./mail-outcome.ts";
import type { SmtpConfig } from "./smtp-config.ts";
import { readSmtpUrl, type SmtpServer } from "./smtp-url.ts";

/** A mail, ready to go to one mailbox. */
export interface Mail {
  /** Names the mail for good: a repeat has the same `Message-ID`, so mailboxes can tell. */
  id: string;
  to: string;
  /** Shown instead of the host's own name. */
  fromName?: string;
  replyTo?: MailAddress | undefined;
  subject: string;
  html: string;
  text: string;
  /** BCP 47. */
  language: string;
  /** The text of a calendar file (RFC 5545), sent along. */
  calendar?: string | undefined;
}

export interface Mailer {
  /** One try over a connection of its own. Never throws. */
  send(mail: Mail, signal: AbortSignal): Promise<Outcome>;
}

/** Milliseconds; all of them together stay below what a try may take. */
const limits = { dnsTimeout: 5_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

export function createMailer({ url, from }: SmtpConfig): Mailer {
  const server = readSmtpUrl(url.reveal());
  const domain = from.address.slice(from.address.lastIndexOf("@") + 1);
  return {
    async send(mail, signal) {
      const progress = { hasBegun: false };
      try {
        const transport = createTransport(connectionOptions(server));
        transport.use("stream", ({ message }, done) => {
          noteBegin(message, () => (progress.hasBegun = true));
          done();
        });
        await transport.sendMail({ ...envelope(mail, { from, domain }), signal });
        return { state: "delivered", reason: null };
      } catch (error) {
        return outcomeOfMailError(error, progress);
      }
    },
  };
}

function connectionOptions(server: SmtpServer): SMTPTransportOptions {
  const { host, port, isSecure, login, mayStayOpen } = server;
  return {
    ...limits,
    host,
    ...(port !== null && { port }),
    secure: isSecure,
    requireTLS: !mayStayOpen,
    ...(login && { auth: { user: login.user, pass: login.password } }),
  };
}

function envelope(mail: Mail, { from, domain }: { from: MailAddress; domain: string }): SendMailOptions {
  return {
    messageId: `<${mail.id}@${domain}>`,
    from: { name: oneLine(mail.fromName ?? from.name), address: from.address },
    to: { name: "", address: mail.to },
    ...(mail.replyTo && { replyTo: { name: oneLine(mail.replyTo.name), address: mail.replyTo.address } }),
    subject: oneLine(mail.subject),
    html: mail.html,
    text: mail.text,
    ...(mail.calendar && {
      attachments: [
        { filename: "flight.ics", contentType: "text/calendar; charset=utf-8; method=PUBLISH", content: mail.calendar },
      ],
    }),
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "Content-Language": oneLine(mail.language),
    },
    // What visitors write is never taken for a file or an address to read from.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The message is read only once the server has said that it may come: from then on it may have arrived. */
function noteBegin(message: { createReadStream: () => Readable }, onBegin: () => void): void {
  const createStream = message.createReadStream.bind(message);
  message.createReadStream = () => {
    const stream = createStream();
    return Readable.from(
      (async function* () {
        onBegin();
        yield* stream;
      })(),
      { objectMode: false },
    );
  };
}

/**
 * A line break is where a forged header would begin, and `=?` where text begins that readers decode into something else, line
 * breaks included; the library lets what is encoded already pass.
 */
function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
  return line.replaceAll("=?", "=\u200B?");
}
