import type { Broker } from "../brokers/broker.ts";
import type { Clock } from "../clock.ts";
import { marketplacePhotoPath } from "../photos/marketplace-photo.ts";
import type { Sealing } from "../sealing/sealing.ts";

/** Longer than a search holds: a choice that was made is looked at again, in the tray or the confirmation. */
const validForMs = 24 * 60 * 60_000;

/**
 * Our own addresses for the marketplace's photos, for the length of one answer: the same photo is sealed once, which
 * keeps the answer small. Null for an address that we would refuse to fetch.
 */
export function createPhotoAddresses(
  { sealing, clock, marketplaceUrl }: { sealing: Sealing; clock: Clock; marketplaceUrl: string },
  broker: Broker,
): (url: string) => string | null {
  const addresses = new Map<string, string | null>();
  const expiresAt = `${new Date(clock.now() + validForMs).toISOString().slice(0, 19)}Z`;
  const { origin } = new URL(marketplaceUrl);
  const sealPhoto = sealing.photoSealer(broker, expiresAt);

  return function photoAddress(url) {
    const known = addresses.get(url);
    if (known !== undefined) return known;
    const path = url.length <= 500 ? marketplacePhotoPath(url, origin) : null;
    const address = path === null ? null : `/photos/${sealPhoto(path)}`;
    addresses.set(url, address);
    return address;
  };
}
