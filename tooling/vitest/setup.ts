import dns from "node:dns";
import * as fc from "fast-check";
import { guardLookup } from "./network-guard.ts";
import { seedFrom } from "./seed.ts";

guardLookup(dns);
fc.configureGlobal({ seed: seedFrom(process.env["LIFTLINE_SEED"]) });
