import { describe, expect, test } from "vitest";
import { createLog } from "./log.ts";

function logAt(level: Parameters<typeof createLog>[0]["level"]) {
  const lines: string[] = [];
  const clock = { now: () => Date.parse("2026-12-01T10:00:00Z") };
  return { lines, log: createLog({ level, clock, write: (line) => lines.push(line) }) };
}

describe("the log", () => {
  test("is one JSON object a line, which no value can break", () => {
    const { lines, log } = logAt("info");
    log.info("lead.stored", { reference: 'a"\n{"event":"forged"}\r\u2028' });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n]/);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      time: "2026-12-01T10:00:00.000Z",
      level: "info",
      event: "lead.stored",
    });
  });

  test("leaves out what is below its level", () => {
    const { lines, log } = logAt("warn");
    log.info("a.b");
    log.warn("c.d");
    log.error("e.f");
    expect(lines.map((line) => JSON.parse(line).event)).toEqual(["c.d", "e.f"]);
    expect(logAt("silent").lines).toEqual([]);
  });
});
