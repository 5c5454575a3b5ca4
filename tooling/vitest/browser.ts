import { playwright } from "@vitest/browser-playwright";
import { defineProject, type UserWorkspaceConfig } from "vitest/config";
import { chromiumArguments, chromiumPath } from "./chromium.ts";

/** Tests that need a real browser: files named `*.browser.test.ts(x)`. */
export function browserProject(name: string): UserWorkspaceConfig {
  return defineProject({
    test: {
      name,
      include: ["**/*.browser.test.{ts,tsx}"],
      testTimeout: 60_000,
      expect: { poll: { timeout: 15_000 } },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { executablePath: chromiumPath(), args: chromiumArguments } }),
        instances: [{ browser: "chromium" }],
      },
    },
  });
}
