import type { ReadLead } from "@liftline/api-client/avinode";
import type { Broker } from "../brokers/broker.ts";
import type { Clock } from "../clock.ts";
import { randomId } from "../database/random-id.ts";
import type { Randomness } from "../randomness.ts";
import type { Fingerprint } from "../leads/fingerprint.ts";
import type { ForeignErasuresStore } from "./foreign-erasures.store.ts";
import type { NotificationScope } from "./notifications.store.ts";
import type { OwnLead, OwnLeadsStore } from "./own-leads.store.ts";
import type { Look } from "./process-notification.ts";
import { readForeignLead } from "./read-foreign-lead.ts";

export interface TakeLeadDependencies {
  ownLeads: OwnLeadsStore;
  foreignErasures: ForeignErasuresStore;
  /** Recognises a lead from elsewhere by the marketplace's id without keeping it. */
  fingerprintForeign: Fingerprint;
  /** The marketplace itself says that it has this lead of ours. False where that was known, or is being learned. */
  deliveries: {
    confirm(
      scope: NotificationScope,
      clientIdentifier: string,
      confirmation: { externalId: string; sellers: string | null; answer: string },
    ): Promise<boolean>;
  };
  clock: Clock;
  randomness: Randomness;
}

/** States in which nothing about the delivery is open. */
const settled = new Set(["delivered", "enriched", "delivered_by_hand", "discarded"]);
/** A delivery that is being sent will know more in a moment. */
const shortlyMs = 5_000;
const graceMs = 1_000;

/**
 * A lead as it stands at the marketplace. One of ours, told by `clientIdentifier`, settles its delivery without another try
 * (`reliability.md` §4, case 6); any other one was made elsewhere and is kept for the broker.
 */
export async function takeLead(
  dependencies: TakeLeadDependencies,
  { broker, lead }: { broker: Broker; lead: ReadLead },
): Promise<Look> {
  const { ownLeads, deliveries } = dependencies;
  const scope = { brokerId: broker.id, environment: broker.environment };
  const identifier = lead.clientIdentifier ?? "";
  // Ours are plain; a database need not be asked for what cannot be one.
  const find = () => (/^[\x21-\x7e]{1,200}$/.test(identifier) ? ownLeads.find(scope, identifier) : undefined);
  const before = await find();
  if (!before) return takeForeignLead(dependencies, { scope, lead });
  if (isSettled(before)) return { reason: "known" };
  const confirmation = { externalId: lead.id, sellers: sellersOf(lead), answer: lead.raw };
  if (await deliveries.confirm(scope, identifier, confirmation)) return { reason: "confirmed" };
  const after = await find();
  if (!after || isSettled(after)) return { reason: "known" };
  return { reason: "delivery-under-way", againMs: untilFree(after, dependencies.clock), counts: false };
}

/** Kept for the broker, unless its person wanted to be forgotten: an announcement is no new consent. */
async function takeForeignLead(
  { foreignErasures, fingerprintForeign, randomness }: TakeLeadDependencies,
  { scope, lead }: { scope: NotificationScope; lead: ReadLead },
): Promise<Look> {
  const fingerprints = fingerprintForeign(lead.id);
  if (await foreignErasures.has(scope, fingerprints)) return { reason: "erased" };
  const foreignLead = { id: randomId(randomness, "foreign"), fingerprint: fingerprints[0], ...readForeignLead(lead) };
  return { reason: "from-elsewhere", foreignLead };
}

function isSettled({ state }: OwnLead): boolean {
  return state === null || settled.has(state);
}

/** Soon, because most sends end at once; when the lease ends at the latest, because then whoever held it is dead. */
function untilFree({ leaseUntil }: OwnLead, clock: Clock): number {
  const leftMs = leaseUntil === null ? 0 : Math.max(0, Date.parse(leaseUntil) - clock.now());
  return Math.min(shortlyMs, leftMs) + graceMs;
}

/** JSON: who markets the chosen aircraft. Back office only (R21). */
function sellersOf({ sellerQuotes }: ReadLead): string | null {
  const sellers = (sellerQuotes ?? []).flatMap(({ sellerCompany }) => sellerCompany ?? []);
  return sellers.length > 0 ? JSON.stringify(sellers) : null;
}
