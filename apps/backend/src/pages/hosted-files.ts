import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Broker } from "../brokers/broker.ts";
import { directionOf } from "../deliveries/channels/mail/messages/translate.ts";
import type { WidgetFiles } from "../http/widget-files.ts";
import { launchImages } from "./icon/launch-images.ts";
import { writePng, type PngShape } from "./icon/write-png.ts";
import { writeSvg, type IconMatter } from "./icon/write-svg.ts";
import { iconSides, webManifest } from "./manifest.ts";
import { translatePage } from "./messages/catalogue.ts";
import { pageLanguage } from "./page-language.ts";
import { pageScript } from "./page-script.ts";
import { pageStyle } from "./page-style.ts";
import { serviceWorkerScript } from "./service-worker.ts";

export interface HostedFilesDependencies {
  widgetFiles: WidgetFiles;
}

export interface HostedFile {
  body: string | Uint8Array<ArrayBuffer>;
  type: string;
  /** `Cache-Control` */
  cache: string;
  /** `Content-Security-Policy`, where it takes another than data has. */
  policy?: string;
}

interface FileRequest {
  broker: Broker;
  embedKey: string;
  name: string;
  lang: string | undefined;
}

const minutes = "public, max-age=300";
const aDay = "public, max-age=86400";
const script = "text/javascript; charset=utf-8";
const workerPolicy = "default-src 'none'; connect-src 'self'";

const pngs = new Map<string, PngShape>([
  ...iconSides.map((side): [string, PngShape] => [`icon-${side}.png`, { width: side, height: side, iconSide: side }]),
  ...launchImages.map(({ file, width, height }): [string, PngShape] => [file, { width, height, iconSide: width }]),
]);

/** The files beside a broker's page, by name; undefined for any other name. */
export function createHostedFiles({ widgetFiles }: HostedFilesDependencies) {
  // Drawing one takes tens of milliseconds, and anybody may ask. Ten kilobytes each; a broker has thirteen.
  const drawn = new LRUCache<string, Uint8Array<ArrayBuffer>>({ max: 2000 });

  function png(matter: IconMatter, shape: PngShape): HostedFile {
    const key = JSON.stringify([matter, shape]);
    const body = drawn.get(key) ?? new Uint8Array(writePng(matter, shape));
    drawn.set(key, body);
    return { body, type: "image/png", cache: aDay };
  }

  return async function hostedFile({ broker, embedKey, name, lang }: FileRequest): Promise<HostedFile | undefined> {
    const { accent } = broker.settings.brand;
    const matter = { name: broker.name, accent };
    const shape = pngs.get(name);
    if (shape) return png(matter, shape);
    if (name === "icon.svg") return { body: writeSvg(matter), type: "image/svg+xml", cache: aDay };
    if (name === "page.css") return { body: pageStyle(accent), type: "text/css; charset=utf-8", cache: minutes };
    if (name === "page.js") return { body: pageScript, type: script, cache: minutes };
    if (name === "app.webmanifest")
      return { body: manifest(broker, lang), type: "application/manifest+json", cache: minutes };
    if (name !== "worker.js") return undefined;
    const body = serviceWorkerScript(await shellFiles(widgetFiles, { embedKey, accent }));
    return { body, type: script, cache: "no-cache", policy: workerPolicy };
  };
}

function manifest(broker: Broker, lang: string | undefined): string {
  const language = pageLanguage(broker.settings, { asked: lang, accepted: undefined });
  const description = translatePage(language)("home.lead");
  return JSON.stringify(webManifest(broker, { language, direction: directionOf(language), description }));
}

/** The widget's first file names the version that is current: that one must be there too when there is no network. */
async function shellFiles(widgetFiles: WidgetFiles, { embedKey, accent }: { embedKey: string; accent: string }) {
  const entry = new TextDecoder().decode((await widgetFiles.get("v1/liftline.js"))?.body);
  const current = /["'`]\.\.\/([\w.-]+\/[\w.-]+\.js)["'`]/.exec(entry)?.[1];
  const files = ["v1/liftline.js", ...(current === undefined ? [] : [current])].map((path) => `../../widget/${path}`);
  const version = createHash("sha256")
    .update(JSON.stringify([entry, pageStyle(accent), pageScript]))
    .digest("hex")
    .slice(0, 12);
  return { embedKey, version, widgetFiles: files };
}
