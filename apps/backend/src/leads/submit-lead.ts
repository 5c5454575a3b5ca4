import type { LeadReceipt } from "@liftline/schema";
import { UniqueConflict } from "../database/database.ts";
import type { Mailer } from "../deliveries/channels/mail/mailer.ts";
import type { DeliveryWorker } from "../deliveries/delivery-worker.ts";
import { DomainError } from "../domain-error.ts";
import type { Log } from "../log.ts";
import type { Randomness } from "../randomness.ts";
import type { Sealing } from "../sealing/sealing.ts";
import { askTrip, type AskTripDependencies } from "./ask-trip.ts";
import { canonicalJson } from "./canonical-json.ts";
import { checkConsent } from "./check-consent.ts";
import type { LeadFingerprints } from "./fingerprint.ts";
import { leadRows } from "./lead-rows.ts";
import type { LeadScope, LeadsStore } from "./leads.store.ts";
import { openChoice } from "./open-choice.ts";
import type { Submission } from "./submission.ts";
import { writeLead } from "./write-lead.ts";

export interface SubmitLeadDependencies extends AskTripDependencies {
  leads: LeadsStore;
  sealing: Sealing;
  fingerprints: LeadFingerprints;
  randomness: Randomness;
  log: Log;
  /** Null where this host sends no mail: then no mail waits for one that does. */
  mailer: Mailer | null;
  /** Woken after a lead is stored: there is something to deliver. */
  deliveryWorker: Pick<DeliveryWorker, "wake">;
}

/** How often a taken reference is drawn anew; at a million leads one draw in a thousand collides. */
const referenceTries = 5;

/** Stores the lead with everything its deliveries need, once for each key and each search (R19). Nothing is sent here. */
export async function submitLead(dependencies: SubmitLeadDependencies, submission: Submission): Promise<LeadReceipt> {
  const { leads, fingerprints, log } = dependencies;
  const { broker } = submission;
  const lead = writeLead(submission.lead);
  const scope: LeadScope = { brokerId: broker.id, environment: broker.environment };
  const keyHashes = fingerprints.key(submission.key);
  const bodyHashes = fingerprints.body(canonicalJson(lead));
  const findAnswer = () => findByKey(leads, { scope, keyHashes, bodyHashes });

  // Before anything is judged: a repeat gets its answer even when the tokens have ended or the settings have changed.
  const answer = await findAnswer();
  if (answer) return answer;
  checkConsent(broker, lead);
  const wish =
    "trip" in lead
      ? askTrip(dependencies, { broker, trip: lead.trip })
      : openChoice(dependencies.sealing, { broker, lead });
  const chosen = "chosen" in wish ? wish.chosen : [];
  const searchHashes = "search" in wish ? fingerprints.search(wish.search.searchId) : [];

  for (let attempt = 1; attempt <= referenceTries; attempt += 1) {
    const hashes = { key: keyHashes[0], body: bodyHashes[0], searches: searchHashes };
    const opened = { submission: { ...submission, lead }, wish, hashes, canMail: dependencies.mailer !== null };
    const rows = leadRows(dependencies, opened);
    try {
      await leads.insert(rows);
      log.info("lead.stored", { broker: broker.id, reference: rows.lead.reference, options: chosen.length });
      dependencies.deliveryWorker.wake();
      return { reference: rows.lead.reference, receivedAt: rows.lead.received_at };
    } catch (error) {
      if (!(error instanceof UniqueConflict)) throw error;
      // Somebody was faster: the same request, or another one from this search. Neither: the reference is taken.
      const winner = await findAnswer();
      if (winner) return winner;
      const isSpent = searchHashes.length > 0 && (await leads.findBySearch(scope, searchHashes));
      if (isSpent) throw new DomainError("search.spent");
    }
  }
  throw new DomainError("storage.unavailable", { retryAfterSeconds: 1 });
}

async function findByKey(
  leads: LeadsStore,
  by: { scope: LeadScope; keyHashes: readonly string[]; bodyHashes: readonly string[] },
): Promise<LeadReceipt | undefined> {
  const found = await leads.findByKey(by.scope, by.keyHashes);
  if (!found) return undefined;
  if (!by.bodyHashes.includes(found.bodyHash)) throw new DomainError("request.idempotency-key-reused");
  return { reference: found.reference, receivedAt: found.receivedAt };
}
