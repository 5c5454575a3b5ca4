import type { Option } from "@liftline/schema";
import { categoryName } from "../messages/category-name.ts";
import type { Translate } from "../messages/catalogue.ts";

/** What an option is called: its type, or its category where it stands for a whole one. */
export function optionName(t: Translate, option: Option): string {
  return option.type ?? categoryName(t, option.category);
}
