/** What each payload would call if it ran. */
export const bait = "liftlinePayloadRan";

const call = `${bait}()`;

const scripts = [
  `<script>${call}</script>`,
  `<script src="data:text/javascript,${call}"></script>`,
  `<img src=x onerror=${call}>`,
  `<img src="x" onerror="${call}"/>`,
  `<svg onload=${call}>`,
  `<svg><script>${call}</script></svg>`,
  `<svg><animate onbegin=${call} attributeName=x dur=1s>`,
  `<svg><a href="javascript:${call}"><text y=20>click</text></a></svg>`,
  `<iframe src="javascript:${call}"></iframe>`,
  `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  `<object data="javascript:${call}"></object>`,
  `<embed src="javascript:${call}">`,
  `<a href="javascript:${call}">a</a>`,
  `<a href="java&#9;script:${call}">a</a>`,
  `<body onload=${call}>`,
  `<input autofocus onfocus=${call}>`,
  `<details open ontoggle=${call}>`,
  `<video><source onerror=${call}></video>`,
  `<audio src=x onerror=${call}>`,
  `<marquee onstart=${call}>`,
  `<form action="javascript:${call}"><button>b</button></form>`,
  `<button formaction="javascript:${call}">b</button>`,
  `<math><mtext><style><img src=x onerror=${call}></style></mtext></math>`,
  `<style>@import "data:text/css,*{background:url(javascript:${call})}"</style>`,
  `<link rel=stylesheet href="data:text/css,*{display:none}" onload=${call}>`,
  `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  `<base href="javascript:${call}//">`,
  `<template><img src=x onerror=${call}></template>`,
  `<slot onslotchange=${call}></slot>`,
  `<div style="animation-name:pulse" onanimationstart=${call}>`,
  `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
  `javascript:${call}`,
  `data:text/html,<script>${call}</script>`,
  `vbscript:${call}`,
  `{{constructor.constructor('${call}')()}}`,
  `\${${call}}`,
  `');${call};//`,
  `&lt;img src=x onerror=${call}&gt;`,
  `%3Cimg%20src%3Dx%20onerror%3D${call}%3E`,
  `\u202E<img src=x onerror=${call}>\u202C`,
] as const;

/** Ways out of what surrounds a text. */
const ways = [
  (script: string) => script,
  (script: string) => `">${script}`,
  (script: string) => `'>${script}`,
  (script: string) => `\`>${script}`,
  (script: string) => `</script>${script}`,
  (script: string) => `</style></textarea></title>${script}`,
  (script: string) => `--><!--${script}`,
  (script: string) => `]]>${script}`,
  (script: string) => script.replace(/<(\w)/g, "<\u0000$1"),
  (script: string) => script.replace(/\bon|script|img|svg/gi, (word) => word.toUpperCase()),
] as const;

/** 400 texts that a page which treats text as markup would run. */
export const payloads: readonly string[] = scripts.flatMap((script) => ways.map((way) => way(script)));
