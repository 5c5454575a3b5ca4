import { join } from "node:path";
import { type Figure, type Section, table } from "./figure.ts";
import type { PeerForm } from "./peer-forms.ts";
import { publishedEmbeds, type Embed } from "./published-embeds.ts";
import { readOwnWeights, weigh, weighEmbed, type Weight } from "./weigh.ts";

interface Sizes {
  /** Where packages are fetched to. */
  folder: string;
  peerForms: readonly PeerForm[];
}

const widget = join(import.meta.dirname, "..");

const kinds: Record<Embed["kind"], string> = {
  app: "what a visitor uses",
  control: "one field of a form",
  loader: "a loader: the rest comes from elsewhere",
};

const ownWords: Record<string, string> = {
  loader: "the script tag",
  search: "loader and form, with English and all styles",
  whole: "everything but the other languages and the map",
  map: "the route map, when it is opened",
};

/** What a visitor downloads: ours as the build's own gate counts it, beside what others publish and would write. */
export async function sizeSection({ folder, peerForms }: Sizes): Promise<Section> {
  const figures = readOwnWeights(widget).map(({ name, kilobytes, limit }): Figure => {
    return { name: nameOf(name), measured: kilobytes, limit, unit: "kB" };
  });
  const embeds: [Embed, Weight][] = [];
  for (const embed of publishedEmbeds) {
    const weight = await weighEmbed(embed, join(folder, `embed-${embeds.length}`));
    embeds.push([embed, weight]);
    console.log(`  ${embed.name} ${embed.version}: ${"bytes" in weight ? kilobytesOf(weight.bytes) : weight.missing}`);
  }
  const own = figures.filter(({ name }) => !name.startsWith("language"));
  const languages = figures.filter((figure) => !own.includes(figure)).map(({ measured }) => measured);
  const rows = [
    ...own.map(({ name, measured }) => [
      `**Liftline, ${name}**`,
      ownWords[name] ?? "",
      `**${measured.toFixed(2)} kB**`,
    ]),
    [
      `**Liftline, another language**`,
      `${languages.length} of them, one is fetched`,
      `**${Math.min(...languages).toFixed(2)}–${Math.max(...languages).toFixed(2)} kB**`,
    ],
    ...peerForms.map(({ label, code }) => [
      label,
      "our form's fields, written for this comparison",
      kilobytesOf(weigh(code)),
    ]),
    ...embeds.map(([embed, weight]) => [
      `${embed.name} ${embed.version}`,
      `${embed.what} (${kinds[embed.kind]})`,
      "bytes" in weight ? kilobytesOf(weight.bytes) : `missing: ${weight.missing}`,
    ]),
  ];
  const words = `${table(["what", "", "gzip -9"], rows)}

Bundled and minified by the same Vite in production mode, or as shipped where the maker ships a finished file; style sheets and
what a script fetches later are not counted, except ours, which are.`;
  return { title: "Bytes", figures, words };
}

function nameOf(name: string): string {
  const [, language] = /\/([a-z-]+)-[^/]+\.js$/.exec(name) ?? [];
  return language ? `language ${language}` : name;
}

function kilobytesOf(bytes: number): string {
  return `${(bytes / 1000).toFixed(2)} kB`;
}
