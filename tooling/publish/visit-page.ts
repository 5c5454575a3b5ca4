import { chromiumArguments, chromiumPath } from "@liftline/vitest-config/chromium";
import { chromium, type Route } from "playwright-core";

const page = "https://www.broker.example";
const backend = "https://leads.example";
const luton = {
  ...{ code: "EGGW", icao: "EGGW", iata: "LTN", name: "Luton", city: "London" },
  ...{ country: { code: "GB", name: "United Kingdom" }, position: null },
};

/** Types a city on a page with these scripts, until its airport is offered; what was thrown on the way. Nothing leaves the machine. */
export async function visitPage(scripts: ReadonlyMap<string, string>): Promise<string[]> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });
  try {
    const visit = await browser.newPage({ locale: "en-GB" });
    const faults: string[] = [];
    visit.on("pageerror", ({ message }) => faults.push(message));
    await visit.route("**/*", (route) => answer(route, scripts));
    await visit.goto(`${page}/`);
    await visit.getByRole("combobox", { name: "From" }).pressSequentially("lond");
    await visit.getByRole("option", { name: /Luton/ }).waitFor();
    return faults;
  } finally {
    await browser.close();
  }
}

function answer(route: Route, scripts: ReadonlyMap<string, string>): Promise<void> {
  const { origin, pathname } = new URL(route.request().url());
  const headers = { "access-control-allow-origin": page, "access-control-allow-headers": "x-embed-key" };
  if (origin === backend && pathname === "/airports") return route.fulfill({ headers, json: { airports: [luton] } });
  if (origin !== page) return route.fulfill({ headers, status: 404, json: {} });
  const script = scripts.get(pathname.slice(1));
  if (script !== undefined) return route.fulfill({ contentType: "text/javascript", body: script });
  const body = `<!doctype html><html lang="en-GB"><liftline-search embed-key="pk_demo"></liftline-search><script type="module" src="page.js"></script>`;
  return route.fulfill({ contentType: "text/html", body });
}
