import { become, fail, prepare, run } from "./toolchain.mjs";

const env = prepare();
console.log("Building …");
if (!run("turbo", ["run", "build", "--filter=@liftline/demo...", "--output-logs=errors-only"], env))
  fail("The build failed; see above.");
become("node", ["tooling/demo/dist/main.js"], env);
