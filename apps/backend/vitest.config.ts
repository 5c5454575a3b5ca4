import { nodeProject } from "@liftline/vitest-config";

export default nodeProject("backend", {
  globalSetup: "test/databases/global-setup.ts",
});
