import { z } from "zod";
import { SecretText } from "../../../secret-text.ts";
import { createSecret } from "../../../secret.ts";
import { pushUrlFault } from "./push-url.ts";
import { isWebhookSecret } from "./sign-webhook.ts";

const PushUrl = z.string().superRefine((text, context) => {
  const fault = pushUrlFault(text);
  if (fault) context.addIssue({ code: "custom", message: fault });
});

/** Ours to set: a broker who could would forge what is signed, or one request into two. */
const ownHeaders =
  /^(webhook-.*|host|content-.*|transfer-encoding|connection|keep-alive|te|trailer|upgrade|expect|requestid|proxy-.*)$/i;

const ExtraHeaders = z.record(
  z
    .string()
    .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, "a header name")
    .refine((name) => !ownHeaders.test(name), "a header that is set by us"),
  z
    .string()
    .regex(/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/, "a header value of printable ASCII")
    .transform(createSecret),
);

/** OAuth 2 client credentials (RFC 6749 §4.4). */
const ClientCredentials = z.strictObject({
  tokenUrl: PushUrl,
  clientId: z.string().min(1),
  clientSecret: SecretText,
  scope: z.string().min(1).optional(),
  /** How the client proves itself: in a header, or in the form. */
  method: z.enum(["basic", "post"]).default("basic"),
});
export type ClientCredentials = z.output<typeof ClientCredentials>;

/** What Avionté hands out with an account (seed 003); its scope is always the same. */
const avionteScope = "avionte.aero.compasintegrationservice";
const avionteHeaders = ["Ocp-Apim-Subscription-Key", "Tenant"];

/** One of a broker's own systems that every lead is pushed to (`brokers.N.crm.N`). */
export const CrmConfig = z
  .strictObject({
    url: PushUrl,
    /** Signs each push; `whsec_` and 24 to 64 bytes in base64. */
    secret: z.string().refine(isWebhookSecret, "must be whsec_ and 24 to 64 bytes in base64").transform(createSecret),
    auth: ClientCredentials.optional(),
    headers: ExtraHeaders.default({}),
    /** `avionte`: the token is fetched and each call is made as seed 003 says. */
    preset: z.enum(["avionte"]).optional(),
  })
  .superRefine(({ auth, headers, preset }, context) => {
    const names = Object.keys(headers).map((name) => name.toLowerCase());
    if (auth && names.includes("authorization")) {
      context.addIssue({ code: "custom", path: ["headers"], message: "Authorization comes from auth" });
    }
    if (preset !== "avionte") return;
    if (!auth) context.addIssue({ code: "custom", path: ["auth"], message: "the preset avionte needs it" });
    for (const name of avionteHeaders.filter((name) => !names.includes(name.toLowerCase()))) {
      context.addIssue({ code: "custom", path: ["headers"], message: `the preset avionte needs ${name}` });
    }
  })
  .transform((crm) => {
    if (crm.preset !== "avionte" || !crm.auth) return crm;
    return { ...crm, auth: { ...crm.auth, scope: crm.auth.scope ?? avionteScope, method: "post" as const } };
  });
export type CrmConfig = z.output<typeof CrmConfig>;
