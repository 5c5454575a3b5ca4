/** Of a trace of Chromium: the fields that are read. Times are microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Of those the processor's, without what others took of it. */
  tdur?: number;
}

/** Milliseconds of the page's main thread between two marks. */
export interface ThreadTime {
  /** Compiling modules and running them, but not what they put off. */
  script: number;
  /** The processor's, everything included: the same whatever else the machine has to do. */
  cpu: number;
}

export const marks = { start: "bench-start", end: "bench-end" };
export const categories = ["devtools.timeline", "v8", "toplevel", "blink.user_timing"];

const modules = new Set(["v8.compileModule", "v8.evaluateModule"]);

export function readTrace(trace: Buffer): ThreadTime {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const start = markOf(traceEvents, marks.start);
  const end = markOf(traceEvents, marks.end);
  const between = traceEvents.filter(
    ({ ph, pid, tid, ts }) => ph === "X" && pid === start.pid && tid === start.tid && ts < end.ts,
  );
  const sum = (events: TraceEvent[]) => events.reduce((total, { tdur = 0 }) => total + tdur, 0) / 1000;
  // The task of the start counts as a whole: it is the one that puts the script into the page.
  const tasks = between.filter(({ name, ts, dur = 0 }) => name.endsWith("::RunTask") && ts + dur > start.ts);
  return { script: sum(between.filter(({ name, ts }) => modules.has(name) && ts > start.ts)), cpu: sum(tasks) };
}

function markOf(events: readonly TraceEvent[], name: string): TraceEvent {
  const found = events.find((event) => event.name === name);
  if (!found) throw new Error(`the trace has no ${name}`);
  return found;
}
