import { expect, test } from "vitest";
import { parseMailAddress } from "./mail-address.ts";
import { SmtpConfig } from "./smtp-config.ts";
import { readSmtpUrl } from "./smtp-url.ts";

test.each([
  ["Liftline <no-reply@liftline.example>", "Liftline", "no-reply@liftline.example"],
  ['"Demo Charter" <fly@demo.example>', "Demo Charter", "fly@demo.example"],
  ["no-reply@liftline.example", "", "no-reply@liftline.example"],
  ["<no-reply@liftline.example>", "", "no-reply@liftline.example"],
])("%s is a mailbox", (text, name, address) => expect(parseMailAddress(text)).toEqual({ name, address }));

test.each([
  "",
  "Liftline",
  "a@b.example, c@d.example",
  "A <a@b.example>, C <c@d.example>",
  "A\r\nBcc: x <a@b.example>",
  "A <a@b>",
])("%j is none", (text) => expect(parseMailAddress(text)).toBeNull());

test.each(["smtp://mail.example", "smtps://user:pw@mail.example:465", "smtp://mail.example:587/?requireTLS=false"])(
  "%s is a mail server",
  (url) => expect(SmtpConfig.safeParse({ url, from: "a@b.example" }).success).toBe(true),
);

test.each([
  "",
  "mail.example",
  "http://mail.example",
  "smtp://",
  "smtp:mail.example",
  "smtp://mail.example/path",
  "smtp://us%E0er@mail.example",
  "smtp://mail.example?logger=true&debug=true",
  "smtp://mail.example?tls.rejectUnauthorized=false",
  "smtp://mail.example?host=elsewhere.example",
])("%j is none", (url) => expect(SmtpConfig.safeParse({ url, from: "a@b.example" }).error?.issues).toHaveLength(1));

test("the address of a mail server is read whole", () => {
  expect(readSmtpUrl("smtps://liftline:p%40ss%2F@mail.example:4650")).toEqual({
    host: "mail.example",
    port: 4650,
    isSecure: true,
    login: { user: "liftline", password: "p@ss/" },
    mayStayOpen: false,
  });
  expect(readSmtpUrl("smtp://[::1]")).toMatchObject({
    host: "::1",
    port: null,
    isSecure: false,
    login: null,
    mayStayOpen: true,
  });
});
