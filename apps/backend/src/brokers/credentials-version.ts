import { createHmac, hkdfSync } from "node:crypto";
import type { BrokerConfig, Config } from "../config.ts";

/** A keyed hash: whoever reads it in the database learns nothing, only that other credentials have another one. */
export function credentialsVersion(
  { auth, actAsAccount }: BrokerConfig["connection"],
  secrets: Config["secrets"],
): string {
  const parts =
    auth.kind === "token"
      ? [auth.kind, auth.token.reveal()]
      : [auth.kind, auth.clientId, auth.clientSecret.reveal(), auth.method];
  const key = hkdfSync("sha256", secrets[0]?.reveal() ?? "", "liftline", "credentials version", 32);
  return createHmac("sha256", Buffer.from(key))
    .update(JSON.stringify([...parts, actAsAccount]))
    .digest("base64url")
    .slice(0, 22);
}
