// What a visitor downloads, gzip -9. A limit that is passed fails the build (design: loader 1 kB, search 18 kB, aim 16; whole 30 kB, aim 24;
// each further language 2.2 kB; the map, which is loaded for who asks to see it and counts for nobody else, 12 kB).
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const limits = { loader: 1_000, search: 16_000, whole: 30_000, map: 12_000 };
const languageLimit = 2_200;
const dist = join(dirname(fileURLToPath(import.meta.url)), "dist");
const languages = /^(ar|de|en-us|es|fr|he|it|nl|pt-br|ru|zh)-/;
const languageNames = 11;

const imported = /\b(?:import|from)\s*["'`]([^"'`]+\.js)["'`]/g;
const named = /["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g;
const loader = reach(["v1/liftline.js"], imported);
const [first = ""] = /(?<=import\(.)[^"'`]+\.js/.exec(readFileSync(join(dist, "v1/liftline.js"), "utf8")) ?? [];
const search = reach(["v1/liftline.js", join("v1", first)], imported);
const all = reach([...search], named);
const map = [...all].filter((file) => /\/route-map-/.test(file));
const whole = new Set([...all].filter((file) => !map.includes(file)));
if (map.length !== 1) throw new Error("The map is one file of its own.");
for (const file of reach([...whole], imported)) if (map.includes(file)) throw new Error("The map comes unasked.");
const isLanguage = (file) => languages.test(file.split("/").at(-1));
const figures = {
  loader: total([...loader]),
  search: total([...search]),
  whole: total([...whole].filter((file) => !isLanguage(file))),
  map: total(map),
};

const each = [...whole].filter(isLanguage).map((file) => [file, total([file])]);

for (const [name, bytes] of Object.entries(figures)) print(name, bytes, limits[name]);
for (const [file, bytes] of each) print(file, bytes, languageLimit);
if (each.length !== languageNames) throw new Error(`There are ${each.length} languages besides the bundled one.`);
const heavy = Object.entries(figures).some(([name, bytes]) => bytes > limits[name]);
if (heavy || each.some(([, bytes]) => bytes > languageLimit)) {
  console.error("The widget is heavier than it may be.");
  process.exitCode = 1;
}

/** The files themselves and all that they import, by the given way of importing. */
function reach(files, pattern) {
  const found = new Set();
  const queue = [...files];
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const text = readFileSync(join(dist, file), "utf8");
    for (const [, path] of text.matchAll(pattern)) queue.push(join(dirname(file), path));
  }
  return found;
}

function total(files) {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
}

function print(name, bytes, limit) {
  const kilobytes = (value) => `${(value / 1000).toFixed(2)} kB`;
  console.log(`widget ${name}: ${kilobytes(bytes)} gzip${limit ? ` of ${kilobytes(limit)}` : ""}`);
}
