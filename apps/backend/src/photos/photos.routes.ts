import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { fetchPhoto, type PhotoDependencies } from "./fetch-photo.ts";

/** Without a gate: an `<img>` sends no embed key, the token names the broker (contract §3). */
export function photosRoutes(dependencies: PhotoDependencies): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/:token", async (context) => {
    const { signal } = context.req.raw;
    const photo = await fetchPhoto(dependencies, { token: context.req.param("token"), signal });
    context.header("Content-Type", photo.type);
    context.header("Cache-Control", `private, max-age=${photo.maxAgeSeconds}, immutable`);
    context.header("Cross-Origin-Resource-Policy", "cross-origin");
    context.header("Content-Security-Policy", "default-src 'none'; sandbox");
    context.header("X-Content-Type-Options", "nosniff");
    return context.body(photo.bytes);
  });
}
