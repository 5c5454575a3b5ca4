import type { Brokers } from "../brokers/brokers.ts";
import type { Clock } from "../clock.ts";
import { DomainError } from "../domain-error.ts";
import type { Log } from "../log.ts";
import type { Sealing } from "../sealing/sealing.ts";
import { marketplacePhotoUrl } from "./marketplace-photo.ts";
import { stripPhoto, type StrippedPhoto } from "./strip-photo.ts";

export interface PhotoDependencies {
  sealing: Sealing;
  brokers: Brokers;
  clock: Clock;
  log: Log;
  /** Called without credentials of any kind. */
  fetch: typeof globalThis.fetch;
  /** `marketplace.baseUrl` of the configuration: photos come from its origin only. */
  marketplaceUrl: string;
}

/** A photo, and for how many seconds its address holds. */
export interface FetchedPhoto extends StrippedPhoto {
  maxAgeSeconds: number;
}

const limitBytes = 5 * 1024 * 1024;
const timeoutMs = 10_000;

/**
 * Fetches one of the marketplace's photos for a page, and keeps nothing of it. Throws `photo.unavailable`, whatever went
 * wrong: nobody learns from us what answers where.
 */
export async function fetchPhoto(
  dependencies: PhotoDependencies,
  { token, signal }: { token: string; signal?: AbortSignal | undefined },
): Promise<FetchedPhoto> {
  const photo = dependencies.sealing.openPhoto(token);
  const broker = dependencies.brokers.findById(photo.brokerId);
  const url = marketplacePhotoUrl(photo.path, new URL(dependencies.marketplaceUrl).origin);
  if (broker?.environment !== photo.environment || url === null) throw new DomainError("photo.unavailable");

  const bytes = await download(dependencies.fetch, { url, signal });
  const stripped = typeof bytes === "string" ? null : stripPhoto(bytes);
  if (!stripped) {
    const reason = typeof bytes === "string" ? bytes : "no-picture";
    dependencies.log.warn("photo.failed", { brokerId: photo.brokerId, reason });
    throw new DomainError("photo.unavailable");
  }
  const maxAgeSeconds = Math.max(0, Math.floor((Date.parse(photo.expiresAt) - dependencies.clock.now()) / 1000));
  return { ...stripped, maxAgeSeconds };
}

/** The bytes, or in a word why not. */
async function download(
  fetch: typeof globalThis.fetch,
  { url, signal }: { url: string; signal?: AbortSignal | undefined },
): Promise<Uint8Array | "unreachable" | "refused" | "too-large"> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      // A redirect could lead anywhere: it is an answer like any other that is no photo.
      redirect: "manual",
      credentials: "omit",
      headers: { accept: "image/webp,image/jpeg,image/png" },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    if (response.status !== 200 || !response.body) {
      await response.body?.cancel();
      return "refused";
    }
    return await readUpTo(response.body, limitBytes);
  } catch {
    return "unreachable";
  }
}

/** Counts while reading, whatever length was announced. */
async function readUpTo(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | "too-large"> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the stream: nothing more is read.
  for await (const chunk of body) {
    length += chunk.length;
    if (length > limit) return "too-large";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
