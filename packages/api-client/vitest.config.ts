import { nodeProject, sideBySide } from "@liftline/vitest-config";

export default nodeProject("api-client", sideBySide);
