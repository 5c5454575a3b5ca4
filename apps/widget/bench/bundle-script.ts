import { build } from "vite";

interface Bundle {
  /** Where its packages are installed. */
  root: string;
  /** The first file. */
  input: string;
}

/** One minified script, as a page would ship it: production, the widget's own browsers, no polyfills. */
export async function bundleScript({ root, input }: Bundle): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: "silent",
    define: { "process.env.NODE_ENV": '"production"', "process.env": "{}" },
    build: {
      write: false,
      target: "chrome123",
      modulePreload: false,
      rolldownOptions: { input, output: { codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !("output" in output)) throw new Error("nothing was built");
  return output.output.map((file) => (file.type === "chunk" ? file.code : "")).join("");
}
