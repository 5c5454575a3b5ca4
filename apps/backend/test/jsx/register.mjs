// `node --import` this to run the backend from source: Node strips types, but JSX is more than types.
import { register } from "node:module";

register("./hooks.mjs", import.meta.url);
