import { browserProject } from "@liftline/vitest-config/browser";
import { leanPreact } from "./build/lean-preact.ts";

export default { ...browserProject("widget-browser"), plugins: [leanPreact()] };
