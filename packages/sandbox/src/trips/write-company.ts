import type { SandboxConnection } from "../connections.ts";
import { createRandom, seedFor } from "../random.ts";
import type { State } from "../state.ts";
import { companyOf } from "../world/company-of.ts";
import type { Operator } from "../world/operators.ts";
import type { Account, StoredRfq, StoredTrip } from "./trip-book.ts";

export interface WrittenCompany {
  id: string;
  companyId: number;
  displayName: string;
}

/** The buyer of a trip, by name alone as messages have it. */
export function writeBuyer(trip: StoredTrip, state: State): WrittenCompany {
  const operator = operatorOf(trip, state);
  return operator ? nameOperator(operator) : nameBroker(trip.connection);
}

export function writeSeller(rfq: StoredRfq): WrittenCompany {
  return nameOperator(rfq.seller);
}

/** With how to reach it, as RFQs have it. */
export function writeBuyerContact(trip: StoredTrip, state: State, fields: Set<string>): object {
  const operator = operatorOf(trip, state);
  if (operator) return { ...nameOperator(operator), contactInfo: contactOperator(operator, fields) };
  const domain = domainOf(trip.connection);
  const contactInfo = {
    emails: [`trips@${domain}`],
    phone: "+999 550000001",
    mobilePhone: "+999 550000002",
    url: `https://www.${domain}`,
    office: fields.has("office") ? trip.connection : "",
    address: "1 Broker Street\n00001 Exampleton\nUnited Kingdom",
    detailedAddress: {
      street: "1 Broker Street",
      postBox: "",
      postCode: "00001",
      city: "Exampleton",
      country: { code: "GB", name: "United Kingdom" },
    },
  };
  return { ...nameBroker(trip.connection), contactInfo };
}

export function writeSellerContact(rfq: StoredRfq): object {
  return { ...nameOperator(rfq.seller), contactInfo: contactOperator(rfq.seller, new Set()) };
}

/** The person, with the names apart where `accountnames` asks for them. */
export function writeAccount(account: Account, { fields }: { fields: Set<string> }): object {
  const [firstName, ...others] = account.displayName.split(" ");
  return { ...account, ...(fields.has("accountnames") && { firstName, middleName: "", lastName: others.join(" ") }) };
}

export function writeBuyerAccount(
  trip: StoredTrip,
  account: Account,
  view: { state: State; fields: Set<string> },
): object {
  const preferredCurrency = findBuyer(trip, view.state)?.currency ?? "EUR";
  return {
    ...writeAccount(account, view),
    contactInfo: {
      emails: [`${slugOf(account.displayName, ".")}@${domainOf(trip.connection)}`],
      phone: "",
      mobilePhone: "",
    },
    preferredCurrency,
  };
}

function domainOf(connection: string): string {
  return `${slugOf(connection, "-")}.example`;
}

function slugOf(name: string, between: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, between);
}

function findBuyer(trip: StoredTrip, state: State): SandboxConnection | undefined {
  return state.connections.find(({ name }) => name === trip.connection);
}

/** A company that sells can buy as well. */
function operatorOf(trip: StoredTrip, state: State): Operator | undefined {
  const connection = findBuyer(trip, state);
  return connection && companyOf(connection, state.fleet);
}

function nameOperator(operator: Operator): WrittenCompany {
  return { id: operator.id, companyId: numberOf(operator.id), displayName: operator.displayName };
}

function nameBroker(name: string): WrittenCompany {
  return { id: createRandom(seedFor(1, `company ${name}`)).guid(), companyId: numberOf(name), displayName: name };
}

function numberOf(name: string): number {
  return createRandom(seedFor(1, `company number ${name}`)).between(100, 19_999);
}

function contactOperator({ contact, base, displayName }: Operator, fields: Set<string>): object {
  const street = contact.address.split(",")[0] ?? "";
  return {
    emails: [contact.email],
    phone: contact.phone,
    mobilePhone: contact.phone,
    url: `https://www.${contact.email.split("@")[1] ?? ""}`,
    office: fields.has("office") ? displayName : "",
    address: `${street}\n${base.city}\n${base.country.name}`,
    detailedAddress: { street, postBox: "", postCode: "", city: base.city, country: base.country },
  };
}
