import { nodeProject, sideBySide } from "@liftline/vitest-config";

export default nodeProject("schema", sideBySide);
