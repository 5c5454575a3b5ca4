import { ApiError, type Client } from "@liftline/api-client";
import type { LeadReceipt, LeadRequestInput } from "@liftline/schema";
import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { faultsFoundByAxe } from "../../test/check-accessibility.ts";
import { manyOptions } from "../../test/fixtures/options.ts";
import { memoryStorage } from "../../test/memory-storage.ts";
import { mountBooking, type BookingStage, type MountedBooking } from "../../test/mount-booking.tsx";
import type { Journey } from "../journey.ts";
import { emptyTrip, type Trip } from "../searches/trip.ts";

let mounted: MountedBooking;
afterEach(() => mounted.unmount());

const receipt: LeadReceipt = { reference: "LL-7K3F9Q", receivedAt: "2026-12-01T10:00:00Z" };
const policy = { privacyPolicy: "https://www.demo-charter.example/privacy" };
const answer = { search: "sealed", expiresAt: "2026-12-01T10:30:00Z", currency: "EUR", options: manyOptions(12) };

const trip: Trip = {
  ...emptyTrip,
  legs: [
    {
      from: { code: "EGGW", name: "Luton", city: "London", country: "United Kingdom" },
      to: { code: "", name: "the grass strip near Ascot", city: "", country: "" },
      ...{ date: "2026-12-13", time: "11:00" },
    },
  ],
};
const step = { step: "requesting", sending: false, failure: null } as const;
const chosen: Journey = { ...step, trip: emptyTrip, answer, chosen: ["token-2", "token-5"] };
const asItIs: Journey = { ...step, trip, answer: null, chosen: [] };

/** A backend that notes every call and answers with what it is given, one after the other. */
function playedBackend(...answers: (LeadReceipt | ApiError)[]) {
  const calls: { key: string; request: LeadRequestInput }[] = [];
  const submitLead: Client["submitLead"] = async (request, { idempotencyKey }) => {
    calls.push({ key: idempotencyKey, request });
    const next = answers.shift() ?? new Promise<never>(() => undefined);
    if (next instanceof ApiError) throw next;
    return next;
  };
  return { calls, client: { submitLead } };
}

function requesting(stage: Partial<BookingStage> = {}): MountedBooking {
  mounted = mountBooking({ journey: chosen, ...stage });
  return mounted;
}

async function fill(): Promise<void> {
  await page.getByLabelText("Name").fill("Jo Smith");
  await page.getByLabelText("E-mail").fill("jo@example.com");
}

const focused = () => mounted.root.activeElement;
const send = () => page.getByRole("button", { name: /Send request|Try again/ }).click();

describe("what is wrong with a request", () => {
  test("stands beside the fields, is counted aloud, and the focus goes to the first", async () => {
    const { calls, client } = playedBackend();
    requesting({ client, settings: policy });
    await send();
    await expect.poll(focused).toBe(page.getByLabelText("Name").element());
    await expect.element(page.getByLabelText("Name")).toHaveAccessibleDescription("Tell us your name.");
    await expect.element(page.getByRole("checkbox")).toHaveAccessibleDescription(/Please agree/);
    await expect.poll(() => mounted.said()).toBe("Please check the marked fields.");
    expect(calls).toHaveLength(0);
  });

  test("goes when its field is touched, and the focus stays where the visitor is", async () => {
    requesting();
    await send();
    await page.getByLabelText("Phone").fill("+44 20 7946 0000");
    await expect.element(page.getByText(/Tell us your e-mail/)).not.toBeInTheDocument();
    await expect.element(page.getByText("Tell us your name.")).toBeVisible();
    await expect.poll(focused).toBe(page.getByLabelText("Phone").element());
  });

  test("goes beside all fields that a browser fills in at once", async () => {
    requesting();
    await send();
    await expect.element(page.getByText("Tell us your name.")).toBeVisible();
    for (const [label, value] of [
      ["Name", "Jo Smith"],
      ["E-mail", "jo@example.com"],
    ] as const) {
      const field = page.getByLabelText(label).element() as HTMLInputElement;
      field.value = value;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    await expect.element(page.getByText("Tell us your name.")).not.toBeInTheDocument();
    await expect.element(page.getByText("Tell us your e-mail or phone.")).not.toBeInTheDocument();
  });

  test("is shown where the backend finds it, even in the part that was folded away", async () => {
    const errors = [{ path: "needs.luggage", message: "too long" }];
    requesting(playedBackend(new ApiError("request.invalid", { status: 400, errors })));
    await fill();
    await send();
    await expect.element(page.getByLabelText("Luggage")).toBeVisible();
    await expect.poll(focused).toBe(page.getByLabelText("Luggage").element());
  });
});

describe("one request is one lead", () => {
  test("R12 of reliability.md §2: a double tap is one call", async () => {
    const { calls, client } = playedBackend();
    requesting({ client });
    await fill();
    const form = mounted.root.querySelector("form");
    form?.requestSubmit();
    form?.requestSubmit();
    await expect.element(page.getByRole("button", { name: "Sending…" })).toHaveAttribute("aria-disabled", "true");
    form?.requestSubmit();
    expect(calls).toHaveLength(1);
  });

  test("R12 of reliability.md §2: a retry after a lost answer is the same key and the same body", async () => {
    const { calls, client } = playedBackend(new ApiError("network"), new ApiError("timeout"), receipt);
    requesting({ client, settings: policy });
    await fill();
    await page.getByRole("checkbox").click();
    for (let tries = 0; tries < 3; tries++) await send();
    await expect.element(page.getByText("LL-7K3F9Q")).toBeVisible();
    expect(calls).toHaveLength(3);
    expect(new Set(calls.map((call) => JSON.stringify(call))).size).toBe(1);
  });

  test.each([
    ["a search", chosen],
    ["a trip as it is", asItIs],
  ])("R12 of reliability.md §2: %s is one attempt after a reload and in other words", async (_name, journey) => {
    const storage = memoryStorage();
    const { calls, client } = playedBackend(new ApiError("network"), new ApiError("network"), receipt);
    requesting({ client, storage, journey });
    await fill();
    await send();
    mounted.unmount();
    requesting({ client, storage, journey });
    await fill();
    await page.getByLabelText(/Message/).fill("We bring a dog.");
    await send();
    await expect.element(page.getByRole("button", { name: "Try again" })).toBeVisible();
    const [first, again] = calls.map(({ key }) => key);
    expect(again).toBe(first);
    expect(storage.text()).not.toMatch(/Jo Smith|example\.com|dog/);
  });

  test("R19: another trip is another attempt", async () => {
    const storage = memoryStorage();
    const { calls, client } = playedBackend(new ApiError("network"), receipt);
    for (const journey of [asItIs, { ...asItIs, trip: { ...trip, passengers: 9 } }]) {
      requesting({ client, storage, journey });
      await fill();
      await send();
      await expect.poll(() => calls.length).toBeGreaterThan(0);
      if (calls.length === 1) mounted.unmount();
    }
    await expect.element(page.getByText("LL-7K3F9Q")).toBeVisible();
    expect(calls[1]?.key).not.toBe(calls[0]?.key);
  });

  test("carries the trip where there are no options", async () => {
    const { calls, client } = playedBackend(receipt);
    requesting({ client, journey: asItIs });
    await fill();
    await send();
    await expect.element(page.getByText("LL-7K3F9Q")).toBeVisible();
    await expect.element(page.getByText("the grass strip near Ascot")).toBeVisible();
    const [from, to] = [{ code: "EGGW" }, { words: "the grass strip near Ascot" }];
    expect(calls[0]?.request).toMatchObject({ trip: { legs: [{ from, to, date: "2026-12-13", time: "11:00" }] } });
    expect(calls[0]?.request).not.toHaveProperty("search");
  });

  test("carries the options as they were received, the campaign and the consent", async () => {
    const { calls, client } = playedBackend(receipt);
    requesting({ client, settings: policy, campaign: { gclid: "Cj0" } });
    await fill();
    await page.getByRole("checkbox").click();
    await send();
    await expect.element(page.getByText("LL-7K3F9Q")).toBeVisible();
    expect(calls[0]?.request).toMatchObject({
      search: "sealed",
      options: [
        answer.options.find(({ token }) => token === "token-2"),
        answer.options.find(({ token }) => token === "token-5"),
      ],
      consent: { privacyPolicy: policy.privacyPolicy, acceptedAt: "2026-12-01T10:00:00.000Z" },
      campaign: { gclid: "Cj0" },
    });
  });
});

describe("a request that does not go through", () => {
  test("keeps what was typed and says that it will not be sent twice", async () => {
    requesting(playedBackend(new ApiError("network")));
    await fill();
    await send();
    await expect.element(page.getByText("The request has not reached us yet")).toBeVisible();
    await expect.element(page.getByLabelText("Name")).toHaveValue("Jo Smith");
    await expect.element(page.getByRole("alert").getByText(/Nothing is sent twice/)).toBeVisible();
  });

  test.each(["search.expired", "search.spent", "option.unavailable", "request.idempotency-key-reused"] as const)(
    "R19: %s leads to a new search of the same trip, not to another try",
    async (code) => {
      requesting(playedBackend(new ApiError(code, { status: 409 })));
      await fill();
      await send();
      await page.getByRole("button", { name: "Search aircraft" }).click();
      expect(mounted.journey()).toMatchObject({ step: "waiting", trip: emptyTrip });
    },
  );

  test("for too many requests names the minutes and the broker's phone", async () => {
    requesting(playedBackend(new ApiError("rate.limited", { status: 429, retryAfterSeconds: 600 })));
    await fill();
    await send();
    await expect.element(page.getByText(/Try again in 10 minutes/)).toBeVisible();
    await expect.element(page.getByRole("link", { name: "Call +44 20 7946 0000" })).toBeVisible();
  });
});

describe("the choice beside the form", () => {
  test("says for how many it is", async () => {
    requesting({ journey: { ...step, trip: { ...emptyTrip, passengers: 7 }, answer, chosen: ["token-2"] } });
    await expect.element(page.getByText("7 passengers")).toBeVisible();
  });

  test("can be made smaller, and with the last one gone the options are back", async () => {
    requesting();
    const name = answer.options.find(({ token }) => token === "token-2")?.type ?? "";
    await page.getByRole("button", { name: `Remove ${name}` }).click();
    expect(mounted.journey()).toMatchObject({ step: "requesting", chosen: ["token-5"] });
    await page.getByRole("button", { name: /^Remove/ }).click();
    expect(mounted.journey()).toMatchObject({ step: "choosing", chosen: [] });
  });

  test("can be changed without losing what was typed", async () => {
    requesting();
    await fill();
    await page.getByRole("button", { name: "Back to the options" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    await expect.element(page.getByLabelText("E-mail")).toHaveValue("jo@example.com");
  });
});

describe("for everybody", () => {
  test.each(["en-GB", "ar"])("axe finds nothing wrong, faults and failure on the page, in %s", async (language) => {
    requesting({ language, settings: policy, ...playedBackend(new ApiError("network")) });
    mounted.root.querySelector("form")?.requestSubmit();
    await expect.poll(() => mounted.root.querySelector(".field-fault")).not.toBeNull();
    expect(await faultsFoundByAxe(mounted.root)).toEqual([]);
  });

  test("a consent that is asked for while there is no box to tick is a failure that can be read", async () => {
    const errors = [{ path: "consent", message: "is needed" }];
    requesting({ ...playedBackend(new ApiError("request.invalid", { status: 400, errors })) });
    await fill();
    await send();
    await expect.element(page.getByText("This did not go through")).toBeVisible();
  });

  test("the policy and the terms are read on pages of their own; without either there is nothing to read", async () => {
    const terms = "https://www.demo-charter.example/terms";
    requesting({ settings: { ...policy, terms } });
    for (const [name, href] of [
      ["Privacy policy", policy.privacyPolicy],
      ["Terms and conditions", terms],
    ] as const) {
      const link = page.getByRole("link", { name });
      await expect.element(link).toHaveAttribute("href", href);
      await expect.element(link).toHaveAttribute("target", "_blank");
      await expect.element(link).toHaveAttribute("rel", "noopener noreferrer");
    }
    expect(await faultsFoundByAxe(mounted.root)).toEqual([]);
    mounted.unmount();
    requesting({ settings: { terms } });
    await expect.element(page.getByRole("link", { name: "Terms and conditions" })).toBeVisible();
    await expect.element(page.getByRole("checkbox")).not.toBeInTheDocument();
    mounted.unmount();
    requesting();
    expect(mounted.root.querySelector(".consent")).toBeNull();
  });

  test("browsers are told what each field is", () => {
    requesting();
    const tokens = [...mounted.root.querySelectorAll("[autocomplete]")].map((input) =>
      input.getAttribute("autocomplete"),
    );
    expect(tokens).toEqual(["name", "email", "tel"]);
  });

  test("the form is filled in and sent by keyboard alone", async () => {
    const { calls, client } = playedBackend(receipt);
    requesting({ client });
    mounted.root.querySelector<HTMLElement>("[name=name]")?.focus();
    await userEvent.keyboard("Jo Smith{Tab}jo@example.com{Enter}");
    await expect.poll(focused).toBe(page.getByRole("heading", { name: /Thank you/ }).element());
    expect(calls).toHaveLength(1);
  });
});
