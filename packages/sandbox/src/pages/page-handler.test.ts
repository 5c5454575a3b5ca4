import { AvinodeLead, AvinodeRfq } from "@liftline/schema/avinode";
import { z } from "zod";
import { describe, expect, test } from "vitest";
import { askSeller, openDesk, type Desk } from "../../test/desk.ts";
import { search } from "../../test/trip.ts";

const People = z.object({
  viewInAvinode: z.object({ href: z.string() }),
  searchInAvinode: z.object({ href: z.string() }),
});

/** As a person opens it: without any of an application's headers. */
async function open({ caller }: Desk, href: string | undefined): Promise<{ status: number; html: string }> {
  const response = await caller.fetch(href ?? "");
  return { status: response.status, html: await response.text() };
}

describe("a page for people", () => {
  test("opens from every action that leads to one, for buyer and seller, and names the trip", async () => {
    const desk = openDesk();
    const { trip, rfq } = await askSeller(desk);
    const asked = (await desk.buyer.get(`/rfqs/${rfq.id}`)).data(AvinodeRfq);
    const pages = [trip, asked, rfq].flatMap(({ actions }) => [
      actions?.viewInAvinode?.href,
      actions?.searchInAvinode?.href,
    ]);
    expect(new Set(pages).size).toBeGreaterThan(3);
    for (const href of pages) {
      expect(await open(desk, href)).toEqual({ status: 200, html: expect.stringContaining(`Trip ${trip.tripId}`) });
    }
    expect(desk.caller.marketplace.calls().filter(({ path }) => path.includes("/mvc/"))).toEqual([]);
  });

  test("opens for a lead as well", async () => {
    const desk = openDesk();
    const { id, hits } = await search(desk.caller, [{ from: "EGGW", to: "LFMN" }]);
    const answer = await desk.buyer.post("/leads", {
      searchId: id,
      sellerQuoteIds: [hits[0]?.id],
      leadContactInfo: { name: "Jo Smith", emailAddresses: [{ type: "Home", emailAddress: "jo@example.com" }] },
      clientIdentifier: "one",
    });
    const { tripId } = answer.data(AvinodeLead);
    const { actions } = answer.data(z.object({ actions: People }));
    for (const { href } of [actions.viewInAvinode, actions.searchInAvinode]) {
      expect(await open(desk, href)).toEqual({ status: 200, html: expect.stringContaining(`Trip ${tripId}`) });
    }
  });

  test("is gone with the trip, and shows nothing of an address that somebody made up", async () => {
    const desk = openDesk();
    const { trip } = await askSeller(desk);
    const href = trip.actions?.viewInAvinode?.href ?? "";
    const invented = await open(desk, href.replace(trip.id, "<b>x"));
    expect([invented.status, invented.html]).toEqual([404, expect.not.stringMatching(/<b>|%3Cb/)]);
    desk.caller.marketplace.reset();
    expect((await open(desk, href)).status).toBe(404);
  });
});
