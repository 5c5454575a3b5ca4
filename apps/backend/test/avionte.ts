import type { ServerResponse } from "node:http";
import type { CrmServer, SeenRequest } from "./crm-server.ts";

/** What Avionté hands out with an account (seed 003), made up. */
export const avionteAccount = {
  subscriptionKey: "canary-subscription-key",
  tenant: "canary-tenant",
  clientId: "canary-client",
  clientSecret: "canary-client-secret +&/",
};

export interface Avionte {
  /** Token requests and API calls so far, refused ones included. */
  tokens: SeenRequest[];
  calls: SeenRequest[];
  /** Turns away every token that was given so far. */
  withdrawTokens(): void;
  /** What the answer says of the request's id: the same, somebody else's or nothing. */
  echo: (requestId: string) => string | null;
}

const hourMs = 3_600_000;

/**
 * Avionté's token endpoint (`/token`) and API (everything else) as seed 003 describes them, refusing whatever it says is required.
 * It guesses one thing: how a refusal looks (401 with an empty JSON object).
 */
export function serveAvionte(server: CrmServer, clock: { now(): number }): Avionte {
  const given = new Map<string, number>();
  const avionte: Avionte = {
    tokens: [],
    calls: [],
    withdrawTokens: () => given.clear(),
    echo: (requestId) => requestId,
  };
  server.answer = (request, response) =>
    request.path === "/token" ? token(request, response) : call(request, response);
  return avionte;

  function token(request: SeenRequest, response: ServerResponse): void {
    avionte.tokens.push(request);
    const form = Object.fromEntries(new URLSearchParams(request.body));
    const asked = {
      grant_type: "client_credentials",
      client_id: avionteAccount.clientId,
      client_secret: avionteAccount.clientSecret,
      scope: "avionte.aero.compasintegrationservice",
    };
    const isForm = request.headers["content-type"] === "application/x-www-form-urlencoded";
    const isSame = JSON.stringify(Object.entries(form).sort()) === JSON.stringify(Object.entries(asked).sort());
    if (!isForm || !isSame || !hasKey(request)) return refuse(response);
    const access_token = `avionte-token-${avionte.tokens.length}`;
    given.set(access_token, clock.now() + hourMs);
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ access_token, expires_in: "3600", token_type: "Bearer" }));
  }

  function call(request: SeenRequest, response: ServerResponse): void {
    avionte.calls.push(request);
    const bearer = /^Bearer (.+)$/.exec(request.headers["authorization"] ?? "")?.[1] ?? "";
    const isGiven = (given.get(bearer) ?? 0) > clock.now();
    if (!isGiven || !hasKey(request) || request.headers["tenant"] !== avionteAccount.tenant) return refuse(response);
    const echoed = avionte.echo(request.headers["requestid"] ?? "");
    response.writeHead(201, { "Content-Type": "application/json", ...(echoed !== null && { RequestId: echoed }) });
    response.end("{}");
  }
}

function hasKey({ headers }: SeenRequest): boolean {
  return headers["ocp-apim-subscription-key"] === avionteAccount.subscriptionKey;
}

function refuse(response: ServerResponse): void {
  response.writeHead(401, { "Content-Type": "application/json" }).end("{}");
}
