import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { origin, playPages, type Play, type PlayedPages } from "./played-page.ts";

let pages: PlayedPages;
beforeAll(async () => {
  pages = await playPages();
}, 120_000);

afterAll(() => pages?.close());

describe.concurrent("a connection that drops", { timeout: 180_000 }, () => {
  test("before the later file: the form says so, and goes on with what was typed", async () => {
    const { network, page } = await visit((path) => (/booking/.test(path) ? "break" : "answer"));
    await page.getByRole("combobox", { name: "From" }).fill("EGGW");
    await button(page, "Tomorrow").click();
    await button(page, "Search aircraft").click();
    await page
      .getByText(/^Your trip is kept/)
      .first()
      .waitFor();
    // What the page itself offers.
    expect(await page.getByRole("link", { name: "Call us" }).isVisible()).toBe(true);
    network.play = () => "answer";
    await page.getByRole("combobox", { name: "To" }).fill("KTEB");
    await page.getByRole("option", { name: /Teterboro/ }).click();
    await page.getByRole("combobox", { name: "From" }).click();
    await page.getByRole("option", { name: /Luton/ }).click();
    await button(page, "Search aircraft").click();
    await page.getByRole("article").first().waitFor();
    await page.context().close();
  });

  test("while airports are looked up: a code goes all the same", async () => {
    const { page, sent } = await visit((path) => (path === "/airports" ? "break" : "answer"));
    for (const [field, code] of [
      ["From", "EGGW"],
      ["To", "KTEB"],
    ] as const) {
      await page.getByRole("combobox", { name: field }).fill(code);
      await page.getByRole("option", { name: `Use “${code}” as it is` }).click();
    }
    await button(page, "Tomorrow").click();
    await button(page, "Search aircraft").click();
    await page.getByRole("article").first().waitFor();
    expect(sent("/searches")).toMatchObject([{ legs: [{ from: "EGGW", to: "KTEB" }] }]);
    await page.context().close();
  });

  test("while searching: it says so, and trying again is enough", async () => {
    const { network, page, sent } = await visit((path) => (path === "/searches" ? "break" : "answer"));
    await fillTrip(page);
    await button(page, "Search aircraft").click();
    await page.getByRole("heading", { name: "You seem to be offline" }).waitFor();
    expect(await page.getByRole("link", { name: /^Call \+44/ }).isVisible()).toBe(true);
    network.play = () => "answer";
    await button(page, "Try again").click();
    await page.getByRole("article").first().waitFor();
    const [first, second] = sent("/searches");
    expect(second).toEqual(first);
    await page.context().close();
  });

  test("while the request is sent: it is kept as typed, and goes again under the same key", async () => {
    const { network, page, keys, sent } = await visit((path) => (path === "/leads" ? "break" : "answer"));
    await openRequest(page);
    await button(page, "Send request").click();
    await page.getByText("The request has not reached us yet").first().waitFor();
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Nora Net");
    expect(await page.getByLabel(/^Message/).inputValue()).toBe("With a dog.");
    network.play = () => "answer";
    await button(page, "Try again").click();
    await page.getByText("LL-7K3F9Q").waitFor();
    expect(keys).toEqual([expect.any(String), keys[0]]);
    const [first, second] = sent("/leads");
    expect(second).toEqual(first);
    await page.context().close();
  });
});

test("what is typed is kept before it is drawn: a page that goes at once takes nothing along", async () => {
  const { page } = await visit();
  const date = page.locator("input[type=date]");
  await date.waitFor();
  const kept = await date.evaluate(async (input: HTMLInputElement) => {
    input.value = "2099-06-06";
    input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    for (let turns = 0; turns < 5; turns++) await Promise.resolve();
    return JSON.stringify(sessionStorage);
  });
  expect(kept).toContain("2099-06-06");
  await page.reload();
  await expect.poll(() => date.inputValue(), { timeout: 60_000 }).toBe("2099-06-06");
  await page.context().close();
}, 180_000);

describe.concurrent("a search of twenty seconds", { timeout: 180_000 }, () => {
  test("says after 4 s what is happening, offers other ways after 12 s, and shows what comes at last", async () => {
    const search = slowSearch();
    const { page } = await visit(search.play);
    await waitWith(page);
    await page.clock.runFor(3_500);
    expect(await page.getByText("This takes a few seconds.").count()).toBeGreaterThan(0);
    await page.clock.runFor(1_000);
    expect(await page.getByText(/^We are asking who can fly this trip/).count()).toBeGreaterThan(0);
    expect(await button(page, "Send the request as it is").count()).toBe(0);
    await page.clock.runFor(8_000);
    expect(await page.getByText(/^This takes longer than usual/).count()).toBeGreaterThan(0);
    expect(await button(page, "Send the request as it is").isVisible()).toBe(true);
    for (const way of [/^Call \+44/, /^E-mail fly@/])
      expect(await page.getByRole("link", { name: way }).isVisible()).toBe(true);
    await page.clock.runFor(7_500);
    search.answer();
    await page.getByRole("article").first().waitFor();
    await page.context().close();
  });

  test("can be left for a request as it is, which is one", async () => {
    const search = slowSearch();
    const { page, sent } = await visit(search.play);
    await waitWith(page);
    await page.clock.runFor(12_500);
    await button(page, "Send the request as it is").click();
    search.answer();
    await fillContact(page);
    await button(page, "Send request").click();
    await page.getByText("LL-7K3F9Q").waitFor();
    expect(sent("/leads")).toMatchObject([{ trip: { legs: [{ from: { code: "EGGW" }, to: { code: "KTEB" } }] } }]);
    await page.context().close();
  });

  test("that is left and come back to has the trip as it was", async () => {
    const search = slowSearch();
    const { page } = await visit(search.play);
    await waitWith(page);
    await page.goto(`${origin}/elsewhere`);
    search.answer();
    await page.goBack();
    const from = page.getByRole("combobox", { name: "From" });
    await vi.waitFor(async () => expect(await from.inputValue()).toContain("Luton"), { timeout: 60_000 });
    await button(page, "Search aircraft").click();
    await page.getByRole("article").first().waitFor();
    await page.context().close();
  });
});

/** `play` is what the backend and the network do at first; `network.play` is what they do from then on. */
async function visit(play: Play = () => "answer") {
  const network = { play };
  return { network, ...(await pages.open({ play: (path) => network.play(path) })) };
}

/** Searches wait until `answer` lets them. */
function slowSearch(): { play: Play; answer: () => void } {
  const { promise, resolve } = Promise.withResolvers<"answer">();
  return { play: (path) => (path === "/searches" ? promise : "answer"), answer: () => resolve("answer") };
}

/** Searches, on a clock of which this test is the hand. */
async function waitWith(page: Page): Promise<void> {
  await fillTrip(page);
  await page.clock.install();
  await button(page, "Search aircraft").click();
  await page.getByRole("heading", { name: "Searching aircraft" }).waitFor();
}

async function fillTrip(page: Page): Promise<void> {
  for (const [field, code] of [
    ["From", "EGGW"],
    ["To", "KTEB"],
  ] as const) {
    await page.getByRole("combobox", { name: field }).fill(code);
    await page.getByRole("option", { name: new RegExp(code) }).click();
  }
  await button(page, "Tomorrow").click();
}

async function openRequest(page: Page): Promise<void> {
  await fillTrip(page);
  await button(page, "Search aircraft").click();
  await page
    .getByRole("article")
    .first()
    .getByRole("button", { name: /^Choose/ })
    .click();
  await button(page, "Continue").click();
  await fillContact(page);
}

async function fillContact(page: Page): Promise<void> {
  await page.getByLabel("Name", { exact: true }).fill("Nora Net");
  await page.getByLabel("E-mail").fill("nora@visitor.example");
  await page.getByLabel(/^Message/).fill("With a dog.");
  await page.getByLabel("I agree to the privacy policy").click();
}

function button(page: Page, name: string) {
  return page.getByRole("button", { name });
}
