import { nodeProject } from "./index.ts";

export default nodeProject("vitest-config");
