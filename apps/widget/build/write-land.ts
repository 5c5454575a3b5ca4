// Writes `src/map/land.ts` anew: node build/write-land.ts
import { writeFileSync } from "node:fs";
import topology from "world-atlas/land-50m.json" with { type: "json" };
import { packLand } from "./pack-land.ts";

const code = `/**
 * The coasts of the world, by \`build/write-land.ts\`; \`unpack-land.ts\` reads them. Natural Earth's, in the public domain.
 */
export const land =
  ${JSON.stringify(packLand(topology))};
`;
writeFileSync(new URL("../src/map/land.ts", import.meta.url), code);
