import type { Option } from "@liftline/schema";
import type { Translate } from "../messages/catalogue.ts";
import type { Formats } from "./use-formats.ts";

/** What every card of a list shares; the same object as long as nothing of it changes. */
export interface CardSurroundings {
  t: Translate;
  formats: Formats;
  backend: string;
  choose: (option: Option) => void;
}
