import { createAirportIndex } from "../src/airports/airport-index.ts";
import data from "../src/airports/airports.data.json" with { type: "json" };
import { measureInProcesses, report } from "./measure.ts";

// Our own airport lookup (`perf.md` E): texts as people type them, 2 to 12 characters, top 10; best of 3 passes for each.

const { figureOf } = await measureInProcesses(import.meta.filename, {
  build: measureBuild,
  median: () => measureLookup(0.5),
  slow: () => measureLookup(0.99),
});
const build = `airport index, build of ${data.airports.length} airports`;
report({ name: build, measured: figureOf("build"), limit: 400, unit: "ms" });
report({ name: "airport index, p50 of a lookup", measured: figureOf("median"), limit: 5, unit: "µs" });
report({ name: "airport index, p99 of a lookup", measured: figureOf("slow"), limit: 100, unit: "µs" });

/** Milliseconds of CPU from nothing to the first answer. */
function measureBuild(): number {
  const start = process.cpuUsage();
  createAirportIndex().search("london", 10);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Microseconds. */
function measureLookup(quantile: number): number {
  const index = createAirportIndex();
  const texts = typedTexts();
  for (const text of texts) index.search(text, 10);
  const times = texts.map((text) => Math.min(...[1, 2, 3].map(() => timeOf(() => index.search(text, 10)))));
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length * quantile)] ?? Number.NaN;
}

function timeOf(call: () => unknown): number {
  const start = process.hrtime.bigint();
  call();
  return Number(process.hrtime.bigint() - start) / 1000;
}

/** Beginnings of cities, names and codes, and pieces from the middle of names, of airports all over the list. */
function typedTexts(): string[] {
  return data.airports
    .filter((_, index) => index % 17 === 0)
    .flatMap((line) => {
      const [, icao = "", , , name = "", city = ""] = line.split("|");
      const beginnings = [2, 3, 5, 8, 12].map((length) => city.slice(0, length));
      return [...beginnings, name.slice(0, 6), name.slice(3, 9), icao].filter((text) => text.trim().length >= 2);
    });
}
