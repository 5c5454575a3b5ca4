import { globSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { settings } from "../test/canned-answers.ts";
import { manyOptions } from "../test/fixtures/options.ts";

export interface Pages {
  /** Without a slash at the end. */
  url: string;
  close: () => Promise<void>;
}

const photos = globSync(`${import.meta.dirname}/../../../packages/sandbox/photos/*-exterior.webp`).sort();
const html = `<!doctype html><html lang="en-GB"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>body { margin: 16px auto; max-width: 1120px; padding: 0 16px; font: 16px/1.5 system-ui, sans-serif }</style><body></body></html>`;

/** A page with nothing on it, the scripts by their path, and a backend that answers at once, searches after a pause. */
export async function servePages(scripts: ReadonlyMap<string, string>): Promise<Pages> {
  const options = manyOptions(300).map((option, index) => ({
    ...option,
    photos: [{ kind: "EXTERIOR" as const, url: `/photos/${index}` }],
  }));
  const answer = { search: "sealed-search", expiresAt: "2099-01-01T00:00:00Z", currency: "EUR", options };
  const server = createServer((request, response) => {
    const [path = "/"] = (request.url ?? "/").split("?");
    const script = scripts.get(path);
    const json = (value: object) =>
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
    // For good: what is measured comes from the browser's cache.
    const kept = { "cache-control": "public, max-age=31536000, immutable" };
    if (script !== undefined) response.writeHead(200, { ...kept, "content-type": "text/javascript" }).end(script);
    else if (path.startsWith("/photos/")) {
      const photo = photos[Number(path.slice("/photos/".length)) % photos.length] ?? "";
      response.writeHead(200, { ...kept, "content-type": "image/webp" }).end(readFileSync(photo));
    } else if (path === "/widget/settings") json(settings);
    else if (path === "/airports") json({ airports: [] });
    // The later file has come by then, as it has on a real search.
    else if (path === "/searches") setTimeout(() => json(answer), 700);
    else response.writeHead(200, { "content-type": "text/html" }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
