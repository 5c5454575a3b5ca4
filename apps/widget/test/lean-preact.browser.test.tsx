import fc from "fast-check";
import { createContext, render, type ComponentChildren, type VNode } from "preact";
import { useContext, useEffect, useMemo, useState } from "preact/hooks";
import { expect, test, vi } from "vitest";

/** One entry of a list: what is drawn for it, and with which key. */
interface Entry {
  key: number;
  /** An element, a component that draws one element, two, or none. */
  draws: "element" | "one" | "two" | "none";
}

const Shared = createContext(0);

const kinds = ["element", "one", "two", "none"] as const;
/**
 * A key always draws the same: our lists are sorted and filtered, their entries do not change their nature. (Preact 11.2
 * itself, as it is published, misplaces an entry that turns from nothing into something while it moves.)
 */
const list = fc
  .uniqueArray(fc.nat(12), { maxLength: 12 })
  .map((keys): Entry[] => keys.map((key) => ({ key, draws: kinds[key % kinds.length] ?? "none" })));

test("the small Preact draws any list after any other, in order, and cleans up", async () => {
  const steps = fc.array(fc.record({ list, shared: fc.nat(2) }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const box = document.createElement("div");
      const alive = new Set<number>();
      let show: (step: { list: Entry[]; shared: number }) => void = () => undefined;
      function Screen(): VNode {
        const [step, setStep] = useState<{ list: Entry[]; shared: number }>({ list: [], shared: 0 });
        show = setStep;
        return (
          <Shared.Provider value={step.shared}>
            <i />
            {step.list.map((entry) =>
              entry.draws === "element" ? (
                <p key={entry.key}>{entry.key}</p>
              ) : (
                <Kept key={entry.key} {...{ entry, alive }} />
              ),
            )}
            <i />
          </Shared.Provider>
        );
      }
      render(<Screen />, box);
      for (const step of all) {
        show(step);
        await Promise.resolve();
        expect(box.innerHTML).toBe(`<i></i>${step.list.map((entry) => htmlOf(entry, step.shared)).join("")}<i></i>`);
      }
      render(null, box);
      expect(box.innerHTML).toBe("");
      expect([...alive]).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

/** What a component may return: texts, elements with attributes and children, components, lists, and nothing. */
type Tree = string | null | Tree[] | { tag: "p" | "b" | "Draw"; title?: string | undefined; children: Tree[] };

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom("x", "y", null),
    fc.record({
      tag: fc.constantFrom("p", "b", "Draw"),
      title: fc.constantFrom("one", "two", undefined),
      children: fc.array(tie("tree"), { maxLength: 4 }),
    }),
    fc.array(tie("tree"), { maxLength: 4 }),
  ),
}));

test("the small Preact turns any tree into any other", () => {
  fc.assert(
    fc.property(fc.array(tree, { minLength: 2, maxLength: 6 }), (trees) => {
      const box = document.createElement("div");
      for (const next of trees) {
        const fresh = document.createElement("div");
        render(<Draw tree={next} />, fresh);
        render(<Draw tree={next} />, box);
        expect(box.innerHTML).toBe(fresh.innerHTML);
        expect(fresh.innerHTML).toBe(writeTree(next));
      }
    }),
    { numRuns: 2_000 },
  );
});

function Draw({ tree }: { tree: Tree }): VNode {
  return <>{draw(tree)}</>;
}

function draw(tree: Tree): ComponentChildren {
  if (Array.isArray(tree)) return tree.map(draw);
  if (typeof tree === "string" || tree === null) return tree;
  const { tag: Tag, title, children } = tree;
  if (Tag === "Draw") return <Draw tree={children} />;
  const [only, ...others] = children.map(draw);
  // A text alone is drawn in a way of its own.
  return <Tag data-title={title}>{others.length > 0 ? [only, ...others] : only}</Tag>;
}

/** The same by strings. */
function writeTree(tree: Tree): string {
  if (Array.isArray(tree)) return tree.map(writeTree).join("");
  if (typeof tree === "string" || tree === null) return tree ?? "";
  const { tag, title, children } = tree;
  const inner = writeTree(children);
  return tag === "Draw" ? inner : `<${tag}${title ? ` data-title="${title}"` : ""}>${inner}</${tag}>`;
}

interface KeptProps {
  entry: Entry;
  alive: Set<number>;
}

/** Drawn anew only for another entry, or another shared value, which it names as every kept drawing does. */
function Kept({ entry, alive }: KeptProps): VNode {
  const shared = useContext(Shared);
  return useMemo(() => <Inside {...{ entry, alive }} />, [entry.key, alive, shared]);
}

function Inside({ entry, alive }: KeptProps): VNode | null {
  const shared = useContext(Shared);
  useEffect(() => {
    alive.add(entry.key);
    return () => {
      alive.delete(entry.key);
    };
  }, []);
  if (entry.draws === "none") return null;
  const text = `${entry.key}:${shared}`;
  return entry.draws === "one" ? (
    <b>{text}</b>
  ) : (
    <>
      <b>{text}</b>
      <u>{shared}</u>
    </>
  );
}

function htmlOf({ key, draws }: Entry, shared: number): string {
  if (draws === "none") return "";
  if (draws === "element") return `<p>${key}</p>`;
  return `<b>${key}:${shared}</b>${draws === "two" ? `<u>${shared}</u>` : ""}`;
}

test("the small Preact draws nothing for what an answer may hold in the place of a text", () => {
  const box = document.createElement("div");
  const planted = JSON.parse(
    '{"type":"img","props":{"src":"x"},"key":null,"inside":[],"depth":0}',
  ) as ComponentChildren;
  render(<p>a{planted}b</p>, box);
  expect(box.innerHTML).toBe("<p>ab</p>");
});

test("a fault that nobody above wants to know of is the page's; what else waits is drawn all the same", async () => {
  const heard: unknown[] = [];
  const hear = (event: ErrorEvent) => {
    heard.push(event.error);
    event.preventDefault();
  };
  window.addEventListener("error", hear, { capture: true });
  const fault = new Error("of one");
  const [one, other] = [document.createElement("div"), document.createElement("div")];
  let breaks: (is: boolean) => void = () => undefined;
  let says: (text: string) => void = () => undefined;
  function Broken(): VNode {
    const [broken, set] = useState(false);
    breaks = set;
    if (broken) throw fault;
    return <p>whole</p>;
  }
  function Healthy(): VNode {
    const [text, set] = useState("before");
    says = set;
    return <p>{text}</p>;
  }
  render(<Broken />, one);
  render(<Healthy />, other);
  breaks(true);
  says("after");
  await Promise.resolve();
  expect(other.innerHTML).toBe("<p>after</p>");
  says("and again");
  await Promise.resolve();
  expect(other.innerHTML).toBe("<p>and again</p>");
  expect(heard).toEqual([fault]);
  window.removeEventListener("error", hear, { capture: true });
});

test("what an effect does comes after the frame that shows what it is for, also where a frame takes long", async () => {
  const order: string[] = [];
  const box = document.createElement("div");
  function Screen(): VNode {
    useEffect(() => void order.push("effect"), []);
    return <p />;
  }
  // What others have left to do is done.
  await new Promise((done) => setTimeout(done, 250));
  vi.stubGlobal("requestAnimationFrame", (act: () => void) =>
    setTimeout(() => {
      order.push("frame");
      act();
    }, 100),
  );
  try {
    render(<Screen />, box);
  } finally {
    vi.unstubAllGlobals();
  }
  await expect.poll(() => order).toEqual(["frame", "effect"]);
  render(null, box);
});
