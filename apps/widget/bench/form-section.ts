import type { BuiltWidget } from "./built-widget.ts";
import { type Section, table } from "./figure.ts";
import { measureForm, traceForm, type FormVariant } from "./measure-form.ts";
import type { PeerForm } from "./peer-forms.ts";
import type { SlowBrowser } from "./slow-page.ts";
import { median, medianRatio } from "./statistics.ts";
import type { ThreadTime } from "./thread-time.ts";

interface Forms {
  browser: SlowBrowser;
  url: string;
  own: BuiltWidget;
  peerForms: readonly PeerForm[];
}

/** In milliseconds, one of each turn. */
type FormFigures = Record<"painted" | keyof ThreadTime, number[]>;

const turns = 9;
/** Processor time hardly differs from turn to turn. */
const traces = 3;

/** Where a peer's script is on the server. */
export function pathOf({ name }: PeerForm): string {
  return `/forms/${name}.js`;
}

/** The first render of the form: ours and the others', one after the other, turn by turn. */
export async function formSection({ browser, url, own, peerForms }: Forms): Promise<Section> {
  const ours: FormVariant = {
    ...{ name: "Liftline", cached: [], loaded: own.cached, script: own.script, button: "[part=submit]" },
    body: `<liftline-search embed-key="pk_demo" backend="${url}"></liftline-search>`,
  };
  const again: FormVariant = { ...ours, name: "Liftline, on a later page", cached: own.cached, loaded: [] };
  const others = peerForms.map((form): FormVariant => {
    const script = pathOf(form);
    return {
      ...{ name: form.label, cached: [], loaded: [script], script },
      ...{ body: '<div id="form"></div>', button: "#form [type=submit]" },
    };
  });
  const variants = [again, ours, ...others];
  const taken = new Map<FormVariant, FormFigures>(
    variants.map((variant) => [variant, { painted: [], script: [], cpu: [] }]),
  );
  for (let turn = 0; turn < turns; turn += 1)
    for (const [variant, figures] of taken) {
      figures.painted.push(await measureForm(browser, url, variant));
      if (turn >= traces) continue;
      const { script, cpu } = await traceForm(browser, url, variant);
      figures.script.push(script);
      figures.cpu.push(cpu);
    }

  const of = (variant: FormVariant, field: keyof FormFigures) => taken.get(variant)?.[field] ?? [];
  const ratioTo = (other: FormVariant | undefined) =>
    medianRatio(of(ours, "painted"), other ? of(other, "painted") : []);
  const [aria] = others;
  const rows = variants.map((variant) => [
    variant.name,
    variant.loaded.length > 0 ? "loaded" : "in the cache",
    ...(["script", "cpu", "painted"] as const).map((field) => `${median(of(variant, field)).toFixed(0)} ms`),
    variant === ours ? "1" : `${(1 / ratioTo(variant)).toFixed(1)} x ours`,
  ]);
  return {
    title: "First render of the form",
    figures: [
      { name: "form painted, scripts loaded", measured: median(of(ours, "painted")), limit: 170, unit: "ms" },
      { name: "form painted, to the React Aria form", measured: ratioTo(aria), limit: 0.15, unit: "x" },
      { name: "modules compiled and run", measured: median(of(again, "script")), limit: 35, unit: "ms" },
    ],
    words: `${table(["form", "scripts", "modules compiled and run", "main thread, processor time", "painted", "painted"], rows)}

Medians of ${turns} turns, of ${traces} for the main thread, each with a fresh browser profile that has had time to settle. The clock
starts when the script tag and its element enter an empty page and stops behind the frame that shows the whole form. Ours is the
loader, its wait for the element to come near the viewport, and the form's file; the others are one file each, with one language,
and have the fields, buttons and signs that ours shows at first. Side by side, and for the limit, all scripts are loaded: what
the page has got, and has not run. On a later page ours comes from the browser's cache, and what fetching costs counts too.`,
  };
}
