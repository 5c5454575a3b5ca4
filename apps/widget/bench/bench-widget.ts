/**
 * The widget beside what a broker could take instead: bytes, first render, a long list of options. `npm run bench:widget`
 * runs it; `sizes`, `form` or `options` behind it runs that part again and keeps the others. A figure over its limit ends it
 * with an error.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWidgetAt } from "./built-widget.ts";
import { isFine, print, type Section } from "./figure.ts";
import { formSection, pathOf } from "./form-section.ts";
import { keepSection, type Part } from "./kept-sections.ts";
import { optionsSection } from "./options-section.ts";
import { buildPeerForms, type PeerForm } from "./peer-forms.ts";
import { plainList } from "./plain-list.ts";
import { servePages } from "./serve-pages.ts";
import { sizeSection } from "./size-section.ts";
import { launchSlowBrowser, type Quietness } from "./slow-page.ts";
import { writePage } from "./write-page.ts";

const parts: readonly Part[] = ["sizes", "form", "options"];
const wanted = parts.filter((part) => part.includes(process.argv[2] ?? ""));
const folder = mkdtempSync(join(tmpdir(), "bench-widget-"));
try {
  const isOptionsAlone = wanted.every((part) => part === "options");
  const peerForms = isOptionsAlone ? [] : await buildPeerForms(join(folder, "forms"));
  if (wanted.includes("sizes")) tell("sizes", await sizeSection({ folder, peerForms }));
  if (wanted.includes("form")) await measure("form", peerForms);
  if (wanted.includes("options")) await measure("options", []);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
writePage(parts);

async function measure(part: "form" | "options", peerForms: readonly PeerForm[]): Promise<void> {
  const own = await buildWidgetAt("/widget");
  const plain = await buildWidgetAt("/plain", [plainList()]);
  const forms = peerForms.map((form) => [pathOf(form), form.code] as const);
  const pages = await servePages(new Map([...own.files, ...plain.files, ...forms]));
  const browser = await launchSlowBrowser();
  try {
    const given = { browser, url: pages.url, own };
    const section = await (part === "form"
      ? formSection({ ...given, peerForms })
      : optionsSection({ ...given, plain }));
    tell(part, section, browser.quietness);
  } finally {
    await browser.close();
    await pages.close();
  }
}

function tell(part: Part, section: Section, quietness?: Quietness): void {
  print(section);
  keepSection(part, section, quietness);
  if (!section.figures.every(isFine)) process.exitCode = 1;
}
