import { http, type HttpHandler } from "msw";
import type { State } from "../state.ts";

/** A grey pixel, for drawings that do not exist yet. */
const placeholder = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mPs6Oj4DwAFlQK2bR4S6AAAAABJRU5ErkJggg==";

/** `GET /mediafiles/store/…`: open to everybody who knows the address, like the marketplace's. */
export function photoHandler(state: State): HttpHandler {
  return http.get(state.path("/mediafiles/store/:folder/:name"), async ({ request, params }) => {
    const record = state.recordCall(request);
    const file = state.photos.fileOf(`${String(params["folder"])}/${String(params["name"])}`);
    const photo = file === undefined ? undefined : ((await state.readPhoto(file).catch(() => undefined)) ?? pixel());
    record(photo === undefined ? 404 : 200);
    if (photo === undefined) return new Response(null, { status: 404 });
    return new Response(photo, {
      headers: {
        "content-type": photo[0] === 0x89 ? "image/png" : "image/webp",
        "cache-control": "public, max-age=86400",
      },
    });
  });
}

function pixel(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(placeholder), (letter) => letter.codePointAt(0) ?? 0);
}
