import { cpSync, existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const widgetFiles = fileURLToPath(new URL("../widget/dist", import.meta.url));
const target = fileURLToPath(new URL("dist/widget", import.meta.url));

export default defineConfig({
  // Everything is inside but the database driver, whose native code cannot be, and the tool of another host.
  ssr: { target: "node", noExternal: true, external: ["better-sqlite3", "wrangler"] },
  build: {
    ssr: true,
    target: "node24",
    sourcemap: true,
    rolldownOptions: {
      input: { main: "src/main.ts", cli: "src/cli.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
  plugins: [copyWidget()],
});

/** The backend serves the widget from beside itself. The widget is built before: it is a dependency in package.json. */
function copyWidget(): Plugin {
  return {
    name: "copy-widget",
    closeBundle() {
      if (existsSync(widgetFiles)) cpSync(widgetFiles, target, { recursive: true });
      else this.warn("apps/widget/dist is missing: this backend serves no widget");
    },
  };
}
