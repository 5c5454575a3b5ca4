import { sandboxApiToken, type SandboxConnection } from "../connections.ts";
import { invalid, missing, unauthorized } from "./refusal.ts";

const maxSkewMs = 5 * 60_000;
/** Milliseconds, whole seconds or minutes: all three are seen to work (G6). */
const stampForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/;

/** Refuses a call whose headers the marketplace would refuse (seed 002), else says whose connection it is. */
export function checkHeaders(
  request: Request,
  context: { now: number; findConnection: (token: string) => SandboxConnection | undefined },
): SandboxConnection {
  checkApiToken(request.headers);
  checkStamp(request.headers, context.now);
  checkClient(request);
  const token = /^Bearer (\S+)$/.exec(request.headers.get("Authorization") ?? "")?.[1];
  const connection = token === undefined ? undefined : context.findConnection(token);
  if (connection === undefined) throw unauthorized("Authorization");
  return connection;
}

function checkApiToken(headers: Headers): void {
  const token = headers.get("X-Avinode-ApiToken");
  if (token === null) throw missing("header: X-Avinode-ApiToken");
  if (token !== sandboxApiToken) throw unauthorized("X-Avinode-ApiToken");
}

function checkStamp(headers: Headers, now: number): void {
  const stamp = headers.get("X-Avinode-SentTimestamp");
  if (stamp === null) throw missing("header: X-Avinode-SentTimestamp");
  const sentAt = stampForm.test(stamp) ? Date.parse(stamp) : Number.NaN;
  if (!(Math.abs(sentAt - now) <= maxSkewMs)) throw invalid("header: X-Avinode-SentTimestamp");
}

function checkClient({ headers, method }: Request): void {
  const version = headers.get("X-Avinode-ApiVersion");
  if (version === null) throw missing("header: X-Avinode-ApiVersion");
  if (version !== "v1.0") throw invalid("header: X-Avinode-ApiVersion");
  const product = headers.get("X-Avinode-Product");
  if (product === null) throw missing("header: X-Avinode-Product");
  if (!/\S\s+v?\d+(\.\d+)*/i.test(product)) throw invalid("header: X-Avinode-Product");
  if (
    method !== "GET" &&
    method !== "DELETE" &&
    !/^application\/json\s*(;|$)/i.test(headers.get("Content-Type") ?? "")
  ) {
    throw headers.get("Content-Type") === null ? missing("header: Content-Type") : invalid("header: Content-Type");
  }
}
