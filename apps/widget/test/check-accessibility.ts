import axe from "axe-core";

/** What axe finds wrong inside, as `rule: element`; empty where nothing is. */
export async function faultsFoundByAxe(root: ShadowRoot): Promise<string[]> {
  const { violations } = await axe.run(root.host, {
    runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    // Rules about whole pages: the page around belongs to the broker.
    rules: {
      region: { enabled: false },
      "landmark-one-main": { enabled: false },
      "page-has-heading-one": { enabled: false },
    },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
