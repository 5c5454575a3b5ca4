import { readFile } from "node:fs/promises";
import { extname, normalize } from "node:path";
import { Hono } from "hono";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
  ".png": "image/png",
};

/** The policy that the widget promises to live under (contract §4). */
const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'none'; connect-src 'self'; img-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

interface Folders {
  site: URL;
  photos: URL;
  /** Scripts of pages that a framework draws. */
  built: URL;
}

/** The broker's website: files of one folder, photos and built scripts of others. */
export function siteRoutes({ site, photos, built }: Folders): Hono {
  return new Hono()
    .get("/photos/:file", async (context) => serve(photos, context.req.param("file")))
    .get("/built/:file", async (context) => serve(built, context.req.param("file")))
    .get("/*", async (context) => {
      const path = decodeURIComponent(context.req.path.replace(/^\/demo\/?/, ""));
      if (path !== "" && !extname(path) && !path.endsWith("/")) return context.redirect(`${context.req.path}/`);
      const response = await serve(site, path === "" || path.endsWith("/") ? `${path}index.html` : path);
      if (path === "strict/") response.headers.set("content-security-policy", strictPolicy);
      return response;
    });
}

async function serve(folder: URL, path: string): Promise<Response> {
  const type = types[extname(path)];
  if (!type || normalize(`/${path}`) !== `/${path}`) return new Response("Not found", { status: 404 });
  try {
    const body = await readFile(new URL(path, folder));
    return new Response(new Uint8Array(body), { headers: { "content-type": type, "cache-control": "no-cache" } });
  } catch {
    return new Response("Not found", { status: 404 });
  }
}
