import { mayBeCalledInDevelopment } from "../config.ts";

/**
 * Where an address of a notification leads: `ours` is below the configured base URL and may be followed (R26), `live` is the
 * live marketplace although we are not (R13), `elsewhere` is everything else and is never followed.
 */
export function placeOf(href: string, baseUrl: string): "ours" | "live" | "elsewhere" {
  const [url, base] = [URL.parse(href), new URL(baseUrl)];
  if (!url || !/^https?:$/.test(url.protocol)) return "elsewhere";
  if (url.origin !== base.origin) {
    const isLive = !mayBeCalledInDevelopment(url.href) && mayBeCalledInDevelopment(baseUrl);
    return isLive ? "live" : "elsewhere";
  }
  const prefix = `${base.pathname.replace(/\/+$/, "")}/`;
  const isPlain = url.username === "" && url.password === "" && url.search === "" && url.hash === "";
  // As it is written, too: what has to be tidied up first (`..`, a backslash, a line break) was not written by the marketplace.
  return isPlain && url.href === href && url.pathname.startsWith(prefix) ? "ours" : "elsewhere";
}
