import type { Context } from "hono";
import type { AppEnv } from "../http/context.ts";

/**
 * Pages of ours run our own files and nothing else: no inline script or style, nobody's frame, no form that leaves. The one
 * Trusted Types policy is the one that names the service worker (`page-script.ts`).
 */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types liftline-page",
].join("; ");

/** Changes what every answer carries (`http/security-headers.ts`) into what a page needs. */
export function setPageHeaders(context: Context<AppEnv>, language: string): void {
  context.header("Content-Security-Policy", pagePolicy);
  context.header("Cache-Control", "no-cache");
  context.header("Content-Language", language);
  context.header("Vary", "Accept-Language");
  context.header("Cross-Origin-Opener-Policy", "same-origin");
  context.header("Permissions-Policy", "geolocation=(self), camera=(), microphone=(), payment=()");
}
