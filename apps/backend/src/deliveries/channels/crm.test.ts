import { expect, test } from "vitest";
import { claimedDelivery, testBroker } from "../../../test/channel-parts.ts";
import { createCrmChannel } from "./crm.ts";
import type { Push } from "./crm/crm-client.ts";

test("a lead goes to the system that its delivery names, under the delivery's id", async () => {
  const pushed: [number, Push][] = [];
  const crm = [0, 1].map((index) => ({
    push: (push: Push) => {
      pushed.push([index, push]);
      return Promise.resolve({ state: "delivered", reason: null } as const);
    },
  }));
  const { signal } = new AbortController();
  const delivery = claimedDelivery({ channel: "crm:1", body: '{"type":"lead.created"}' });
  expect(await createCrmChannel(1).send(delivery, { broker: testBroker({ crm }), signal })).toMatchObject({
    state: "delivered",
  });
  expect(pushed).toEqual([[1, { id: "delivery_7", body: '{"type":"lead.created"}', signal }]]);
});

test("a system that is no longer configured is for a person to see", async () => {
  const by = { broker: testBroker({}), signal: new AbortController().signal };
  const delivery = claimedDelivery({ channel: "crm:0", body: "{}" });
  expect(await createCrmChannel(0).send(delivery, by)).toEqual({ state: "manual", reason: "crm-unknown" });
});
