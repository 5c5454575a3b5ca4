import type { AvinodeWebhookSettingsRequest } from "@liftline/schema/avinode";
import type { State } from "../state.ts";
import { signCall } from "./sign-call.ts";

interface Sending {
  settings: AvinodeWebhookSettingsRequest;
  body: object;
  send: typeof fetch;
  state: Pick<State, "now" | "nextId" | "notificationTimeoutMs">;
}

/** One try. True where it was answered with 200 in time, and with nothing else (seed 004). */
export async function sendNotification(sending: Sending): Promise<boolean> {
  try {
    const { clientAuthenticationType: type } = sending.settings;
    if (type === "OAUTH") return (await post(sending, await sign(sending))).status === 200;
    if (type === "PREEMPTIVE_BASIC") return (await post(sending, basic(sending))).status === 200;
    const first = await post(sending, undefined);
    // The secret is shown only to who asks for it.
    const isAsked = type === "BASIC" && first.status === 401 && first.headers.has("www-authenticate");
    return (isAsked ? await post(sending, basic(sending)) : first).status === 200;
  } catch {
    return false;
  }
}

function post({ settings, body, send, state }: Sending, authorization: string | undefined): Promise<Response> {
  return send(settings.targetURI, {
    method: "POST",
    headers: { "content-type": "application/json", ...(authorization !== undefined && { authorization }) },
    body: JSON.stringify(body),
    redirect: "manual",
    signal: AbortSignal.timeout(state.notificationTimeoutMs),
  });
}

function basic({ settings: { clientIdentifier = "", clientSecret = "" } }: Sending): string {
  const bytes = new TextEncoder().encode(`${clientIdentifier}:${clientSecret}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

function sign({ settings, state }: Sending): Promise<string> {
  const { targetURI, clientIdentifier = "", clientSecret = "" } = settings;
  return signCall({
    url: targetURI,
    key: clientIdentifier,
    secret: clientSecret,
    seconds: Math.floor(state.now() / 1000),
    nonce: state.nextId("nonce"),
  });
}
