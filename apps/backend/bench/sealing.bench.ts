import { measureApart, report } from "./measure.ts";
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

const cpu = measureApart(import.meta.filename, {
  floor: () => readData(marketplaceAnswer),
  seal: () => dependencies.sealing.sealOptions(broker, search, options),
});
console.log(`the floor is ${cpu("floor").toFixed(2)} ms for ${marketplaceAnswer.length} characters`);
report({ name: "sealing 300 options, CPU", measured: cpu("seal") / cpu("floor"), limit: 0.5, unit: "x JSON.parse" });
