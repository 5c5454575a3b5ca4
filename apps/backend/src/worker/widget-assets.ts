import type { WidgetFiles } from "../http/widget-files.ts";

/** As much of a Worker's static assets as is needed. */
export interface AssetsBinding {
  fetch(url: string): Promise<Response>;
}

/** The widget's files as they were uploaded with the Worker: they are asked for by name, whatever the page's address is. */
export function createWidgetAssets(assets: AssetsBinding): WidgetFiles {
  return {
    async get(path) {
      const response = await assets.fetch(`https://widget.internal/${path}`);
      if (response.status !== 200) return undefined;
      return {
        body: new Uint8Array(await response.arrayBuffer()),
        type: response.headers.get("content-type") ?? "application/octet-stream",
        etag: response.headers.get("etag") ?? `"${path}"`,
        smaller: [],
      };
    },
  };
}
