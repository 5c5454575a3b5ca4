/**
 * The widget beside what a broker could take instead: bytes, first render, a long list of options. `npm run bench:widget`
 * runs it; `sizes`, `form` or `options` behind it runs that part alone. A figure over its limit ends it with an error.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWidgetAt } from "./built-widget.ts";
import { isFine, print, type Section } from "./figure.ts";
import { formSection, pathOf } from "./form-section.ts";
import { optionsSection } from "./options-section.ts";
import { buildPeerForms, type PeerForm } from "./peer-forms.ts";
import { plainList } from "./plain-list.ts";
import { servePages } from "./serve-pages.ts";
import { sizeSection } from "./size-section.ts";
import { launchBrowser } from "./slow-page.ts";
import { writePage } from "./write-page.ts";

const parts = ["sizes", "form", "options"];
const wanted = parts.filter((part) => part.includes(process.argv[2] ?? ""));
const folder = mkdtempSync(join(tmpdir(), "bench-widget-"));
const sections: Section[] = [];
try {
  const needsForms = wanted.includes("sizes") || wanted.includes("form");
  const peerForms = needsForms ? await buildPeerForms(join(folder, "forms")) : [];
  if (wanted.includes("sizes")) tell(await sizeSection({ folder, peerForms }));
  if (wanted.includes("form") || wanted.includes("options")) await measureInBrowser(peerForms);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (wanted.length === parts.length) writePage(sections);
if (!sections.every(({ figures }) => figures.every(isFine))) {
  console.error("\nOver the limit: see FAIL above.");
  process.exitCode = 1;
}

async function measureInBrowser(peerForms: readonly PeerForm[]): Promise<void> {
  const own = await buildWidgetAt("/widget");
  const plain = await buildWidgetAt("/plain", [plainList()]);
  const forms = peerForms.map((form) => [pathOf(form), form.code] as const);
  const pages = await servePages(new Map([...own.files, ...plain.files, ...forms]));
  const browser = await launchBrowser();
  try {
    const given = { browser, url: pages.url, own };
    if (wanted.includes("form")) tell(await formSection({ ...given, peerForms }));
    if (wanted.includes("options")) tell(await optionsSection({ ...given, plain }));
  } finally {
    await browser.close();
    await pages.close();
  }
}

function tell(section: Section): void {
  print(section);
  sections.push(section);
}
