// Writes what the schemas' docstrings say for the reference (`/openapi.json`, `/docs`). Run it after changing one; a test
// fails until you do.
import { writeFileSync } from "node:fs";
import { describedShapes } from "../src/reference/shapes.ts";
import { readSchemaSources } from "./read-schema-sources.ts";
import { readWords } from "./read-words.ts";

const target = new URL("../src/reference/words.data.json", import.meta.url);
writeFileSync(target, `${JSON.stringify(readWords(readSchemaSources(), describedShapes), null, 2)}\n`);
