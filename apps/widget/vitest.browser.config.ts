import { browserProject } from "@liftline/vitest-config/browser";

export default browserProject("widget-browser");
