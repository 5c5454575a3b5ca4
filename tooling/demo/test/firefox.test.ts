import { firefox } from "./engines/firefox.ts";
import { walkJourneys } from "./engines/walk-journeys.ts";

walkJourneys(firefox);
