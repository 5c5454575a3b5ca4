import { lintConfig } from "@liftline/lint-config";

export default lintConfig;
