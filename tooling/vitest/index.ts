import { fileURLToPath } from "node:url";
import { defineProject, type UserWorkspaceConfig } from "vitest/config";

/** Tests that run in Node. The network guard is always on: no test may resolve the marketplace's hosts (R15). */
export function nodeProject(name: string, overrides: UserWorkspaceConfig["test"] = {}): UserWorkspaceConfig {
  return defineProject({
    test: {
      name,
      include: ["**/*.test.ts"],
      exclude: ["**/node_modules/**", "**/dist/**", "**/*.browser.test.*"],
      // Some start processes, databases and browsers, and whoever runs them may have other work as well.
      testTimeout: 30_000,
      hookTimeout: 60_000,
      setupFiles: [fileURLToPath(new URL("setup.ts", import.meta.url))],
      ...overrides,
    },
  });
}

/**
 * For tests that drive no browser: none of them needs the processor that Vitest leaves free. They are a group of their own
 * because Vitest runs another number of workers by itself.
 */
export const sideBySide: UserWorkspaceConfig["test"] = { maxWorkers: "100%", sequence: { groupOrder: 1 } };
