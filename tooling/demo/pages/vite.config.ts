import { defineConfig } from "vite";

/** Scripts of demo pages that a framework draws; the site serves them below `/demo/built/`. */
export default defineConfig({
  define: { "process.env.NODE_ENV": '"production"' },
  oxc: { jsx: { runtime: "automatic", importSource: "react" } },
  build: {
    outDir: "../dist/pages",
    emptyOutDir: true,
    lib: { entry: { react: "react-site.tsx" }, formats: ["es"] },
    rolldownOptions: { output: { entryFileNames: "[name].js" } },
  },
});
