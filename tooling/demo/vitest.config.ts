import { nodeProject } from "@liftline/vitest-config";

// A browser walks through whole journeys here.
export default nodeProject("demo", { testTimeout: 60_000, hookTimeout: 60_000 });
