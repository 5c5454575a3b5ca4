import type { Client } from "@liftline/api-client";
import type { LeadRequestInput, WidgetSettings } from "@liftline/schema";
import { afterEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { settings } from "../../test/canned-answers.ts";
import { manyOptions } from "../../test/fixtures/options.ts";
import { mountBooking, type MountedBooking } from "../../test/mount-booking.tsx";
import { sendRequest } from "../../test/send-request.ts";
import { emptyTrip } from "../searches/trip.ts";

const answer = { search: "sealed", expiresAt: "2026-12-01T10:30:00Z", currency: "EUR", options: manyOptions(2) };
const receipt = { reference: "LL-7K3F9Q", receivedAt: "2026-12-01T10:00:00Z" };
const fold = page.getByText("Pets and luggage");

let mounted: MountedBooking;

afterEach(() => mounted.unmount());

/** The request of a broker's site with these features besides the usual ones. */
function requesting(features: Partial<WidgetSettings["features"]>) {
  const sent: LeadRequestInput[] = [];
  const submitLead: Client["submitLead"] = async (request) => {
    sent.push(request);
    return receipt;
  };
  mounted = mountBooking({
    journey: { step: "requesting", trip: emptyTrip, answer, chosen: ["token-0"], sending: false, failure: null },
    settings: { features: { ...settings.features, ...features } },
    client: { submitLead },
  });
  return sent;
}

describe("pets and luggage", () => {
  test("are asked for behind a fold, and go with the request", async () => {
    const sent = requesting({});
    await fold.click();
    await page.getByLabelText("Pets on board").fill("2");
    await page.getByLabelText("Luggage").fill("skis");
    await sendRequest();
    await vi.waitFor(() => expect(sent).toMatchObject([{ needs: { pets: 2, luggage: "skis" } }]));
  });

  test.each([
    ["pets", "Pets on board", "Luggage"],
    ["luggage", "Luggage", "Pets on board"],
  ] as const)("%s: not asked for where the broker has switched them off", async (name, gone, left) => {
    requesting({ [name]: false });
    await fold.click();
    await expect.element(page.getByLabelText(left)).toBeVisible();
    expect(page.getByLabelText(gone).elements()).toEqual([]);
  });

  test("with both switched off there is nothing to unfold, and nothing of them is sent", async () => {
    const sent = requesting({ pets: false, luggage: false });
    await expect.element(page.getByLabelText("Name")).toBeVisible();
    expect(fold.elements()).toEqual([]);
    expect(page.getByLabelText(/Pets|Luggage/).elements()).toEqual([]);
    await sendRequest();
    await vi.waitFor(() => expect(sent).toMatchObject([{ needs: null }]));
  });
});
