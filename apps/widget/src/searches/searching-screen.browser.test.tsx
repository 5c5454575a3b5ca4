import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { faultsFoundByAxe } from "../../test/check-accessibility.ts";
import { mountSearch, playBackend, problem, rootOf, type Play } from "../../test/mount-search.ts";

const submit = page.getByRole("button", { name: "Search aircraft" });
const whole = { from: "EGGW", to: "KTEB", date: "2099-12-13" };

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  for (const element of document.querySelectorAll("liftline-search")) element.remove();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("the search form", () => {
  test("names what is missing beside each field, says how much, and goes to the first", async () => {
    const { bodies } = playBackend();
    const root = rootOf(mountSearch());
    await submit.click();
    const from = page.getByRole("combobox", { name: "From" });
    await expect.element(from).toHaveAccessibleDescription("Choose your origin from the list.");
    await expect.element(from).toHaveAttribute("aria-invalid", "true");
    await vi.waitFor(() => expect(root.activeElement).toBe(from.element()));
    await expect.element(page.getByRole("status")).toHaveTextContent("Please check the marked fields.");
    expect(bodies).toEqual([]);
    expect(await faultsFoundByAxe(root)).toEqual([]);
  });

  test("the way to the first fault opens no list over the next; a click opens it", async () => {
    playBackend();
    const root = rootOf(mountSearch());
    await submit.click();
    const from = page.getByRole("combobox", { name: "From" });
    await vi.waitFor(() => expect(root.activeElement).toBe(from.element()));
    await expect.element(page.getByText("Choose your destination from the list.")).toBeVisible();
    expect(root.querySelector("[part=popup]")).toBeNull();
    await from.click();
    await expect.element(page.getByRole("listbox", { name: "From" })).toBeVisible();
  });

  test("asks for the trip that the page gave, as plain days", async () => {
    const { bodies } = playBackend();
    mountSearch({ ...whole, "return-date": "2099-12-20", passengers: "7" });
    await submit.click();
    await vi.waitFor(() => expect(bodies).toHaveLength(1));
    expect(bodies[0]).toMatchObject({
      legs: [
        { from: "EGGW", to: "KTEB", date: "2099-12-13", time: null, passengers: 7 },
        { from: "KTEB", to: "EGGW", date: "2099-12-20" },
      ],
    });
  });

  test("is drawn first without the browser's date input, which costs a slow phone 30 ms, and has it then", async () => {
    playBackend();
    const root = rootOf(mountSearch(whole));
    expect(root.querySelector("#date-0")).toHaveProperty("type", "text");
    await vi.waitFor(() => expect(root.querySelector("#date-0")).toMatchObject({ type: "date", value: whole.date }));
  });

  test("the half hours come after the first paint, the page's own time with the form", async () => {
    playBackend();
    const root = rootOf(mountSearch({ trip: "EGGW-KTEB-20991213-0940-4" }));
    const time = root.querySelector<HTMLSelectElement>("#time-0");
    expect(time?.value).toBe("09:40");
    expect(time?.options.length).toBe(2);
    await vi.waitFor(() => expect(time?.options.length).toBe(50));
    expect(time?.value).toBe("09:40");
  });

  test("R16: shows the page's codes without looking them up", async () => {
    const { calls } = playBackend();
    mountSearch(whole);
    await expect.element(page.getByRole("combobox", { name: "From" })).toHaveValue("EGGW");
    await vi.waitFor(() => expect(calls).toEqual(["/widget/settings?lang=en-GB"]));
  });

  test("today is one tap away, and the passengers are counted", async () => {
    playBackend();
    mountSearch();
    await page.getByRole("button", { name: "Today" }).click();
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
    await expect.element(page.getByLabelText("Date")).toHaveValue(day.join("-"));
    await page.getByRole("button", { name: "One passenger more" }).click();
    await expect.element(page.getByLabelText("Passengers")).toHaveValue(5);
    await expect.element(page.getByRole("status")).toHaveTextContent("5 passengers");
  });

  test("swap turns the leg round", async () => {
    playBackend();
    mountSearch(whole);
    await page.getByRole("button", { name: "Swap departure and arrival" }).click();
    await expect.element(page.getByRole("combobox", { name: "From" })).toHaveValue("KTEB");
  });

  test("several legs are added, lead on, and are taken out again", async () => {
    playBackend();
    const root = rootOf(mountSearch(whole));
    await page.getByText("Several legs").click();
    await page.getByRole("button", { name: "Add a leg" }).click();
    await expect.element(page.getByRole("combobox", { name: "From" }).nth(1)).toHaveValue("KTEB");
    expect(await faultsFoundByAxe(root)).toEqual([]);
    await page.getByRole("button", { name: "Remove leg 3" }).click();
    expect(root.querySelectorAll(".leg-head")).toHaveLength(2);
  });

  test("further choices go with the search", async () => {
    const { bodies } = playBackend();
    const root = rootOf(mountSearch(whole));
    await page.getByRole("button", { name: "More choices" }).click();
    await page.getByText("Heavy jet").click();
    await page.getByText("No fuel stops").click();
    await page.getByText("Arrival", { exact: true }).click();
    await page.getByLabelText("Currency").selectOptions("USD");
    expect(await faultsFoundByAxe(root)).toEqual([]);
    await submit.click();
    await vi.waitFor(() => expect(bodies).toHaveLength(1));
    expect(bodies[0]).toMatchObject({
      legs: [{ timeMeans: "arrival" }],
      categories: ["Heavy jet"],
      maxFuelStops: 0,
      currency: "USD",
    });
  });

  test("survives a reload: the trip is there again, in this tab", async () => {
    playBackend();
    const first = mountSearch();
    await page.getByLabelText("Date").fill("2099-12-24");
    await vi.waitFor(() => expect(sessionStorage.getItem("liftline:pk_demo:trip")).toContain("2099-12-24"));
    first.remove();
    mountSearch();
    await expect.element(page.getByLabelText("Date")).toHaveValue("2099-12-24");
  });

  test("does not take the focus when the page loads", async () => {
    playBackend();
    mountSearch(whole);
    await expect.element(submit).toBeVisible();
    expect(document.activeElement).toBe(document.body);
  });
});

describe("after the search", () => {
  test("the waiting shows at once, and can be left", async () => {
    playBackend(({ path }) => (path === "/searches" ? null : undefined));
    const root = rootOf(mountSearch(whole));
    await submit.click();
    const heading = page.getByRole("heading", { name: "Searching aircraft" });
    await expect.element(heading).toBeVisible();
    expect(root.activeElement).toBe(heading.element());
    expect(await faultsFoundByAxe(root)).toEqual([]);
    await page.getByRole("button", { name: "Change the trip" }).click();
    await expect.element(page.getByRole("combobox", { name: "To" })).toHaveValue("KTEB");
  });

  test("a search that takes long says what is happening, then offers the broker", async () => {
    playBackend(({ path }) => (path === "/searches" ? null : undefined));
    mountSearch(whole);
    await page.getByRole("button", { name: "More choices" }).click();
    vi.useFakeTimers();
    submit.element().dispatchEvent(new MouseEvent("click", { bubbles: true }));
    await vi.waitFor(() => expect(page.getByText(/This takes a few seconds/).elements().length).toBeGreaterThan(0));
    await vi.advanceTimersByTimeAsync(4_100);
    expect(page.getByText(/We are asking who can fly/).elements().length).toBeGreaterThan(0);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(page.getByRole("link", { name: "Call +44 20 7946 0123" }).elements()).toHaveLength(1);
    expect(page.getByRole("button", { name: "Send the request as it is" }).elements()).toHaveLength(1);
  });

  const refusals: [name: string, play: Play, title: RegExp][] = [
    ["nothing found", () => Response.json({ search: "s", expiresAt: "", currency: "EUR", options: [] }), /No aircraft/],
    ["our fault", () => problem("marketplace.unreadable", 502), /did not go through/],
    ["too many calls", () => problem("marketplace.limited", 503), /Too many requests/],
    [
      "no network",
      () => {
        throw new TypeError("offline");
      },
      /offline/,
    ],
  ];

  test.each(refusals)("%s is a page with a way on", async (_name, play, title) => {
    let broken = true;
    playBackend((call) => (call.path === "/searches" && broken ? play(call) : undefined));
    const root = rootOf(mountSearch(whole));
    await submit.click();
    await expect.element(page.getByRole("heading", { name: title })).toBeVisible();
    await expect.element(page.getByRole("link", { name: "Call +44 20 7946 0123" })).toBeVisible();
    expect(await faultsFoundByAxe(root)).toEqual([]);
    broken = false;
    const again = page.getByRole("button", { name: /Try again|Change the trip/ }).first();
    await again.click();
    await expect.element(page.getByRole("heading", { name: title })).not.toBeInTheDocument();
  });

  test.each(refusals)("%s: the request can be sent as it is, and the way back is the form", async (_name, play) => {
    playBackend((call) => (call.path === "/searches" ? play(call) : undefined));
    const root = rootOf(mountSearch(whole));
    await submit.click();
    await page.getByRole("button", { name: "Send the request as it is" }).click();
    const heading = page.getByRole("heading", { name: "Your request" });
    await expect.element(heading).toBeVisible();
    expect(root.activeElement).toBe(heading.element());
    await expect.element(page.getByText("We look for aircraft and reply with prices.")).toBeVisible();
    await expect.element(page.getByText(/13 Dec/)).toBeVisible();
    expect(await faultsFoundByAxe(root)).toEqual([]);
    await page.getByRole("button", { name: "Change the trip" }).click();
    await expect.element(page.getByRole("combobox", { name: "To" })).toHaveValue("KTEB");
  });

  test("a place in own words goes straight to the request: nothing is searched, and no search is told", async () => {
    const { calls, bodies } = playBackend(({ path, query }) =>
      path === "/leads"
        ? Response.json({ reference: "LL-7K3F9Q", receivedAt: "2026-12-01T10:00:00Z" }, { status: 201 })
        : query.get("query")?.includes("Ascot")
          ? Response.json({ airports: [] })
          : undefined,
    );
    const events: [string, unknown][] = [];
    for (const name of ["liftline-search-submitted", "liftline-lead-submitted"] as const) {
      document.body.addEventListener(
        name,
        (event) => events.push([name, event instanceof CustomEvent && event.detail]),
        {
          once: true,
        },
      );
    }
    mountSearch(whole);
    const to = page.getByRole("combobox", { name: "To" });
    await to.fill("the strip near Ascot");
    await page.getByRole("option", { name: /as it is/ }).click();
    await submit.click();
    await expect.element(page.getByText(/the strip near Ascot/)).toBeVisible();
    await page.getByLabelText("Name").fill("Jo Smith");
    await page.getByLabelText("E-mail").fill("jo@example.com");
    await page.getByRole("checkbox").click();
    await page.getByRole("button", { name: "Send request" }).click();
    await expect.element(page.getByText("LL-7K3F9Q")).toBeVisible();
    expect(calls.filter((call) => call.startsWith("/searches"))).toEqual([]);
    expect(bodies[0]).toMatchObject({
      trip: { legs: [{ from: { code: "EGGW" }, to: { words: "the strip near Ascot" }, date: "2099-12-13" }] },
      contact: { name: "Jo Smith" },
    });
    expect(events).toEqual([["liftline-lead-submitted", { reference: "LL-7K3F9Q", count: 0 }]]);
  });

  test("an airport that the backend does not know is put right in the form", async () => {
    const errors = [{ path: "legs.0.to", message: "unknown" }];
    playBackend(({ path }) => (path === "/searches" ? problem("airport.unknown", 422, { errors }) : undefined));
    const root = rootOf(mountSearch(whole));
    await submit.click();
    const to = page.getByRole("combobox", { name: "To" });
    await expect.element(to).toHaveAccessibleDescription("Choose another airport.");
    await vi.waitFor(() => expect(root.activeElement).toBe(to.element()));
  });

  test("the whole way by keyboard ends at the options", async () => {
    playBackend();
    const events: string[] = [];
    for (const name of ["liftline-search-submitted", "liftline-options-shown"]) {
      document.body.addEventListener(name, () => events.push(name), { once: true });
    }
    mountSearch();
    await page.getByRole("combobox", { name: "From" }).click();
    await userEvent.keyboard("EGGW");
    await expect.element(page.getByRole("option").first()).toBeVisible();
    await userEvent.keyboard("{Tab}{Tab}KTEB");
    await expect.element(page.getByRole("option", { name: /Teterboro/ })).toBeVisible();
    await userEvent.keyboard("{Enter}");
    await page.getByLabelText("Date").fill("2099-12-13");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("heading", { name: /Falcon 2000/ })).toBeVisible();
    expect(events).toEqual(["liftline-search-submitted", "liftline-options-shown"]);
  });
});
