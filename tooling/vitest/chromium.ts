import { existsSync } from "node:fs";

/** Where a Chromium is: the launcher of `npm test` sets the variable where the system has none of its own. */
export function chromiumPath(): string {
  const places = [
    process.env["LIFTLINE_CHROMIUM"],
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  const found = places.find((place) => place && existsSync(place));
  if (!found)
    throw new Error("No Chromium found: run the tests by `npm test`, which fetches one, or set LIFTLINE_CHROMIUM.");
  return found;
}

/** Flags for a browser that runs as root in a closed network and phones nobody. */
export const chromiumArguments: string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
