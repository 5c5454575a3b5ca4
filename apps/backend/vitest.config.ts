import { nodeProject, sideBySide } from "@liftline/vitest-config";

export default nodeProject("backend", {
  ...sideBySide,
  globalSetup: "test/databases/global-setup.ts",
});
