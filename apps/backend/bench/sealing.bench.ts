import { cpuPerCall, measureInProcesses, report } from "./measure.ts";
import { broker, dependencies, marketplaceAnswer, question, readData } from "./search-fixture.ts";

// What 300 seals cost, against parsing the marketplace's answer (`perf.md` C2).

const search = dependencies.sealing.sealSearch(broker, {
  searchId: "asearch-23456789",
  expiresAt: "2026-12-01T10:30:00Z",
  ...question,
});
/** As long as the public fields of an option are, with one leg. */
const publicFields = JSON.stringify({ text: "x".repeat(900) });
const options = Array.from({ length: 300 }, (_, index) => ({
  hitId: `asearchhit-92230${String(index).padStart(4, "0")}`,
  price: null,
  publicFields,
}));

const { figureOf, ratioOf } = await measureInProcesses(import.meta.filename, {
  floor: () => cpuPerCall(() => readData(marketplaceAnswer)),
  seal: () => cpuPerCall(() => dependencies.sealing.sealOptions(broker, search, options)),
});
console.log(`the floor is ${figureOf("floor").toFixed(2)} ms for ${marketplaceAnswer.length} characters`);
const unit = "x JSON.parse";
report({ name: "sealing 300 options, CPU", measured: ratioOf("seal", "floor"), limit: 0.5, unit });
