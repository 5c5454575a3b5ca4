// For `node --import`: Node strips types from .ts files by itself but knows no JSX; the build's own compiler does.
import { readFileSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

const backend = createRequire(new URL("../../apps/backend/package.json", import.meta.url));
const { transformSync } = createRequire(backend.resolve("vite"))("rolldown/utils");

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith(".tsx")) return nextLoad(url, context);
    const path = fileURLToPath(url);
    const jsx = { runtime: "automatic", importSource: "hono/jsx" };
    const { code, errors } = transformSync(path, readFileSync(path, "utf8"), { jsx });
    if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0].message}`);
    return { format: "module", source: code, shortCircuit: true };
  },
});
