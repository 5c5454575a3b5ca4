/**
 * Whether an address is one that we fetch photos from: the marketplace's own origin, no user, no other port. Both are
 * compared as a URL parser writes them, so that `evil@host`, a trailing dot or a number for an address is what it is.
 */
export function isMarketplacePhoto(url: string, marketplaceUrl: string): boolean {
  const photo = URL.parse(url);
  if (!photo || photo.username !== "" || photo.password !== "") return false;
  return /^https?:$/.test(photo.protocol) && photo.origin === new URL(marketplaceUrl).origin;
}
