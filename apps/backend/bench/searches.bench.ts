import { compressAnswer } from "../src/searches/compress-answer.ts";
import { answerSearch } from "../src/searches/search-options.ts";
import { cpuPerCall, measureApart, report } from "./measure.ts";
import { broker, dependencies, marketplaceAnswer, question, readData } from "./search-fixture.ts";

// `POST /searches`, from the marketplace's text to compressed bytes, against reading and writing that text (`perf.md` C6).

const variants = {
  floor: () => JSON.stringify(JSON.parse(marketplaceAnswer)),
  pipeline: () => compressAnswer(answer(), "br, gzip").body,
  pipelineByType: () => compressAnswer(answer("type"), "br, gzip").body,
};

const variant = process.argv[2];
if (variant && variant in variants) {
  console.log(cpuPerCall(variants[variant as keyof typeof variants]));
} else {
  const names = ["floor", "pipeline", "pipelineByType"] as const;
  const { floor, pipeline, pipelineByType } = measureApart(import.meta.filename, { variants: names });
  const unit = "x JSON.parse + JSON.stringify";
  console.log(`the floor is ${floor.toFixed(2)} ms for ${marketplaceAnswer.length} characters`);
  report({ name: "search, 300 options, CPU", measured: pipeline / floor, limit: 1.7, aim: 1.5, unit });
  report({ name: "search, 300 hits by type, CPU", measured: pipelineByType / floor, limit: 1.3, unit });
  report({ name: "search, 300 options, brotli 4", measured: compressedKilobytes(), limit: 45, unit: "kB" });
}

function answer(groupBy = question.groupBy): string {
  return answerSearch(dependencies, {
    broker,
    question: { ...question, groupBy },
    found: readData(marketplaceAnswer),
  });
}

function compressedKilobytes(): number {
  return compressAnswer(answer(), "br").body.length / 1000;
}
