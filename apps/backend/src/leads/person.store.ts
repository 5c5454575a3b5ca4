import type { ExpressionBuilder } from "kysely";
import type { Tables } from "../database/tables.ts";

/** Whom it is about: by one request of theirs, or by their address in all of them. */
export type Person = { reference: string } | { email: string };

/** The condition that names a person's leads. */
export function isOfPerson(where: ExpressionBuilder<Tables, "leads" | "lead_contacts">, person: Person) {
  return "reference" in person
    ? where("leads.reference", "=", person.reference.toUpperCase())
    : where(where.fn<string>("lower", ["lead_contacts.email"]), "=", person.email.toLowerCase());
}
