import { walkJourneys } from "./engines/walk-journeys.ts";
import { webkit } from "./engines/webkit.ts";

walkJourneys(webkit);
