import { defineConfig } from "oxlint";
import { directions } from "./directions.ts";

const tests = ["**/*.test.{ts,tsx}", "**/test/**", "**/bench/**", "**/scripts/**", "**/examples/**", "tooling/**"];

/** A test may look at an answer without proving its type first: a wrong one fails all the same. */
const inTests = {
  "import/no-unassigned-import": "off",
  "no-sparse-arrays": "off",
  "typescript/no-base-to-string": "off",
  "typescript/no-unsafe-type-assertion": "off",
  "typescript/require-array-sort-compare": "off",
  "typescript/restrict-template-expressions": "off",
} as const;

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
    "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    "unicorn/no-useless-spread": "off",
    "import/no-named-as-default-member": "off",
    "promise/always-return": "off",
    "typescript/consistent-return": "off",
    "typescript/no-extraneous-class": "off",
    // Collaborators are objects of functions, made by functions: they have no `this` to lose.
    "typescript/unbound-method": "off",
    "unicorn/consistent-function-scoping": "off",
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
    { files: tests, rules: { ...inTests, "node/no-process-env": "off", "no-console": "off" } },
    // A type guard would be downloaded by every visitor.
    { files: ["apps/widget/src/**"], rules: { "typescript/no-unsafe-type-assertion": "off" } },
    { files: ["apps/widget/src/search-widget.tsx", "apps/widget/size.mjs"], rules: { "no-console": "off" } },
  ],
});
