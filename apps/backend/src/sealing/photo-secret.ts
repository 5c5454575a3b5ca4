import type { SealOwner } from "./seal-keys.ts";

/** A photo whose seal holds. */
export interface SealedPhoto {
  brokerId: string;
  environment: SealOwner["environment"];
  /** Path and query at the marketplace's origin. */
  path: string;
  /** ISO 8601 UTC, whole seconds. */
  expiresAt: string;
}

/** As short as it goes: photos are most of what an answer weighs. */
export function writePhotoSecret({ brokerId, environment, path, expiresAt }: SealedPhoto): string {
  const seconds = Math.floor(Date.parse(expiresAt) / 1000).toString(36);
  return `${environment === "live" ? "l" : "s"}${seconds}\n${brokerId}\n${path}`;
}

/** Reads what {@link writePhotoSecret} wrote; only ever called on text whose seal held. */
export function readPhotoSecret(text: string): SealedPhoto {
  const [head = "", brokerId = "", ...path] = text.split("\n");
  const seconds = Number.parseInt(head.slice(1), 36);
  return {
    brokerId,
    environment: head.startsWith("l") ? "live" : "sandbox",
    path: path.join("\n"),
    expiresAt: `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`,
  };
}
