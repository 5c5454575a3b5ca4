import { accentOn } from "./accent.ts";
import { searchRoom } from "./search-room.ts";

/** What lies behind everything, by day and by night; the first thing an installed app shows. */
export const surfaces = { light: "#ffffff", dark: "#15191d" } as const;

/** The style sheet of a broker's pages, served as a file: the pages allow no other styles. */
export function pageStyle(accent: string): string {
  return `${palette(accent)}
${searchRoom}${rules}`;
}

/** Colours by day and by night, those of the accent as they can be read. */
export function palette(accent: string): string {
  const [day, night] = [accentOn(accent, surfaces.light), accentOn(accent, surfaces.dark)];
  return `:root {
  color-scheme: light dark;
  --surface: light-dark(${surfaces.light}, ${surfaces.dark});
  --ground: light-dark(#f4f6f6, #0e1215);
  --text: light-dark(#1b2226, #e8ecef);
  --quiet: light-dark(#59646b, #a4afb5);
  --line: light-dark(#dde2e4, #2d353a);
  --accent: light-dark(${day.accent}, ${night.accent});
  --on-accent: light-dark(${day.onAccent}, ${night.onAccent});
  --liftline-accent: var(--accent);
  --liftline-on-accent: var(--on-accent);
}`;
}

/** What stands for the widget appears after two seconds: it is for browsers that run no script, and for scripts that do not come. */
const rules = `*, ::before, ::after { box-sizing: border-box; }
html { background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; min-height: 100dvh; display: flex; flex-direction: column; }
h1, h2, h3, p, ol, ul, dl, dd, figure { margin: 0; }
ol, ul { padding: 0; list-style: none; }
a { color: var(--accent); text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
.wrap { width: 100%; max-width: 1080px; margin: 0 auto; padding: 0 max(20px, env(safe-area-inset-right)) 0 max(20px, env(safe-area-inset-left)); }
.skip { position: absolute; inset-inline-start: 20px; top: -80px; padding: 12px 16px; background: var(--surface); z-index: 1; }
.skip:focus { top: 8px; }
.top { background: var(--surface); border-bottom: 1px solid var(--line); padding-top: env(safe-area-inset-top); }
.top .wrap { display: flex; align-items: center; justify-content: space-between; gap: 16px; min-height: 72px; }
.brand { display: flex; align-items: center; gap: 12px; min-width: 0; min-height: 44px; font-weight: 600; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
.brand img { flex: none; border-radius: 8px; display: block; }
.call { display: inline-flex; align-items: center; min-height: 44px; white-space: nowrap; font-weight: 600; font-variant-numeric: tabular-nums; text-decoration: none; }
.call:hover { text-decoration: underline; }
main { flex: 1; padding: 40px 0 64px; }
h1 { font-size: clamp(28px, 5vw, 40px); line-height: 1.15; letter-spacing: -0.015em; font-weight: 600; text-wrap: balance; max-width: 22ch; }
h2 { font-size: 20px; line-height: 1.3; font-weight: 600; }
.lead { margin-top: 12px; color: var(--quiet); font-size: 17px; max-width: 56ch; text-wrap: pretty; }
.search { margin-top: 28px; }
liftline-search { display: block; }
.fallback { animation: appear 0s 2s both; }
liftline-search:defined > .fallback { display: none; }
@keyframes appear { from { visibility: hidden; } }
.panel { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: 24px; }
.ways { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 16px; }
.button { display: inline-flex; align-items: center; min-height: 48px; padding: 8px 20px; border-radius: 8px; border: 1px solid var(--accent); font-weight: 600; text-decoration: none; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.unbroken { display: inline-block; max-width: 100%; }
section { margin-top: 56px; }
.search + .panel { margin-top: 24px; }
.steps { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr)); gap: 24px 40px; margin-top: 20px; counter-reset: step; }
.steps li { counter-increment: step; border-top: 1px solid var(--line); padding-top: 16px; }
.steps li::before { content: counter(step); display: block; font-weight: 600; color: var(--accent); font-variant-numeric: tabular-nums; }
.prose { margin-top: 12px; max-width: 68ch; white-space: pre-line; overflow-wrap: anywhere; }
.legs { margin-top: 24px; display: grid; gap: 12px; }
.leg { display: grid; grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr); align-items: start; gap: 8px 16px; }
.leg > p { grid-column: 1 / -1; }
.leg .day { font-weight: 600; }
main .note { margin-top: 12px; color: var(--quiet); font-size: 14px; }
main .leg .note { margin: 0; }
.stop { display: grid; }
.stop:last-of-type { text-align: end; }
.code { font-size: 26px; line-height: 1.2; font-weight: 600; letter-spacing: 0.02em; font-variant-numeric: tabular-nums; }
.clock { font-size: 20px; line-height: 1.3; font-variant-numeric: tabular-nums; }
.place { color: var(--quiet); font-size: 14px; overflow-wrap: anywhere; }
.way { align-self: center; width: clamp(24px, 9vw, 96px); height: 12px; color: var(--quiet); }
:dir(rtl) > .way { transform: scaleX(-1); }
.bottom { border-top: 1px solid var(--line); background: var(--surface); padding: 24px 0 max(24px, env(safe-area-inset-bottom)); font-size: 14px; color: var(--quiet); }
.bottom .wrap { display: flex; flex-wrap: wrap; gap: 4px 24px; justify-content: space-between; align-items: center; }
.bottom ul { display: flex; flex-wrap: wrap; gap: 0 20px; }
.bottom a, .bottom b { display: inline-flex; align-items: center; min-height: 44px; }
.bottom b { color: var(--text); font-weight: 600; }
@media (max-width: 479px) { .panel { padding: 20px 16px; } main { padding-top: 28px; } .ways .button { flex: 1 1 100%; justify-content: center; text-align: center; } }
@media (display-mode: standalone) { .bottom { padding-bottom: max(32px, env(safe-area-inset-bottom)); } }
@media print { .search, .call, .bottom, .skip { display: none; } html { background: none; } .panel { break-inside: avoid; } }
`;
