import type { Plugin } from "vite";

/**
 * What the first file lends to later ones is one list: an `export` and an `import` that name each thing twice cost a
 * visitor more than its place in a list. Later files run when the first has, so that nothing in it can still change.
 */
export function oneList(): Plugin {
  return {
    name: "liftline-one-list",
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      for (const lender of chunks) {
        const file = lender.fileName.slice(lender.fileName.lastIndexOf("/") + 1);
        const borrowers = chunks.filter(({ imports }) => imports.includes(lender.fileName));
        const lent = new Set(
          borrowers.flatMap(({ code }) => [...pairsOf(code, importFrom(file))].map(([name]) => name)),
        );
        if (lent.size === 0) continue;
        for (const borrower of borrowers) borrower.code = borrow(borrower.code, file, [...lent]);
        lender.code = lend(lender.code, [...lent]);
      }
    },
  };
}

const exports = /export\s*\{([^}]*)\}/;

export function lend(code: string, lent: readonly string[]): string {
  const own = new Map([...pairsOf(code, exports)].map(([inner, outer]) => [outer, inner]));
  const list = lent.map((name) => own.get(name));
  if (list.includes(undefined)) throw new Error("A later file asks for what the first does not export.");
  const others = [...own].filter(([outer]) => !lent.includes(outer)).map(([outer, inner]) => `${inner} as ${outer}`);
  return code.replace(exports, () => `export{${others.join(",")}};export default[${list.join(",")}]`);
}

export function borrow(code: string, file: string, lent: readonly string[]): string {
  const inner = new Map(pairsOf(code, importFrom(file)));
  const places = lent.map((name) => inner.get(name) ?? "");
  return code.replace(importFrom(file), () => `import lent from"./${file}";const[${places.join(",")}]=lent`);
}

function importFrom(file: string): RegExp {
  return new RegExp(`import\\s*\\{([^}]*)\\}\\s*from\\s*["'\`]\\./${file.replaceAll(".", "\\.")}["'\`]`);
}

/** `a as b` as pairs; a name alone stands for itself. */
function* pairsOf(code: string, statement: RegExp): Generator<[string, string]> {
  const names = statement.exec(code)?.[1] ?? "";
  for (const name of names.split(",").filter((each) => each.trim())) {
    const [first = "", second = first] = name.trim().split(/\s+as\s+/);
    yield [first, second];
  }
}
