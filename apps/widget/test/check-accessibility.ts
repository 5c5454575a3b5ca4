import axe from "axe-core";
import { axeRules } from "./axe-rules.ts";

/** What axe finds wrong inside, as `rule: element`; empty where nothing is. */
export async function faultsFoundByAxe(root: ShadowRoot): Promise<string[]> {
  const { violations } = await axe.run(root.host, axeRules);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
