import { nodeProject } from "@liftline/vitest-config";

export default nodeProject("backend", {
  globalSetup: "test/databases/global-setup.ts",
  // Some start processes and databases, and whoever runs them may have other work as well.
  testTimeout: 30_000,
  hookTimeout: 60_000,
});
