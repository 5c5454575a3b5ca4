import { writeAirport, writeAirportResource } from "../airports/write-airport.ts";
import type { SandboxConnection } from "../connections.ts";
import { writeInstant } from "../routing/local-time.ts";
import { writeLift } from "../searches/write-lift.ts";
import { writeMoney } from "../searches/write-money.ts";
import type { State } from "../state.ts";
import { companyOf } from "../world/company-of.ts";
import type { Asked, EmptyLeg } from "./empty-leg.ts";
import { isOwnLeg } from "./market.ts";

export interface LegOptions {
  connection: SandboxConnection;
  /** The sparse fields that were asked for. */
  fields: Set<string>;
  state: State;
  /** In searches the lift has the id of the leg, and airports their address (seed 004). */
  inSearch?: boolean;
}

/** An empty leg as the marketplace writes it. Who sells it and which aircraft it is appear on approved connections only (seed 004). */
export function writeLeg(leg: EmptyLeg, options: LegOptions): object {
  const { connection, fields, state } = options;
  const isOwn = isOwnLeg(leg, options);
  // In searches they link to themselves, elsewhere they do not (seed 004).
  const airport = options.inSearch
    ? (place: EmptyLeg["from"]) => writeAirportResource(place, { baseUrl: state.baseUrl, fields: new Set() })
    : writeAirport;
  const money = (asked: Asked) => writeMoney(asked.amount, asked.currency, connection.currency);
  return {
    ...reference(leg, state),
    lift: writeLegLift(leg, options),
    ...(leg.price && { price: money(leg.price) }),
    ...(fields.has("calculatedprice") && leg.calculated && { calculatedPrice: money(leg.calculated) }),
    startAirport: airport(leg.from),
    endAirport: airport(leg.to),
    startDate: writeInstant(leg.startsAt, leg.from.zone),
    endDate: writeInstant(leg.endsAt, leg.to.zone),
    ...(fields.has("flighttime") && { flightTime: leg.flightMinutes, distanceNM: leg.distanceNm }),
    brokered: leg.brokered,
    ...((connection.identity || isOwn) && { sellerCompany: writeSeller(leg, fields) }),
    sellerVerified: leg.verified,
    ...(leg.message !== undefined && { sellerMessage: leg.message }),
    ownEmptyLeg: isOwn,
    ...("published" in leg && isOwn && { published: leg.published }),
  };
}

function reference({ id }: EmptyLeg, { baseUrl }: State): { id: string; href: string; type: string } {
  return { id, href: `${baseUrl}/emptylegs/${id}`, type: "emptylegs" };
}

function writeLegLift(leg: EmptyLeg, options: LegOptions): object {
  const { connection, state, fields } = options;
  const { aircraft, type } = leg;
  const isOwnAircraft = aircraft !== undefined && aircraft.operator === companyOf(connection, state.fleet);
  const seen = isOwnAircraft ? { ...connection, identity: true } : connection;
  const self = reference(leg, state);
  return {
    ...(aircraft &&
      writeLift(aircraft, {
        connection: seen,
        fields,
        outputCurrencies: [],
        photoTypes: undefined,
        state,
        now: state.now(),
      })),
    ...(options.inSearch ? self : { id: aircraft?.id ?? leg.id }),
    links: { emptylegs: [self] },
    aircraftCategory: leg.category,
    ...(type && { aircraftType: type.type, aircraftSuperType: type.superType }),
    ...(leg.seats !== undefined && { maxPax: leg.seats }),
    ownAircraft: isOwnAircraft,
  };
}

function writeSeller({ seller }: EmptyLeg, fields: Set<string>): object {
  const { person, email, phone, address } = seller.contact;
  return {
    id: seller.id,
    displayName: seller.displayName,
    ...(fields.has("sellercontactinfo") && {
      contactInfo: { contactName: person, emails: [email], phone, office: address },
    }),
  };
}
