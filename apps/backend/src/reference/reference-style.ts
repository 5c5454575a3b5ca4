import { palette } from "../pages/page-style.ts";

/** The style sheet of `/docs`, served as a file: the page allows no other styles. */
export function referenceStyle(): string {
  return `${palette("#14507a")}\n${rules}`;
}

const rules = `*, ::before, ::after { box-sizing: border-box; }
html { background: var(--surface); color: var(--text); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; -webkit-text-size-adjust: 100%; scroll-padding-top: 24px; }
body { margin: 0; }
h1, h2, h3, h4, p, ul, dl, dd, pre { margin: 0; }
ul { padding: 0; list-style: none; }
a { color: var(--accent); text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
code, pre { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono", monospace; font-size: 0.875em; font-variant-ligatures: none; }
p code { white-space: nowrap; }
.type code { white-space: normal; overflow-wrap: anywhere; }
.skip { position: absolute; left: 20px; top: -80px; padding: 12px 16px; background: var(--surface); z-index: 1; }
.skip:focus { top: 8px; }
.wrap { max-width: 1120px; margin: 0 auto; padding: 0 20px; }
h1 { font-size: 32px; line-height: 1.15; letter-spacing: -0.015em; font-weight: 600; }
h2 { font-size: 24px; line-height: 1.25; letter-spacing: -0.01em; font-weight: 600; }
h3 { font-size: 18px; line-height: 1.4; font-weight: 600; }
h3 code { font-size: 1em; }
h4 { margin-top: 28px; font-size: 14px; line-height: 20px; font-weight: 600; color: var(--quiet); }
main { padding: 40px 0 80px; }
.intro p { margin-top: 16px; max-width: 68ch; text-wrap: pretty; }
.contents { padding-top: 8px; border-bottom: 1px solid var(--line); }
.contents ul { display: flex; flex-wrap: wrap; column-gap: 24px; }
.contents li li { display: none; }
.contents a { display: flex; align-items: center; min-height: 44px; text-decoration: none; }
.contents a:hover { text-decoration: underline; }
.room { margin-top: 72px; }
.entry { margin-top: 40px; padding-top: 32px; border-top: 1px solid var(--line); }
h2 + .entry { margin-top: 24px; padding-top: 0; border: 0; }
.method { color: var(--accent); }
h3 a { color: inherit; text-decoration: none; }
h3 a:hover { text-decoration: underline; }
.summary { margin-top: 4px; }
.entry > p:not(.summary) { margin-top: 8px; max-width: 68ch; color: var(--quiet); text-wrap: pretty; }
.fields { margin-top: 4px; }
.fields > div { padding: 12px 0; border-bottom: 1px solid var(--line); }
.fields > div:last-child { border-bottom: 0; }
.fields dt { overflow-wrap: anywhere; }
.fields dt code { font-weight: 600; }
.fields p { max-width: 60ch; text-wrap: pretty; }
.type { color: var(--quiet); font-size: 14px; line-height: 20px; overflow-wrap: anywhere; }
.type b { color: var(--text); font-weight: 600; }
p > span.type { margin-left: 4px; }
.type + p { margin-top: 4px; }
pre { margin-top: 12px; padding: 16px; border-radius: 8px; background: var(--ground); line-height: 1.6; overflow-x: auto; tab-size: 2; }
@media (min-width: 640px) {
  .fields > div { display: grid; grid-template-columns: 200px minmax(0, 1fr); gap: 24px; align-items: baseline; }
}
@media (min-width: 960px) {
  .wrap { padding: 0 32px; }
  .columns { display: grid; grid-template-columns: 248px minmax(0, 1fr); gap: 64px; align-items: start; }
  .contents { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; border: 0; padding: 44px 0 24px; font-size: 14px; line-height: 20px; }
  .contents ul { display: block; }
  .contents li li { display: block; }
  .contents > ul > li + li { margin-top: 16px; }
  .contents a { min-height: 28px; }
  .contents > ul > li > a { font-weight: 600; color: var(--text); }
  .contents code { font-size: 13px; white-space: nowrap; }
}
@media print { .contents, .skip { display: none; } .entry { break-inside: avoid; } pre { white-space: pre-wrap; } }
`;
