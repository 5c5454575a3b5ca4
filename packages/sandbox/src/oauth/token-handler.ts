import { http, type HttpHandler } from "msw";
import type { SandboxConnection } from "../connections.ts";
import { createRandom, seedFor } from "../random.ts";
import type { State } from "../state.ts";

/** `POST {base}/oauth/token`: client credentials, without the X-Avinode headers (avinode-api.md A8). */
export function tokenHandler(state: State): HttpHandler {
  return http.post(state.path("/oauth/token"), async ({ request }) => {
    const record = state.recordCall(request);
    const response = await grant(request, state);
    record(response.status);
    return response;
  });
}

async function grant(request: Request, state: State): Promise<Response> {
  const form = new URLSearchParams(await request.text());
  if (!/^application\/x-www-form-urlencoded/i.test(request.headers.get("Content-Type") ?? ""))
    return fail(400, "invalid_request");
  if (form.get("grant_type") !== "client_credentials") return fail(400, "unsupported_grant_type");
  const minutes = Number(form.get("expiresInMinutes") ?? 30);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 120) return fail(400, "invalid_request");
  const connection = findClient(request.headers, form, state.connections);
  if (connection === undefined) return fail(401, "invalid_client");
  const token = `sandbox-access-${createRandom(seedFor(state.seed, `token ${state.callCount()}`)).guid()}`;
  state.accessTokens.set(token, { connection, expiresAt: state.now() + minutes * 60_000 });
  return json(200, { access_token: token, expires_in: minutes * 60 - 1, token_type: "Bearer" });
}

function findClient(headers: Headers, form: URLSearchParams, connections: readonly SandboxConnection[]) {
  const basic = readBasic(headers.get("Authorization"));
  const method = basic === undefined ? "post" : "basic";
  const clientId = basic?.id ?? form.get("client_id");
  const clientSecret = basic?.secret ?? form.get("client_secret");
  return connections.find(
    (connection) =>
      connection.clientId !== undefined &&
      connection.clientActive !== false &&
      connection.clientId === clientId &&
      connection.clientSecret === clientSecret &&
      (connection.clientMethod ?? method) === method,
  );
}

function readBasic(header: string | null): { id: string; secret: string } | undefined {
  const encoded = /^Basic (\S+)$/i.exec(header ?? "")?.[1];
  if (encoded === undefined) return undefined;
  try {
    const [id = "", secret = ""] = atob(encoded).split(":").map(decodeURIComponent);
    return { id, secret };
  } catch {
    return { id: "", secret: "" };
  }
}

function fail(status: number, error: string): Response {
  return json(status, { error });
}

function json(status: number, body: object): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
  });
}
