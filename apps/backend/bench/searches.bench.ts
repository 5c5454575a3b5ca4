import { compressAnswer } from "../src/searches/compress-answer.ts";
import { answerSearch } from "../src/searches/search-options.ts";
import { cpuPerCall, measureInProcesses, report } from "./measure.ts";
import { broker, dependencies, marketplaceAnswer, question, readData } from "./search-fixture.ts";

// `POST /searches`, from the marketplace's text to compressed bytes, against reading and writing that text (`perf.md` C6).

const figures = {
  floor: () => cpuPerCall(() => JSON.stringify(JSON.parse(marketplaceAnswer))),
  byAircraft: () => cpuPerCall(() => compressAnswer(answer(), "br, gzip").body),
  byType: () => cpuPerCall(() => compressAnswer(answer("type"), "br, gzip").body),
};
const { figureOf, ratioOf } = await measureInProcesses(import.meta.filename, figures, 7);
const [byAircraft, byType] = [ratioOf("byAircraft", "floor"), ratioOf("byType", "floor")];
const unit = "x JSON.parse + JSON.stringify";
console.log(`the floor is ${figureOf("floor").toFixed(2)} ms for ${marketplaceAnswer.length} characters`);
report({ name: "search, 300 options, CPU", measured: byAircraft, limit: 1.7, aim: 1.5, unit });
report({ name: "search, 300 hits by type, CPU", measured: byType, limit: 1.3, unit });
report({
  name: "search, 300 options, brotli 4",
  measured: compressAnswer(answer(), "br").body.length / 1000,
  limit: 45,
  unit: "kB",
});

function answer(groupBy = question.groupBy): Uint8Array<ArrayBuffer> {
  return answerSearch(dependencies, {
    broker,
    question: { ...question, groupBy },
    found: readData(marketplaceAnswer),
  });
}
