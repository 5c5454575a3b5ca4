import type { OwnLeg } from "../empty-legs/market.ts";
import { calculatePrice, estimateFlight } from "../empty-legs/estimate-flight.ts";
import type { State } from "../state.ts";
import type { Aircraft } from "../world/fleet.ts";
import type { MarketedActivity } from "./market-activities.ts";

/** Puts the marketed activities of an aircraft in place of its former ones. A leg keeps its id as long as its activity keeps its own. */
export function publishActivities(
  marketed: MarketedActivity[],
  of: { aircraft: Aircraft; connection: string; state: State },
): void {
  const { own } = of.state.legs;
  const { tail } = of.aircraft;
  const former = [...own.values()].filter(({ activity }) => activity?.tail === tail);
  for (const { id } of former) own.delete(id);
  for (const activity of marketed) {
    const { activityId } = activity.request;
    const before = former.find((leg) => leg.activity?.activityId === activityId);
    const leg = toLeg(activity, { ...of, id: before?.id ?? of.state.nextId("el") });
    const isSame = before !== undefined && signOf(before) === signOf(leg);
    own.set(leg.id, { ...leg, version: isSame ? before.version : (before?.version ?? 0) + 1 });
  }
}

function toLeg(activity: MarketedActivity, of: { aircraft: Aircraft; connection: string; id: string }): OwnLeg {
  const { aircraft, connection, id } = of;
  const { from, to, startsAt, request } = activity;
  const { price, currency, marketingMessage, marketingVerified, activityId } = request;
  const { flightMinutes, distanceNm } = estimateFlight(aircraft.type, { from, to });
  return {
    id,
    connection,
    activity: { tail: aircraft.tail, activityId },
    aircraft,
    type: aircraft.type,
    category: aircraft.type.category,
    seats: aircraft.seats,
    seller: aircraft.operator,
    brokered: false,
    verified: marketingVerified ?? false,
    message: marketingMessage,
    from,
    to,
    startsAt: activity.opensAt,
    endsAt: activity.closesAt,
    flightMinutes,
    distanceNm,
    price: price === undefined || currency === undefined ? undefined : { amount: price, currency },
    calculated: calculatePrice(aircraft, { from, to, startsAt }),
    version: 1,
    published: true,
  };
}

/** Equal for legs that a buyer could not tell apart. */
function signOf({ from, to, startsAt, endsAt, price, verified, message }: OwnLeg): string {
  return JSON.stringify([from.id, to.id, startsAt, endsAt, price, verified, message]);
}
