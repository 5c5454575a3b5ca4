import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { signCall } from "./sign-call.ts";

test("a signature sorts parameters by name before value, one name being the beginning of another (RFC 5849 §3.4.1.3.2)", async () => {
  const by = { key: "desk", secret: "p:ä", seconds: 1_795_000_000, nonce: "n-1" };
  const header = await signCall({ url: "https://desk.example/hooks?a1=2&a=1&b=c%20d", ...by });
  // Written by hand, as a receiver puts it together.
  const parameters =
    "a=1&a1=2&b=c%20d&oauth_consumer_key=desk&oauth_nonce=n-1&oauth_signature_method=HMAC-SHA1&oauth_timestamp=1795000000&oauth_version=1.0";
  const text = `POST&https%3A%2F%2Fdesk.example%2Fhooks&${encodeURIComponent(parameters)}`;
  const expected = createHmac("sha1", "p%3A%C3%A4&").update(text).digest("base64");
  expect(header).toContain(`oauth_signature="${encodeURIComponent(expected)}"`);
});
