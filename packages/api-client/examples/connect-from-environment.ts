import { connectAvinode, type AvinodeConnection } from "@liftline/api-client/avinode";

/** The connection that the environment names. */
export function connectFromEnvironment(product: string): AvinodeConnection {
  const { AVINODE_BASE_URL, AVINODE_API_TOKEN, AVINODE_TOKEN, AVINODE_ACT_AS } = process.env;
  if (!AVINODE_BASE_URL || !AVINODE_API_TOKEN || !AVINODE_TOKEN) {
    throw new Error("AVINODE_BASE_URL, AVINODE_API_TOKEN and AVINODE_TOKEN are needed");
  }
  return connectAvinode({
    baseUrl: AVINODE_BASE_URL,
    product,
    apiToken: AVINODE_API_TOKEN,
    auth: { kind: "token", token: AVINODE_TOKEN },
    actAsAccount: AVINODE_ACT_AS,
  });
}
