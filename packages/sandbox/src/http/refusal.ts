import type { AvinodeMessage } from "@liftline/schema/avinode";

/** An answer that ends the call where it stands. */
export class Refusal extends Error {
  readonly response: Response;
  constructor(response: Response) {
    super(`refused with ${response.status}`);
    this.name = "Refusal";
    this.response = response;
  }
}

/** A refusal in the marketplace's envelope. */
export function refuse(status: number, errors: AvinodeMessage[], headers: Record<string, string> = {}): Refusal {
  const body = { meta: { errors, warnings: [], infos: [] } };
  return new Refusal(
    new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } }),
  );
}

/** 400: something is not there. Also for headers (the commonest mistake: the timestamp). */
export function missing(what: string, path?: string): Refusal {
  return refuse(400, [{ title: `Missing value for ${what}`, code: "ERR_INPUT_MISSING", ...(path && { path }) }]);
}

/** 400: something is there, but not as it should be. */
export function invalid(what: string, path?: string): Refusal {
  return refuse(400, [
    { title: `Invalid value for ${what}`, code: "ERR_INPUT_GENERIC_INVALID", ...(path && { path }) },
  ]);
}

/** 401: reads like a validation, is authentication (F5). */
export function unauthorized(header: string): Refusal {
  return refuse(401, [{ title: `Invalid value for header: ${header}`, code: "ERR_INPUT_GENERIC_INVALID" }]);
}

/** 403: the connection's company may not use this. */
export function forbidden(): Refusal {
  return refuse(403, [{ title: "Company access denied", code: "AUTHENTICATION_COMPANY_ACCESS" }]);
}

/** 404 */
export function notFound(): Refusal {
  return refuse(404, [{ title: "The requested resource was not found", code: "NOT_FOUND" }]);
}

/** 422: well formed, but it cannot be. */
export function unprocessable(code: string, title: string, path: string): Refusal {
  return refuse(422, [{ title, code, path }]);
}

/** Too many calls: 429, or the older 403, with the headers of seed 002. */
export function limited(status: 403 | 429, limit: { calls: number; resetSeconds: number }): Refusal {
  const error = { title: "Rate limit exceeded", code: "RATE_LIMIT_EXCEEDED" };
  return refuse(status, [error], limitHeaders({ ...limit, left: 0 }));
}

export function limitHeaders(limit: { calls: number; left: number; resetSeconds: number }): Record<string, string> {
  return {
    "X-Rate-Limit-Limit": String(limit.calls),
    "X-Rate-Limit-Remaining": String(limit.left),
    "X-Rate-Limit-Reset": String(limit.resetSeconds),
  };
}
