import { nodeProject } from "@liftline/vitest-config";

export default nodeProject("publish");
