import type { AvinodeFault } from "./errors.ts";

/** What an answer is wrapped in, or `undefined` where it is no such thing (`avinode-api.md` A4). */
export interface Envelope {
  data: unknown;
  /** `meta.errors`: anything in it means that the call failed, whatever the status (R10). */
  errors: AvinodeFault[];
}

const mostFaults = 20;

/**
 * Read by hand, not by schema: whatever else stands in `meta` must not make a good answer unreadable (R11), and an error of a shape
 * nobody foresaw is still an error.
 */
export function readEnvelope(text: string): Envelope | undefined {
  const body = parse(text);
  if (!isObject(body)) return undefined;
  const meta = isObject(body["meta"]) ? body["meta"] : {};
  const errors = meta["errors"];
  const list = Array.isArray(errors) ? errors : isEmpty(errors) ? [] : [errors];
  return { data: body["data"], errors: list.slice(0, mostFaults).map(toFault) };
}

/** `data` as one thing: it can come as a list of one, whatever the operation (G19). */
export function onlyItem(data: unknown): unknown {
  return Array.isArray(data) ? data[0] : data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text.
    return undefined;
  }
}

/** Only what looks like a constant or a property path is carried on: it ends in logs (R8). */
function toFault(error: unknown): AvinodeFault {
  if (!isObject(error)) return {};
  const { code, path } = error;
  return {
    ...(typeof code === "string" && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? { code } : {}),
    ...(typeof path === "string" && path.length <= 120 && propertyPath.test(path) ? { path } : {}),
  };
}

const propertyPath = /^[a-z][A-Za-z]*(\[\d{1,3}\])?(\.[a-z][A-Za-z]*(\[\d{1,3}\])?)*$/;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (isObject(value) && Object.keys(value).length === 0);
}
