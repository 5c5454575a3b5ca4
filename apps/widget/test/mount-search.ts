import { vi } from "vitest";
import { defineLiftline } from "../src/define.ts";
import type { LiftlineSearchElement } from "../src/search-element.ts";
import { airports, searchAnswer, settings } from "./canned-answers.ts";

defineLiftline({ backend: "https://leads.test" });

/** What a played backend does with a call; undefined: the usual answer, null: none ever. */
export type Play = (call: { path: string; query: URLSearchParams; body: unknown }) => Response | null | undefined;

export interface PlayedBackend {
  /** Paths with their queries, in the order of the calls. */
  calls: string[];
  bodies: unknown[];
}

/** A backend in the place of `fetch`: it answers as ours does, or as `play` says. */
export function playBackend(play: Play = () => undefined): PlayedBackend {
  const played: PlayedBackend = { calls: [], bodies: [] };
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    const { pathname, search, searchParams } = new URL(url);
    const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : null;
    played.calls.push(pathname + search);
    if (body) played.bodies.push(body);
    const answer = play({ path: pathname, query: searchParams, body });
    if (answer !== undefined) return answer ? Promise.resolve(answer) : untilAborted(init.signal);
    if (pathname === "/widget/settings") return Promise.resolve(Response.json(settings));
    if (pathname === "/searches") return Promise.resolve(Response.json(searchAnswer));
    return Promise.resolve(Response.json({ airports: airports(searchParams.get("query") ?? "") }));
  });
  return played;
}

/** A refusal as the backend words it. */
export function problem(code: string, status: number, more: object = {}): Response {
  const body = { type: "about:blank", title: code, status, code, requestId: "req_1", ...more };
  return Response.json(body, { status, headers: { "Retry-After": "20" } });
}

const usual = { "embed-key": "pk_demo", backend: "https://leads.test", lang: "en-GB" };

/** The element on the page, with its attributes; take it off by `remove()`. */
export function mountSearch(attributes: Record<string, string> = {}): LiftlineSearchElement {
  const element = document.createElement("liftline-search") as LiftlineSearchElement;
  for (const [name, value] of Object.entries({ ...usual, ...attributes })) {
    element.setAttribute(name, value);
  }
  document.body.append(element);
  return element;
}

/** Its shadow root, once it has one. */
export function rootOf(element: Element): ShadowRoot {
  if (!element.shadowRoot) throw new Error("nothing is drawn yet");
  return element.shadowRoot;
}

function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason));
  });
}
