/**
 * Runs in the page: what a visitor, or a screen reader, finds there by its role and name, through shadow roots. Null where
 * it is not there or not to be seen. `still` leaves the page where it is; otherwise it is scrolled there.
 */
export function look({ role, name, nth = 0, still = false }) {
  const found = deep(document).filter((each) => roleOf(each) === role && isNamed(each) && each.checkVisibility());
  const seen = found[nth];
  if (!seen) return null;
  if (!still) seen.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = seen.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const text = seen.getAttribute("aria-label") ?? textOf(seen);
  const focused = active() === seen;
  const described = pointedAt(seen, "aria-describedby").map(textOf).join(" ");
  const { value = "", href = "" } = seen;
  return { x, y, text, value, href, described, focused, count: found.length, free: isFree(seen, x, y) };

  function deep(root) {
    return [...root.querySelectorAll("*")].flatMap((each) =>
      each.shadowRoot ? [each, ...deep(each.shadowRoot)] : [each],
    );
  }

  function roleOf(each) {
    const said = each.getAttribute("role");
    if (said) return said;
    const roles = {
      ...{ A: "link", ARTICLE: "article", BUTTON: "button" },
      ...{ OPTION: "option", OUTPUT: "status", SELECT: "combobox" },
    };
    if (each.tagName === "INPUT" || each.tagName === "TEXTAREA")
      return each.type === "checkbox" || each.type === "radio" || each.type === "date" ? each.type : "field";
    return /^H\d$/.test(each.tagName) ? "heading" : roles[each.tagName];
  }

  function isNamed(each) {
    const by = pointedAt(each, "aria-labelledby");
    const labels = by.length > 0 ? by : [...(each.labels ?? [])];
    const said = labels.length > 0 ? labels.map(textOf).join(" ") : (each.getAttribute("aria-label") ?? textOf(each));
    return name === undefined || (name.endsWith("…") ? said.startsWith(name.slice(0, -1)) : said === name);
  }

  /** What an attribute names by ids. */
  function pointedAt(each, attribute) {
    const ids = each.getAttribute(attribute)?.split(" ") ?? [];
    return ids.map((id) => each.getRootNode().getElementById(id));
  }

  /** What is read out: without what is for the eye alone. */
  function textOf(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/\s+/g, " ");
    if (node.getAttribute?.("aria-hidden") === "true") return "";
    return [...node.childNodes].map(textOf).join("").trim();
  }

  function active() {
    let each = document.activeElement;
    while (each?.shadowRoot?.activeElement) each = each.shadowRoot.activeElement;
    return each;
  }

  function isFree(each, x, y) {
    let top = null;
    for (let root = document; root; root = top === root.host ? null : top?.shadowRoot)
      top = root.elementFromPoint(x, y) ?? top;
    return each.contains(top) || top?.closest("label")?.control === each;
  }
}
