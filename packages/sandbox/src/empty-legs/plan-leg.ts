import type { Random } from "../random.ts";
import { distanceNm } from "../routing/great-circle.ts";
import type { Airport } from "../world/airports.ts";
import type { Aircraft } from "../world/fleet.ts";
import { pickBase } from "../world/operators.ts";
import type { Asked, EmptyLeg } from "./empty-leg.ts";
import { calculatePrice, estimateFlight } from "./estimate-flight.ts";

/** A leg of the stock with its fate. */
export interface PlannedLeg {
  leg: EmptyLeg;
  publishedAt: number;
  /** Sold, or too late to be sold. */
  withdrawnAt: number;
  /** The seller names a price, or a lower one. */
  change: { at: number; price: Asked } | undefined;
}

const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;
/** Too short a hop is not worth publishing. Nautical miles. */
const shortestNm = 60;
const triesForAWay = 20;
const messages = ["Flexible on time, ask us.", "Pets welcome.", 'Crew can "wait" one hour.\nCall before you book.'];

/** An aircraft flies home from where its last passengers left it, or out to fetch its next ones; nothing where it finds no way. */
export function planLeg(
  random: Random,
  { id, fleet, day }: { id: string; fleet: Aircraft[]; day: number },
): PlannedLeg | undefined {
  const aircraft = random.pick(fleet);
  const way = pickWay(random, aircraft);
  if (way === undefined) return undefined;
  const flight = estimateFlight(aircraft.type, way);
  const departsAt = day + random.between(4 * 12, 20 * 12) * 5 * minuteMs;
  const span = random.chance(0.35)
    ? window(random, departsAt)
    : { startsAt: departsAt, endsAt: departsAt + flight.blockMinutes * minuteMs };
  const calculated = calculatePrice(aircraft, { ...way, startsAt: departsAt });
  const price = random.chance(0.62) ? ask(random, aircraft, calculated) : undefined;
  const brokered = random.chance(0.08);
  const leg: EmptyLeg = {
    id,
    aircraft,
    type: aircraft.type,
    category: aircraft.type.category,
    seats: aircraft.seats,
    seller: brokered ? random.pick(fleet).operator : aircraft.operator,
    brokered,
    verified: random.chance(0.55),
    message: random.chance(0.2) ? random.pick(messages) : undefined,
    ...way,
    ...span,
    flightMinutes: flight.flightMinutes,
    distanceNm: flight.distanceNm,
    price,
    calculated,
    version: 1,
  };
  return { leg, ...fate(random, leg) };
}

function pickWay(random: Random, { type, home }: Aircraft): { from: Airport; to: Airport } | undefined {
  for (let attempt = 0; attempt < triesForAWay; attempt += 1) {
    const other = pickBase(random);
    const distance = distanceNm(home, other);
    const isInReach = distance >= shortestNm && distance <= type.rangeNm * 0.85 && other.runwayM >= type.runwayM;
    if (isInReach) return random.chance(0.6) ? { from: other, to: home } : { from: home, to: other };
  }
  return undefined;
}

/** At most five days, as the rules have it. */
function window(random: Random, departsAt: number): { startsAt: number; endsAt: number } {
  const startsAt = departsAt - random.between(0, 24) * hourMs;
  return { startsAt, endsAt: startsAt + random.between(40, 120) * hourMs };
}

/** Well below what a charter costs: the aircraft flies anyway. */
function ask(random: Random, aircraft: Aircraft, calculated: Asked | undefined): Asked {
  const whole = calculated?.amount ?? aircraft.hourPrice * 2;
  const amount = Math.max(100, Math.round((whole * random.between(35, 75)) / 10_000) * 100);
  return { amount, currency: aircraft.operator.currency };
}

function fate(random: Random, leg: EmptyLeg): Omit<PlannedLeg, "leg"> {
  const { startsAt, endsAt, flightMinutes, price, calculated } = leg;
  const publishedAt = startsAt - Math.round(4 * hourMs + random.next() ** 1.5 * 14 * dayMs);
  const isWindow = endsAt - startsAt > 2 * flightMinutes * minuteMs;
  const lastChance = isWindow ? endsAt - flightMinutes * minuteMs : startsAt - hourMs;
  const between = () => publishedAt + Math.round(random.next() * (lastChance - publishedAt));
  const withdrawnAt = random.chance(0.25) ? between() : lastChance;
  const basis = price ?? calculated;
  const change =
    basis !== undefined && random.chance(0.2)
      ? { at: between(), price: { ...basis, amount: Math.round((basis.amount * 0.8) / 10) * 10 } }
      : undefined;
  return { publishedAt, withdrawnAt, change };
}
