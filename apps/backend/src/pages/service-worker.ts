/** What a service worker keeps; its version is in the name of its cache. */
export interface ShellFiles {
  /** Of the broker: each has a cache of its own. */
  embedKey: string;
  /** Changes with any of the files. */
  version: string;
  /** The widget's first files, relative to the page. */
  widgetFiles: readonly string[];
}

/**
 * The service worker of a broker's hosted page. It keeps the page, its look and the widget's files, so that an installed app
 * opens without a network and shows whom to call. It never sees to anything else: airports, searches, requests and settings
 * go past it, and nothing that a person wrote or was answered is ever kept (R2).
 */
export function serviceWorkerScript({ embedKey, version, widgetFiles }: ShellFiles): string {
  return `const prefix = ${JSON.stringify(`liftline ${embedKey} `)};
const name = prefix + ${JSON.stringify(version)};
const shell = ${JSON.stringify(["./", "page.css", "page.js", "app.webmanifest", "icon.svg", ...widgetFiles])};
const scope = new URL("./", location).href;
const isShell = (url) => shell.some((file) => new URL(file, scope).href === url);
const isWidgetFile = (url) => new RegExp("^" + new URL("../../widget/", scope).href.replace(/[.*+?^$|(){}]/g, "\\\\$&") + "[\\\\w.-]+/[\\\\w.-]+\\\\.js$").test(url);

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(shell.map((file) => new Request(file, { cache: "reload" })))));
});

addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys().then(async (names) => {
      await Promise.all(names.filter((other) => other.startsWith(prefix) && other !== name).map((other) => caches.delete(other)));
      await clients.claim();
    }),
  );
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = request.url.split(/[?#]/)[0];
  if (request.mode === "navigate") {
    if (url === scope) event.respondWith(fetch(request).catch(() => kept("./")));
  } else if (isShell(url)) event.respondWith(fetch(request).catch(() => kept(url)));
  else if (isWidgetFile(url)) event.respondWith(keptOrFetched(url, request));
});

async function kept(url) {
  const cache = await caches.open(name);
  return (await cache.match(url, { ignoreVary: true })) ?? Response.error();
}

async function keptOrFetched(url, request) {
  const cache = await caches.open(name);
  const known = await cache.match(url, { ignoreVary: true });
  if (known) return known;
  const response = await fetch(request);
  if (response.ok && response.type !== "opaque") await cache.put(url, response.clone());
  return response;
}
`;
}
