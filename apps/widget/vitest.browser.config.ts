import { browserProject } from "@liftline/vitest-config/browser";
import { leanPreact } from "./build/lean-preact.ts";

export default {
  ...browserProject("widget-browser"),
  plugins: [leanPreact()],
  // Named, or a clean clone finds them one by one, reloads in the middle of a test and fails it.
  optimizeDeps: { include: ["axe-core", "fast-check", "preact", "preact/hooks", "@liftline/schema > zod"] },
};
