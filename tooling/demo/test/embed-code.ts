import { fileURLToPath } from "node:url";
import { createDependencies, openDatabase, readConfig, readWidgetFiles, runCli } from "@liftline/backend";
import { demoConfig } from "../src/demo-config.ts";

/** What `liftline embed` prints for the demo's broker: `--current` or `--pinned`. Nothing is asked of the marketplace for it. */
export async function embedCode(which: "--current" | "--pinned", siteUrl: string): Promise<string> {
  const { origin, port } = new URL(siteUrl);
  const file = demoConfig({ port: Number(port), marketplaceUrl: `${origin}/api`, webhookPassword: "not used" });
  const environment = { LIFTLINE_CONFIG: "demo", LIFTLINE_SECRET: "s".repeat(43), DATABASE_URL: "file::memory:" };
  const config = readConfig({ environment, readFile: () => JSON.stringify(file) });
  const widgetFiles = readWidgetFiles(fileURLToPath(new URL("../../../apps/widget/dist", import.meta.url)));
  const said: string[] = [];
  const code = await runCli(["embed", "demo", which, "--url", origin], {
    write: (text) => void said.push(text),
    tell: (line) => void said.push(line),
    open: async () => createDependencies(config, { database: await openDatabase({ url: ":memory:" }), widgetFiles }),
  });
  if (code !== 0) throw new Error(said.join("\n"));
  return said.join("");
}
