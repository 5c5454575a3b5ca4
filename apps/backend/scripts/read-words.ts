/** What the source of the schemas says of each shape (under `""`) and of its fields (`needs.pets`), by the shape's name. */
export type Words = Record<string, Record<string, string>>;

interface Declaration {
  name: string;
  /** Fields that are a declared schema: what is said of it is said of them. */
  aliases: Map<string, string>;
  /** Other declarations whose fields it takes over. */
  sources: string[];
  words: Map<string, string>;
}

/** Where our own papers are named in brackets: the reader of the reference does not have them. */
const paper = /\s*\((?=[^()]*(?:avinode-api\.md|seed 004|contract §|\bR\d+\b))[^()]*\)/g;

/**
 * The docstrings of zod schemas by their source, as oxfmt writes it: they are comments, so zod does not know them, and what
 * they say need not be said twice. Only of the shapes that are named.
 */
export function readWords(sources: readonly string[], shapes: readonly string[]): Words {
  const declarations = new Map(
    sources.flatMap(readSource).map((declaration): [string, Declaration] => [declaration.name, declaration]),
  );
  return Object.fromEntries(
    shapes.toSorted().flatMap((name) => {
      const words = wordsOf(declarations, { name, shapes });
      return words.size === 0 ? [] : [[name, Object.fromEntries(words)]];
    }),
  );
}

function readSource(source: string): Declaration[] {
  const declarations: Declaration[] = [];
  let current: Declaration | undefined;
  let said = "";
  let open: { indent: number; name: string }[] = [];
  for (const [token, indent = "", comment, constant, field] of source.matchAll(
    /^( *)(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/|(?:export )?const (\w+) =.*|(\w+): .*|.+)$/gm,
  )) {
    if (comment !== undefined) {
      said = clean(comment);
      continue;
    }
    if (constant !== undefined) {
      current = { name: constant, aliases: new Map(), sources: [], words: new Map(said ? [["", said]] : []) };
      declarations.push(current);
      open = [];
    }
    open = open.filter((outer) => outer.indent < indent.length);
    if (field !== undefined) {
      open.push({ indent: indent.length, name: field });
      if (said) current?.words.set(open.map(({ name }) => name).join("."), said);
    }
    said = "";
    noteNames(current, { token, within: open.slice(0, field === undefined ? undefined : -1) });
  }
  return declarations;
}

function noteNames(
  declaration: Declaration | undefined,
  { token, within }: { token: string; within: readonly { name: string }[] },
): void {
  for (const [, source = ""] of token.matchAll(/(?:\.\.\.|= )(\w+)(?=[,;.\s}]|$)/g)) declaration?.sources.push(source);
  for (const [, field = "", alias = ""] of token.matchAll(/\b(\w+): ([A-Z]\w+)\b(?!\.shape)/g)) {
    declaration?.aliases.set([...within.map(({ name }) => name), field].join("."), alias);
  }
}

function wordsOf(
  declarations: ReadonlyMap<string, Declaration>,
  { name, shapes }: { name: string; shapes: readonly string[] },
): Map<string, string> {
  const declaration = declarations.get(name);
  if (!declaration) return new Map();
  const { sources, aliases, words } = declaration;
  const taken = sources.flatMap((source) =>
    [...wordsOf(declarations, { name: source, shapes })].filter(([field]) => field !== ""),
  );
  const implied = [...aliases].flatMap(([field, alias]): [string, string][] => {
    const said = declarations.get(alias)?.words.get("");
    // A shape that is named speaks for itself.
    return said && !shapes.includes(alias) ? [[field, said]] : [];
  });
  return new Map([...implied, ...taken, ...words]);
}

/** One line, without what is for ourselves; nothing where a sentence needs it. */
function clean(comment: string): string {
  const line = comment
    .replaceAll(/^\s*\* ?/gm, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(paper, "")
    .trim();
  return line.includes("seed 004") ? "" : line;
}
