import { readConfig, type Config } from "../config.ts";

/**
 * The configuration of a Worker (contract §2): `LIFTLINE_CONFIG` holds the file itself, as text or as JSON, because there is
 * no disk; everything else comes from variables and secrets of the same names.
 */
export function readBindings(bindings: Record<string, unknown>): Config {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(bindings)) {
    if (typeof value === "string") environment[name] = value;
  }
  const file = bindings["LIFTLINE_CONFIG"];
  if (isJson(file)) environment["LIFTLINE_CONFIG"] = JSON.stringify(file);
  return readConfig({ environment, readFile: (text) => text });
}

function isJson(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
