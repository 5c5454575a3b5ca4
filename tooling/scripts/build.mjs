import { fail, prepare, run } from "./toolchain.mjs";

const env = prepare();
if (!run("turbo", ["run", "build"], env)) fail("The build failed; see above.");
