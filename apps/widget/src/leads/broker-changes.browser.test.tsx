import type { LeadRequestInput } from "@liftline/schema";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { settings } from "../../test/canned-answers.ts";
import { playBackend, problem } from "../../test/mount-search.ts";
import { sendRequest } from "../../test/send-request.ts";
import { toRequest } from "../../test/to-request.ts";

const receipt = { reference: "LL-7K3F9Q", receivedAt: "2026-12-01T10:00:00Z" };
const fold = page.getByText("Pets and luggage");

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  for (const element of document.querySelectorAll("liftline-search")) element.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("a broker who changes the settings while the page is open", () => {
  test("what was typed of pets and luggage before they were switched off is not sent", async () => {
    let come = () => {};
    const held = new Promise<void>((resolve) => (come = resolve));
    const { bodies } = playBackend(({ path }) => (path === "/leads" ? Response.json(receipt) : undefined));
    const usual = globalThis.fetch;
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      if (!url.includes("/widget/settings")) return usual(url, init);
      await held;
      const features = { ...settings.features, pets: false, luggage: false };
      return Response.json({ ...settings, features, privacyPolicy: null });
    });
    await toRequest();
    await fold.click();
    await page.getByLabelText("Pets on board").fill("2");
    await page.getByLabelText("Luggage").fill("skis");
    come();
    await expect.element(fold).not.toBeInTheDocument();
    await sendRequest();
    await expect.element(page.getByText("LL-7K3F9Q")).toBeVisible();
    expect(bodies.at(-1)).toMatchObject({ contact: { name: "Jo Smith" }, needs: null });
  });

  test("a policy that is another one by now: the visitor agrees to that one, and the request goes", async () => {
    const errors = [{ path: "consent.privacyPolicy", message: "is not the policy that the broker asks consent to" }];
    let { privacyPolicy } = settings;
    const { bodies } = playBackend(({ path, body }) => {
      if (path !== "/leads") return undefined;
      const agreed = (body as LeadRequestInput).consent?.privacyPolicy === privacyPolicy;
      return agreed ? Response.json(receipt) : problem("request.invalid", 400, { errors });
    });
    const usual = globalThis.fetch;
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      if (!url.includes("/widget/settings")) return usual(url, init);
      // As a browser that keeps the first answer for a minute.
      return Response.json(init.cache === "no-cache" ? { ...settings, privacyPolicy } : settings);
    });
    await toRequest();
    const box = page.getByRole("checkbox", { name: /agree/ });
    await box.click();
    privacyPolicy = "https://www.demo-charter.example/privacy-2";
    await sendRequest();
    await expect.element(page.getByRole("alert").getByText("This did not go through")).toBeVisible();
    await expect.element(page.getByRole("link", { name: `Call ${settings.contact.phone}` })).toBeVisible();
    await expect.element(page.getByLabelText("Name")).toHaveValue("Jo Smith");
    await expect.element(page.getByRole("link", { name: "Privacy policy" })).toHaveAttribute("href", privacyPolicy);
    await expect.element(box).not.toBeChecked();

    const retry = page.getByRole("button", { name: "Try again" });
    await retry.click();
    await expect.element(box).toHaveAttribute("aria-invalid", "true");
    expect(bodies.filter((body) => Object.hasOwn(body as object, "consent"))).toHaveLength(1);
    await box.click();
    await retry.click();
    await expect.element(page.getByText("LL-7K3F9Q")).toBeVisible();
  });
});
