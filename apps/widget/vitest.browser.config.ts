import { browserProject } from "@liftline/vitest-config/browser";
import { leanPreact } from "./build/lean-preact.ts";

export default {
  ...browserProject("widget-browser"),
  plugins: [leanPreact({ published: process.env["LIFTLINE_PREACT"] === "published" })],
  // What Vite finds out while tests run it bundles anew and reloads the page: with two Preacts in it, no hook works.
  optimizeDeps: {
    include: ["axe-core", "fast-check", "@liftline/schema > zod"],
    exclude: ["preact"],
    noDiscovery: true,
  },
};
