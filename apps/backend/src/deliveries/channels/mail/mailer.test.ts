import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  startMailServer,
  startScriptedMailServer,
  type MailServer,
  type Reply,
  type Stage,
} from "../../../../test/mail-server.ts";
import { createMailer, type Mail } from "./mailer.ts";
import { SmtpConfig } from "./smtp-config.ts";

const from = "Liftline <no-reply@liftline.example>";
const mail: Mail = {
  id: "delivery_7",
  to: "jo@example.com",
  subject: "Your request LL-7K3F9Q",
  html: "<p>Prices in €</p>",
  text: "Prices in €\n",
  language: "en-GB",
};

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.close());
afterEach(() => void (server.received.length = 0));

function send(url: string, changes: Partial<Mail> = {}, signal: AbortSignal = AbortSignal.timeout(5_000)) {
  return createMailer(SmtpConfig.parse({ url, from })).send({ ...mail, ...changes }, signal);
}

describe("a mail", () => {
  test("arrives as text and as HTML, from the host's address", async () => {
    expect(await send(server.url)).toEqual({ state: "delivered", reason: null });
    expect(server.received).toMatchObject([
      {
        from: "no-reply@liftline.example",
        to: ["jo@example.com"],
        mail: {
          from: { name: "Liftline", address: "no-reply@liftline.example" },
          to: [{ name: "", address: "jo@example.com" }],
          subject: mail.subject,
        },
      },
    ]);
    expect(server.received[0]?.mail.text?.trim()).toBe(mail.text.trim());
    expect(server.received[0]?.mail.html?.trim()).toBe(mail.html);
    const headers = Object.fromEntries(server.received[0]!.mail.headers.map(({ key, value }) => [key, value]));
    expect(headers).toMatchObject({ "auto-submitted": "auto-generated", "content-language": "en-GB" });
  });

  test("has the same Message-ID on every repeat, and no other mail has it", async () => {
    for (const id of ["delivery_7", "delivery_7", "delivery_8"]) await send(server.url, { id });
    expect(server.received.map(({ mail }) => mail.messageId)).toEqual([
      "<delivery_7@liftline.example>",
      "<delivery_7@liftline.example>",
      "<delivery_8@liftline.example>",
    ]);
  });

  test.each([
    "Jo\r\nBcc: everyone@evil.example",
    "Jo\nTo: everyone@evil.example",
    "Jo\rX-Evil: 1",
    "Jo\u2028Bcc: everyone@evil.example",
    "Jo\u0000\u000bBcc: everyone@evil.example",
    "Jo <everyone@evil.example>, Al",
    '"Jo" <everyone@evil.example>',
    "everyone@evil.example,",
    "=?utf-8?q?Jo=0D=0ABcc:_everyone@evil.example?=",
    "Jo\r\n\r\n<script>alert(1)</script>",
    "👩‍✈️ Ĵö ﷽ ‮evil",
  ])("takes %j for a name or a subject, nothing more", async (name) => {
    const evil = {
      subject: `New: ${name}`,
      fromName: name,
      replyTo: { name, address: "jo@example.com" },
      language: name,
    };
    expect(await send(server.url, evil)).toMatchObject({ state: "delivered" });
    const [received] = server.received;
    expect(received?.to).toEqual(["jo@example.com"]);
    expect(received?.mail.to).toEqual([{ name: "", address: "jo@example.com" }]);
    expect(received?.mail.replyTo).toMatchObject([{ address: "jo@example.com" }]);
    expect(received?.mail.from?.address).toBe("no-reply@liftline.example");
    expect(received?.mail.bcc ?? []).toEqual([]);
    for (const shown of [received?.mail.subject, received?.mail.from?.name]) {
      expect(shown).not.toMatch(/[\p{Cc}\u2028]/u);
    }
    const names = received!.mail.headers.map(({ key }) => key);
    expect(names).not.toContain("bcc");
    expect(names).not.toContain("x-evil");
    expect(received?.mail.text?.trim()).toBe(mail.text.trim());
  });

  test("is not sent to a second address that stands in the first", async () => {
    for (const to of [
      "jo@example.com, al@evil.example",
      "jo@example.com\r\nRCPT TO:<al@evil.example>",
      "jo@example.com>",
    ]) {
      await send(server.url, { to });
    }
    expect(server.received.flatMap(({ to }) => to)).not.toContain("al@evil.example");
  });

  test("needs TLS before anything is said, unless the server is on this machine or the host says otherwise", async () => {
    const elsewhere = `smtp://0.0.0.0:${server.port}`;
    expect(await send(elsewhere)).toMatchObject({ state: "deferred" });
    expect(server.received).toEqual([]);
    expect(await send(`${elsewhere}?requireTLS=false`)).toMatchObject({ state: "delivered" });
  });
});

describe("what the server says", () => {
  const cases: [Stage, Reply, string, string][] = [
    ["CONNECT", "421 busy", "deferred", "smtp-421"],
    ["CONNECT", "554 no service", "deferred", "smtp-554"],
    ["CONNECT", "hang-up", "deferred", "smtp-unreachable"],
    ["EHLO", "hang-up", "deferred", "smtp-unreachable"],
    ["MAIL", "451 later", "deferred", "smtp-451"],
    ["MAIL", "550 sender refused", "manual", "smtp-550"],
    ["MAIL", "503 sequence", "deferred", "smtp-503"],
    ["RCPT", "450 mailbox busy", "deferred", "smtp-450"],
    ["RCPT", "550 no such user jo@example.com", "manual", "smtp-550"],
    ["RCPT", "hang-up", "deferred", "smtp-unreachable"],
    ["DATA", "452 full", "deferred", "smtp-452"],
    ["DATA", "554 no", "manual", "smtp-554"],
    ["DATA", "hang-up", "deferred", "smtp-unreachable"],
    ["END", "250 queued", "delivered", "null"],
    ["END", "451 try again", "deferred", "smtp-451"],
    ["END", "552 too large", "manual", "smtp-552"],
    ["END", "554 spam", "manual", "smtp-554"],
    ["END", "hang-up", "unknown", "smtp-no-answer"],
  ];

  test.each(cases)("at %s, %j: %s (%s)", async (stage, reply, state, reason) => {
    const scripted = await startScriptedMailServer({ [stage]: reply });
    const outcome = await send(scripted.url);
    await scripted.close();
    expect(`${outcome.state} ${outcome.reason}`).toBe(`${state} ${reason}`);
  });

  test.each<[Stage, string, string]>([
    ["CONNECT", "deferred", "smtp-unreachable"],
    ["RCPT", "deferred", "smtp-unreachable"],
    ["DATA", "deferred", "smtp-unreachable"],
    ["END", "unknown", "smtp-no-answer"],
  ])("and when it says nothing at %s until time is up: %s (%s)", async (stage, state, reason) => {
    const abort = new AbortController();
    const scripted = await startScriptedMailServer({ [stage]: null }, (reached) => {
      if (reached === stage) setImmediate(() => abort.abort());
    });
    expect(await send(scripted.url, {}, abort.signal)).toMatchObject({ state, reason });
    await scripted.close();
  });

  test("a server that nobody runs, and a name that nobody has, are tried again later", async () => {
    for (const url of ["smtp://127.0.0.1:1", "smtp://mail.invalid"]) {
      expect(await send(url)).toMatchObject({ state: "deferred", reason: "smtp-unreachable", wait: "backoff" });
    }
  });

  test("a refused login waits for the host, and burns no try", async () => {
    const guarded = await startMailServer({ login: { user: "liftline", password: "s3cret/+" } });
    const url = (password: string) => guarded.url.replace("//", `//liftline:${encodeURIComponent(password)}@`);
    expect(await send(url("s3cret/+"))).toMatchObject({ state: "delivered" });
    expect(await send(url("canary"))).toEqual({
      state: "blocked_creds",
      reason: "smtp-credentials",
      wait: "probe",
      counts: false,
      lane: "credentials",
    });
    await guarded.close();
  });
});
