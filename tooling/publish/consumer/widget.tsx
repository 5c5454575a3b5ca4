import type { LiftlineSearchProps } from "@liftline/widget/react";
import { renderToStaticMarkup } from "react-dom/server";

// What a browser would note, to be seen from outside.
const defined: string[] = [];
const before = Object.keys(globalThis);
Object.assign(globalThis, { customElements: { get: () => undefined, define: (name: string) => defined.push(name) } });

const { defineLiftline } = await import("@liftline/widget");
const { LiftlineSearch } = await import("@liftline/widget/react");
const onImport = [...defined];
const names = Object.keys(globalThis).filter((name) => !before.includes(name) && name !== "customElements");
defineLiftline({ backend: "https://leads.example" });

const heard: LiftlineSearchProps = {
  embedKey: "pk_demo",
  passengers: 7,
  onSearchSubmitted: ({ detail }) => void detail.legs.map(({ from }) => from.length),
  onFailed: ({ detail }) => void (detail.code satisfies string),
};

// @ts-expect-error -- without a key there is no broker
export const withoutKey = <LiftlineSearch from="EGGW" />;
// @ts-expect-error -- a number
export const wrongValue = <LiftlineSearch embedKey="pk_demo" passengers="seven" />;
// @ts-expect-error -- no such code
export const wrongCode = <LiftlineSearch embedKey="pk_demo" onFailed={({ detail }) => detail.code === "tired"} />;

console.log(JSON.stringify({ onImport, names, defined, markup: renderToStaticMarkup(<LiftlineSearch {...heard} />) }));
