import type { CDPSession } from "playwright-core";

export interface Memory {
  nodes: number;
  listeners: number;
  /** Bytes. */
  heap: number;
}

/** What a page of Chromium still holds once everything that it could let go is gone. */
export async function memoryOf(session: CDPSession): Promise<Memory> {
  // Twice: what the first collection lets go may hold more.
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return { nodes, listeners: jsEventListeners, heap: usedSize };
}
