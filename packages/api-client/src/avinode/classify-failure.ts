import type { AvinodeFailure } from "./errors.ts";
import { isLimited, type Limits } from "./read-limits.ts";

/** What a status other than 2xx means (`avinode-api.md` A10, `reliability.md` §4). */
export function classifyStatus(
  status: number,
  { hasEffect, limits }: { hasEffect: boolean; limits: Limits },
): AvinodeFailure {
  if (isLimited(status, limits)) return "limited";
  switch (status) {
    case 401:
      return "credentials";
    case 403:
      return "permission";
    case 404:
    case 410:
      return "not-found";
    case 409:
      return "conflict";
    case 501:
      return "invalid";
    case 408:
    case 425:
    case 503:
      return "unavailable";
    default:
      if (status < 500) return "invalid";
      return hasEffect ? "ambiguous" : "unavailable";
  }
}

/** Failures that happen before a connection stands: nothing was sent. Everything else may have left us. */
const beforeConnection =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_FAIL|EAI_NODATA|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/;

export interface BrokenConnection {
  sent: boolean;
  /** Such as `ECONNRESET`; never the error's message, which can name a host or quote a URL. */
  network: string | undefined;
  /** The answer came, but not in the encoding it claimed. */
  garbled: boolean;
}

/** Reads a failed `fetch` or body: the system's code is somewhere down the chain of causes. */
export function readConnectionError(error: unknown): BrokenConnection {
  let sent = true;
  let network: string | undefined;
  let cause = error;
  for (let depth = 0; depth < 6 && cause instanceof Error; depth += 1) {
    const { code, syscall } = cause as NodeJS.ErrnoException;
    if (typeof code === "string" && /^[A-Z][A-Z0-9_]{2,40}$/.test(code)) {
      network ??= code;
      if (beforeConnection.test(code) || (code === "ETIMEDOUT" && syscall === "connect")) sent = false;
    }
    cause = cause.cause;
  }
  return { sent, network, garbled: network?.startsWith("Z_") ?? false };
}
