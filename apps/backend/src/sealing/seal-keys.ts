import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import type { Broker } from "../brokers/broker.ts";

/** Whom a seal belongs to. Nothing opens for another broker, nor in the other environment (R13). */
export type SealOwner = Pick<Broker, "id" | "environment">;

/** What a seal is for. Each purpose has keys of its own, so that no token stands for another kind. */
export type SealPurpose = "search" | "option" | "photo";

export interface SealKey {
  /** Two bytes in front of every token: says which secret sealed it, for rotation. */
  id: Buffer;
  secret: KeyObject;
}

/** The keys of a purpose and owner, newest secret first: the first seals, all open. */
export type SealKeys = (purpose: SealPurpose, owner: SealOwner | null) => readonly [SealKey, ...SealKey[]];

export const KEY_ID_BYTES = 2;

/** Derives keys from the secrets of the configuration (contract §2, `LIFTLINE_SECRET`) and remembers them. */
export function createSealKeys(secrets: readonly string[]): SealKeys {
  const [newest, ...older] = secrets;
  if (!newest) throw new Error("sealing needs at least one secret");
  const derived = new Map<string, [SealKey, ...SealKey[]]>();

  return function sealKeys(purpose, owner) {
    const info = JSON.stringify(["liftline-seal", 1, purpose, owner && [owner.id, owner.environment]]);
    const known = derived.get(info);
    if (known) return known;
    const keys: [SealKey, ...SealKey[]] = [deriveKey(newest, info), ...older.map((secret) => deriveKey(secret, info))];
    derived.set(info, keys);
    return keys;
  };
}

function deriveKey(secret: string, info: string): SealKey {
  const bytes = Buffer.from(hkdfSync("sha256", secret, "liftline", info, 32 + KEY_ID_BYTES));
  return { secret: createSecretKey(bytes.subarray(0, 32)), id: bytes.subarray(32) };
}
