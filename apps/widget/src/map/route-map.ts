import type { OptionLeg } from "@liftline/schema";
import type { ComponentChildren, VNode } from "preact";
import { drawLand, drawLine } from "./draw-land.ts";
import { fitRoute } from "./fit-route.ts";
import { placeLabels } from "./place-labels.ts";
import { greatCircle, toVector, type Vector } from "./sphere.ts";

export interface RouteMap {
  /** Preact's own. It is lent: a file that takes it from another file would have the first one cut in two. */
  h: (tag: string, attributes: Readonly<Record<string, string | number>>, ...children: ComponentChildren[]) => VNode;
  /** A leg with an airport that nobody can place is left out. */
  legs: readonly OptionLeg[];
  /** What is said to who does not see it, before the names of the places. */
  title: string;
  language: string;
  /** CSS pixels that it is drawn for; where there are more or fewer, it is scaled. */
  width: number;
}

/** The legs as great circles over quiet land, in the page's colours and never mirrored. */
export function drawMap({ h, legs, title, language, ...drawn }: RouteMap): VNode {
  const width = Math.max(drawn.width, 240);
  const height = Math.min(Math.max(width * 0.6, 200), 400);
  const { airports, ways } = placesOf(legs);
  const chart = fitRoute(ways.flat(), { width, height });
  const spotOf = (place: Vector) => chart.toPixels(chart.flatten(place));
  const lines = ways.map((way) => way.map(spotOf));
  const dots = [...airports].map(([text, place]) => ({ text, dot: spotOf(place) }));
  const labels = placeLabels(dots, { width, height, lines: lines.flat() });
  const names = legs.map(({ from, to }) => `${from.city || from.name} – ${to.city || to.name}`);
  const drawing = {
    role: "img",
    part: "map",
    "aria-label": `${title}: ${new Intl.ListFormat(language).format(names)}`,
    viewBox: `0 0 ${width} ${height}`,
    width: "100%",
    display: "block",
    direction: "ltr",
    "clip-path": "inset(0 round var(--radius))",
    "stroke-linejoin": "round",
  };
  const halo = { stroke: "var(--surface)", "stroke-width": 3, "paint-order": "stroke" };
  const codes = { ...halo, fill: "var(--text)", "font-size": 12, "font-weight": 600, "text-anchor": "middle" };
  return h(
    "svg",
    drawing,
    h("path", { d: `M0 0H${width}V${height}H0z`, fill: "var(--tint)" }),
    h("path", { d: drawLand(chart), fill: "var(--line)", "fill-rule": "evenodd" }),
    h("path", { d: lines.map(drawLine).join(""), fill: "none", stroke: "var(--accent)", "stroke-width": 2 }),
    h("g", { ...halo, fill: "var(--accent)" }, ...dots.map(({ dot: [cx, cy] }) => h("circle", { cx, cy, r: 4 }))),
    h("g", codes, ...labels.map(({ text, at: [x, y] }) => h("text", { x, y: y + 4 }, text))),
  );
}

/** Every airport once, and the way of every leg. */
function placesOf(legs: readonly OptionLeg[]): { airports: Map<string, Vector>; ways: Vector[][] } {
  const airports = new Map<string, Vector>();
  const ways: Vector[][] = [];
  for (const { from, to } of legs) {
    if (!from.position || !to.position) continue;
    airports.set(from.code, toVector(from.position)).set(to.code, toVector(to.position));
    ways.push(greatCircle(from.position, to.position));
  }
  return { airports, ways };
}
