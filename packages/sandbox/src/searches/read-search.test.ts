import { describe, expect, test } from "vitest";
import { AvinodeSearch } from "@liftline/schema/avinode";
import { createCaller } from "../../test/caller.ts";
import { search } from "../../test/trip.ts";
import { sandboxConnections } from "../index.ts";

describe("GET /searches/{id}", () => {
  test("a prior search is written again, to its own connection, for a day", async () => {
    const caller = createCaller();
    const { id, hits } = await search(caller, [{ from: "EGGW", to: "LFMN" }]);
    const again = (await caller.get(`/searches/${id}`)).data(AvinodeSearch);
    expect(again.results).toHaveLength(hits.length);
    expect((await caller.get(`/searches/${id}`, { token: sandboxConnections.second.token })).status).toBe(404);
    caller.advance(25 * 3_600_000);
    expect((await caller.get(`/searches/${id}`)).status).toBe(404);
  });
});
