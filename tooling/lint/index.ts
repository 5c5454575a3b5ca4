import { defineConfig } from "oxlint";
import { directions } from "./directions.ts";

const tests = ["**/*.test.{ts,tsx}", "**/test/**", "**/bench/**", "**/scripts/**", "tooling/**"];

/** One lint configuration for the whole repository; rules about where code lives are in `directions.ts`. */
export const lintConfig = defineConfig({
  plugins: ["typescript", "unicorn", "oxc", "import", "node", "promise"],
  categories: { correctness: "error", suspicious: "error" },
  ignorePatterns: ["**/dist/**", "**/node_modules/**"],
  rules: {
    "import/no-cycle": "error",
    "import/no-default-export": "error",
    "max-lines": ["error", { max: 300, skipBlankLines: false, skipComments: false }],
    "node/no-process-env": "error",
    "typescript/no-explicit-any": "error",
    "typescript/consistent-type-imports": "error",
    "no-console": "error",
    "no-shadow": "off",
    "unicorn/no-array-sort": "off",
    "unicorn/no-array-reverse": "off",
  },
  overrides: [
    ...directions,
    {
      files: ["**/*.config.ts", "oxlint.config.ts"],
      rules: { "import/no-default-export": "off", "node/no-process-env": "off" },
    },
    { files: ["apps/backend/src/config.ts"], rules: { "node/no-process-env": "off" } },
    { files: ["**/*.data.ts", "**/messages/**", "**/*.test.{ts,tsx}"], rules: { "max-lines": "off" } },
    { files: tests, rules: { "node/no-process-env": "off", "no-console": "off" } },
  ],
});
