import dns from "node:dns";
import { guardLookup } from "./network-guard.ts";

guardLookup(dns);
