import { createHash } from "node:crypto";
import type { Broker } from "../brokers/broker.ts";
import type { WidgetFiles } from "../http/widget-files.ts";
import { translatePage } from "../pages/messages/catalogue.ts";
import { pageLanguage } from "../pages/page-language.ts";
import { searchRoom } from "../pages/search-room.ts";
import { brokerFlag, chooseBrokers } from "./choose.ts";
import { exitCodes, UsageError, type Command } from "./command.ts";

/** Prints what a broker pastes into its pages, in both ways. Why there are two: `docs/decisions/010-two-embed-codes.md`. */
export const embed: Command = {
  name: "embed",
  summary: "the code that a broker pastes into its pages",
  operand: "broker",
  flags: {
    ...brokerFlag,
    url: { takes: "text", help: "where the backend is reached from outside; default: publicUrl" },
    current: { takes: "nothing", help: "only the code that follows every update" },
    pinned: { takes: "nothing", help: "only the code of this version for good, every file of it with its hash" },
  },
  async run(host, { flags, output }) {
    const url = typeof flags["url"] === "string" ? flags["url"].replace(/\/+$/, "") : host.publicUrl;
    if (url === null) throw new UsageError("the configuration has no publicUrl: write it there, or give --url");
    if (!/^https?:\/\/[^\s"'<>?#]+$/.test(url))
      throw new UsageError("--url takes an address such as https://leads.example.com");
    const brokers = chooseBrokers(host.brokers, flags);
    // Asked for neither, or for both, one sees both.
    const moving = flags["pinned"] === true && flags["current"] !== true ? null : movingScript(url);
    const isPinned = flags["pinned"] === true || flags["current"] !== true;
    const pinned = isPinned ? await pinnedScript(host.widgetFiles, url) : null;
    if (isPinned && !pinned) output.tell("There is no built widget beside this program, and so no version to pin.");
    const scripts = [moving, pinned].filter((script) => script !== null);
    for (const broker of brokers) {
      const ways = waysOn(broker, { url, publicUrl: host.publicUrl });
      output.write(scripts.map((script) => embedCode(broker, { script, ways })).join("\n"));
    }
    return scripts.length > 0 ? exitCodes.done : exitCodes.nothing;
  },
};

/** What stands above a code, and the code itself. */
interface Script {
  note: string;
  tags: string;
}

function movingScript(url: string): Script {
  return {
    note: "the newest version, always",
    tags: `<script type="module" src="${url}/widget/v1/liftline.js"></script>\n`,
  };
}

/**
 * That version's loader under `integrity`, every file that it may load later under the import map's: a browser that knows neither runs
 * them all the same. Null where there is no widget.
 */
async function pinnedScript(files: WidgetFiles, url: string): Promise<Script | null> {
  const names = await files.get("v1/liftline.json");
  const entry = names && /[\w.-]+\/[\w.-]+\.js/.exec(textOf(names.body))?.[0];
  if (!entry) return null;
  const hashes = await hashAll(files, entry);
  const own = hashes.get(entry);
  hashes.delete(entry);
  const integrity = Object.fromEntries([...hashes].map(([path, hash]) => [`${url}/widget/${path}`, hash]));
  const map = JSON.stringify({ integrity });
  const policy = createHash("sha256").update(map).digest("base64");
  return {
    note: [
      `or, in its place, version ${entry.slice(0, entry.indexOf("/"))} for good, each file by its hash.`,
      `     Before any other module of the page. A policy without inline scripts takes the map by 'sha256-${policy}'`,
    ].join("\n"),
    tags: [
      `<script type="importmap">${map}</script>`,
      `<script type="module" src="${url}/widget/${entry}" integrity="${own}" crossorigin="anonymous"></script>\n`,
    ].join("\n"),
  };
}

/** A file and all that it names, and all that those name: they lie in one folder. */
async function hashAll(files: WidgetFiles, entry: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  const folder = entry.slice(0, entry.lastIndexOf("/") + 1);
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const file = hashes.has(path) ? undefined : await files.get(path);
    if (!file) continue;
    hashes.set(path, `sha384-${createHash("sha384").update(file.body).digest("base64")}`);
    for (const [, name] of textOf(file.body).matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)) waiting.push(folder + name);
  }
  return hashes;
}

function textOf(body: Uint8Array): string {
  return new TextDecoder().decode(body);
}

/** The style comes first: the room is kept before the element itself is there. */
function embedCode({ name, embedKeys }: Broker, { script, ways }: { script: Script; ways: string }): string {
  return [
    `<!-- ${escaped(name).replaceAll("--", "- -")}: ${script.note} -->\n`,
    `<style>\n${searchRoom}</style>\n`,
    script.tags,
    `<liftline-search embed-key="${embedKeys[0]}">\n${ways}</liftline-search>\n`,
  ].join("");
}

/**
 * What stands inside: phone and mail for as long as the widget is not there, the broker's page with us for browsers that run no script.
 * A working widget shows what a page puts between the tags where it has no contact of the broker's to show; of a `noscript`, nothing.
 */
function waysOn(broker: Broker, at: { url: string; publicUrl: string | null }): string {
  const { phone, email } = broker.settings.contact;
  const page = hostedPage(broker, at);
  return [
    ...(phone ? [`  <a href="tel:${phone.replace(/[^+\d]/g, "")}">${escaped(phone)}</a>\n`] : []),
    ...(email ? [`  <a href="mailto:${escaped(email)}">${escaped(email)}</a>\n`] : []),
    ...(page ? [`  <noscript>${page}</noscript>\n`] : []),
  ].join("");
}

/** By its title, in the broker's first language. Null where there is no such page: `openBrokerPage` serves it on the broker's origins. */
function hostedPage(
  { settings, embedKeys, origins }: Broker,
  { url, publicUrl }: { url: string; publicUrl: string | null },
): string | null {
  const isThere = [url, publicUrl].some((address) => address !== null && origins.includes(new URL(address).origin));
  if (!settings.hostedPage || !isThere) return null;
  const language = pageLanguage(settings, { asked: undefined, accepted: undefined });
  const title = translatePage(language)("home.title");
  return `<a href="${escaped(`${url}/s/${embedKeys[0]}/`)}" lang="${escaped(language)}">${escaped(title)}</a>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
