import { chromiumArguments, chromiumPath } from "@liftline/vitest-config/chromium";
import { chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openDemo, type OpenDemo } from "./open-demo.ts";
import { visitorOn } from "./visitor.ts";

let demo: OpenDemo;

beforeAll(async () => {
  demo = await openDemo();
});

afterAll(() => demo?.close());

describe.concurrent("in the middle of a request", { timeout: 120_000 }, () => {
  test("a reload keeps trip and choice and nothing of the person; two taps are one lead", async () => {
    const { page } = await demo.visit("strict/");
    await openRequest(page, "Rhea Reload");
    expect(await keptOn(page)).not.toMatch(/Rhea|visitor\.example|my dog/);
    await page.reload();
    await page.getByRole("heading", { name: "Your request" }).waitFor();
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("");
    await fillContact(page, "Rhea Reload");
    const sent: string[] = [];
    page.on("request", (request) => request.method() === "POST" && sent.push(new URL(request.url()).pathname));
    await page.getByRole("button", { name: "Send request" }).dblclick();
    await page.getByText(/^LL-[0-9A-Z]{6}$/).waitFor();
    expect(sent).toEqual(["/leads"]);
    expect(await keptOn(page)).not.toMatch(/Rhea|visitor\.example|my dog/);
    await onlyLeadOf("Rhea Reload");
    await page.context().close();
  });

  test("a reload before the answer has come, and the same again, is one lead and one reference", async () => {
    const { page } = await demo.visit("strict/");
    await openRequest(page, "Rolf Reload");
    const arrived = Promise.withResolvers<{ reference: string }>();
    // The backend gets it, the visitor never hears of it.
    await page.route("**/leads", async (route) => arrived.resolve(await (await route.fetch()).json()), { times: 1 });
    await page.getByRole("button", { name: "Send request" }).click();
    const { reference } = await arrived.promise;
    await page.reload();
    await fillContact(page, "Rolf Reload");
    await page.getByRole("button", { name: "Send request" }).click();
    await page.getByText(reference).waitFor();
    await onlyLeadOf("Rolf Reload");
    await page.context().close();
  });

  test("offline it fails kindly, keeps the text, and is one lead once there is a network", async () => {
    const { page } = await demo.visit("strict/");
    await openRequest(page, "Otto Offline");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Send request" }).click();
    await page.getByText("The request has not reached us yet").first().waitFor();
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Otto Offline");
    expect(await page.getByLabel(/^Message/).inputValue()).toBe("I want to bring my dog.");
    expect(demo.leadsOf("Otto Offline")).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText(/^LL-[0-9A-Z]{6}$/).waitFor();
    await onlyLeadOf("Otto Offline");
    await page.context().close();
  });
});

test.concurrent(
  "the back button comes back to the receipt, not to a request that could be sent again",
  { timeout: 120_000 },
  async () => {
    const { page } = await demo.visit("strict/");
    await openRequest(page, "Bea Back");
    await page.getByRole("button", { name: "Send request" }).click();
    const reference = await page.getByText(/^LL-[0-9A-Z]{6}$/).innerText();
    await page.goto(new URL("privacy/", demo.url).href);
    await page.goBack();
    await page.getByText(reference).waitFor();
    expect(await page.getByRole("button", { name: "Send request" }).count()).toBe(0);
    await onlyLeadOf("Bea Back");
    await page.context().close();
  },
);

test.concurrent(
  "a page that the browser keeps alive behind another has the request as it was typed",
  { timeout: 120_000 },
  async () => {
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: chromiumArguments,
      ignoreDefaultArgs: ["--disable-back-forward-cache"],
    });
    const page = await browser.newPage({ locale: "en-GB" });
    await page.goto(new URL("strict/", demo.url).href);
    await openRequest(page, "Alma Alive");
    await page.evaluate("addEventListener('pageshow', ({ persisted }) => (globalThis.kept = persisted))");
    await page.goto(new URL("privacy/", demo.url).href);
    await page.evaluate("history.back()");
    await page.waitForFunction("globalThis.kept === true");
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Alma Alive");
    await page.getByRole("button", { name: "Send request" }).click();
    await page.getByText(/^LL-[0-9A-Z]{6}$/).waitFor();
    await onlyLeadOf("Alma Alive");
    await browser.close();
  },
);

/** Searches, chooses and fills the request in, but does not send it. */
async function openRequest(page: Page, name: string): Promise<void> {
  const visitor = visitorOn(page);
  await visitor.chooseAirport("From", "EGGW");
  await visitor.chooseAirport("To", "LFMN");
  await page.getByRole("button", { name: "Tomorrow" }).click();
  await visitor.search();
  await visitor.chooseOptions(1);
  await page.getByRole("button", { name: "Continue" }).click();
  await fillContact(page, name);
}

async function fillContact(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("E-mail").fill("visitor@visitor.example");
  await page.getByLabel(/^Message/).fill("I want to bring my dog.");
  await page.getByLabel("I agree to the privacy policy").check();
}

/** Everything that the browser has stored for the page. */
function keptOn(page: Page): Promise<string> {
  return page.evaluate<string>("JSON.stringify([sessionStorage, localStorage, document.cookie])");
}

async function onlyLeadOf(name: string): Promise<void> {
  await vi.waitFor(() => expect(demo.leadsOf(name)).toHaveLength(1), { timeout: 30_000 });
}
