import { defineConfig } from "vite";

/** Scripts of demo pages that a framework draws; the site serves them below `/demo/built/`. In development mode: the page with React's own. */
export default defineConfig(({ mode }) => {
  const isDevelopment = mode === "development";
  return {
    define: { "process.env.NODE_ENV": JSON.stringify(mode) },
    oxc: { jsx: { runtime: "automatic", importSource: "react" } },
    build: {
      outDir: "../dist/pages",
      emptyOutDir: !isDevelopment,
      lib: { entry: isDevelopment ? { next: "next-site.tsx" } : { react: "react-site.tsx" }, formats: ["es"] },
      rolldownOptions: { output: { entryFileNames: "[name].js" } },
    },
  };
});
