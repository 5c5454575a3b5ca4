import { defineConfig } from "vite";

export default defineConfig({
  ssr: { noExternal: true, external: ["better-sqlite3"] },
  build: { ssr: "src/main.ts", target: "node24", outDir: "dist", sourcemap: true },
});
