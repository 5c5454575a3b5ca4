import type { BuiltWidget } from "./built-widget.ts";
import { type Figure, type Section, table } from "./figure.ts";
import { measureOptions, type OptionsFigures } from "./measure-options.ts";
import type { SlowBrowser } from "./slow-page.ts";
import { median, medianRatio, mediansOf } from "./statistics.ts";

interface Lists {
  browser: SlowBrowser;
  url: string;
  own: BuiltWidget;
  /** All at once, see `plainList`. */
  plain: BuiltWidget;
}

const turns = 5;
const viewports = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];
const limits = { painted: 220, choose: 60, sort: 150, chooseOfAll: 60, sortOfAll: 150, frames: 50 };
const names: Record<keyof OptionsFigures, string> = {
  painted: "answer to painted",
  choose: "choose to painted",
  sort: "another order to painted",
  chooseOfAll: "choose to painted, all scrolled through",
  sortOfAll: "another order to painted, all scrolled through",
  frames: "longest frame of a scroll",
};

/** Three hundred options, ours and the same cards drawn without thinking, turn by turn. */
export async function optionsSection(lists: Lists): Promise<Section> {
  const figures: Figure[] = [];
  const rows: string[][] = [];
  for (const viewport of viewports) {
    const { own, plain } = await takeTurns(lists, viewport);
    const size = `${viewport.width}x${viewport.height}`;
    for (const field of ["painted", "choose", "sort", "chooseOfAll", "sortOfAll"] as const) {
      const [ours, theirs] = [own, plain].map((each) => each.map((run) => run[field]));
      if (!ours || !theirs) continue;
      const [measured, ratio] = [median(ours), medianRatio(ours, theirs)];
      figures.push({ name: `${names[field]}, ${size}`, measured, limit: limits[field], unit: "ms" });
      if (field === "painted")
        figures.push({ name: `to all at once, ${size}`, measured: ratio, limit: 0.4, unit: "x" });
      rows.push([
        size,
        names[field],
        `${measured.toFixed(0)} ms`,
        `${median(theirs).toFixed(0)} ms`,
        `${ratio.toFixed(2)} x`,
      ]);
    }
    const scrolls = own.map(({ frames }) => frames);
    const measured = Math.max(...mediansOf(scrolls));
    const byChance = median(scrolls.map((frames) => Math.max(...frames)));
    figures.push({ name: `${names.frames}, ${size}`, measured, limit: limits.frames, unit: "ms" });
    rows.push([size, names.frames, `${measured.toFixed(0)} ms`, "–", "–"]);
    rows.push([size, "longest frame of one scroll", `${byChance.toFixed(0)} ms`, "–", "–"]);
  }
  return {
    title: "Three hundred options",
    figures,
    words: `${table(["viewport", "", "ours", "all at once", "ours to that"], rows)}

Medians of ${turns} turns. Ours is painted with its first four cards, which is more than the window shows; then one more comes in each
frame, while the window is near the end. *All scrolled through*: all 300 are there; an order chosen then begins with four again. The
scroll is one of 200 px a frame, from the first option to the last. Each screenful has its longest frame, in the median of the turns; the limit is for the longest of those: what is late at the same place in most turns. The longest of one scroll alone, in
the median turn, is what else the machine does among some 400 frames, and has no limit. *All at once* is our own card in a build of its
own: all 300 in the first drawing, nothing contained, every card drawn anew for each change.`,
  };
}

async function takeTurns({ browser, url, own, plain }: Lists, viewport: { width: number; height: number }) {
  const taken: Record<"own" | "plain", OptionsFigures[]> = { own: [], plain: [] };
  for (let turn = 0; turn < turns; turn += 1) {
    taken.own.push(await measureOptions(browser, { ...own, cards: 4 }, { url, viewport, scrolls: true }));
    taken.plain.push(await measureOptions(browser, { ...plain, cards: 300 }, { url, viewport, scrolls: false }));
  }
  return taken;
}
