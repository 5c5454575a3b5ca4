/**
 * Path and query of a photo at the marketplace, null for an address anywhere else. Compared as a URL parser writes it, so
 * that `host@evil`, a trailing dot or a number for an address is what it is.
 */
export function marketplacePhotoPath(url: string, marketplaceOrigin: string): string | null {
  const photo = URL.parse(url);
  // Not by `origin`: that of `blob:https://…` is the one inside it.
  if (
    !photo ||
    `${photo.protocol}//${photo.host}` !== marketplaceOrigin ||
    photo.username !== "" ||
    photo.password !== ""
  )
    return null;
  return photo.pathname + photo.search;
}

/** Where a photo is fetched: never anywhere but at the marketplace's own origin. Null where a path leads elsewhere. */
export function marketplacePhotoUrl(path: string, marketplaceOrigin: string): string | null {
  const url = marketplaceOrigin + path;
  return path.startsWith("/") && marketplacePhotoPath(url, marketplaceOrigin) === path ? url : null;
}
