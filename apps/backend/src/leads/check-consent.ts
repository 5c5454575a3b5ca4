import type { LeadRequest } from "@liftline/schema";
import type { Broker } from "../brokers/broker.ts";
import { DomainError } from "../domain-error.ts";

/** Where the broker names a privacy policy, a request needs the visitor's consent to that very one. */
export function checkConsent(broker: Broker, lead: LeadRequest): void {
  const policy = broker.settings.privacyPolicy;
  if (policy === null || lead.consent?.privacyPolicy === policy) return;
  const field = lead.consent
    ? { path: "consent.privacyPolicy", message: "is not the policy that the broker asks consent to" }
    : { path: "consent", message: "is needed: the broker has a privacy policy" };
  throw new DomainError("request.invalid", { fields: [field] });
}
