import { emptyTrip } from "../../src/searches/trip.ts";
import { manyOptions } from "../fixtures/options.ts";
import { legsOf, routes } from "../fixtures/routes.ts";
import type { BookingStage } from "../mount-booking.tsx";

/** The route map: closed, opened among the options (`map-atlantic`, `map-polar`, …) and on the screens that follow. */
export const mapStates: Record<string, { stage: BookingStage; act?: (root: ShadowRoot) => Promise<void> }> = {
  "map-closed": { stage: { journey: { step: "choosing", ...among("EGGW KTEB") } } },
  "map-request": {
    stage: { journey: { step: "requesting", ...among("EGGW KTEB"), sending: false, failure: null } },
    act: openMap,
  },
  "map-received": {
    stage: {
      journey: {
        step: "received",
        ...among("EGGW KTEB"),
        receipt: { reference: "LL-7K3F9Q", receivedAt: "2026-12-01T10:00:00Z" },
      },
    },
    act: openMap,
  },
  ...Object.fromEntries(
    Object.entries(routes).map(([name, route]) => [
      `map-${name}`,
      { stage: { journey: { step: "choosing" as const, ...among(route) } }, act: openMap },
    ]),
  ),
};

function among(route: string) {
  const options = manyOptions(3).map((option) => ({ ...option, legs: legsOf(route) }));
  const answer = { search: "sealed", expiresAt: "2026-12-01T10:30:00Z", currency: "EUR", options };
  return { trip: emptyTrip, answer, chosen: ["token-0"] };
}

/** It is the first of what opens. */
async function openMap(root: ShadowRoot): Promise<void> {
  root.querySelector<HTMLElement>("summary")?.click();
  while (!root.querySelector("[part=map]")) await new Promise(requestAnimationFrame);
}
