import type { Operation } from "./operation.ts";

/** Contract §3: what the demo's broker has. */
const gateHeaders = ["X-Embed-Key: pk_demo", "Origin: https://www.demo-charter.example"];

/** A command that can be pasted once `$LIFTLINE` is the backend's address. */
export function writeCurl({ isGated, body, example }: Operation): string {
  const headers = [...(isGated ? gateHeaders : []), ...(example.headers ?? [])];
  const [sent] = Object.values(body?.examples ?? {});
  return [
    `curl "$LIFTLINE${example.path}"`,
    ...headers.map((header) => `-H "${header}"`),
    // An apostrophe would end the shell's quotes; JSON has another spelling for it.
    ...(sent === undefined ? [] : [`--json '${JSON.stringify(sent, null, 2).replaceAll("'", String.raw`\u0027`)}'`]),
  ].join(" \\\n  ");
}
