/** A string, or a piece of a template, that ends up in the attribute. */
export interface ClassText {
  start: number;
  end: number;
}

interface Node extends ClassText {
  type: string;
  [field: string]: unknown;
}

interface Code {
  code: string;
  /** Its syntax tree (ESTree). */
  program: unknown;
  file: string;
  isClass: (name: string) => boolean;
}

/**
 * Everything that is written for a `class: …`. What would end up in a class by another way keeps its long name and loses
 * its style without a word: a variable, another attribute, a selector. That is refused.
 */
export function findClasses({ code, program, file, isClass }: Code): ClassText[] {
  const texts: ClassText[] = [];
  visit(program, []);
  return texts;

  /** `given`: what the functions around it call the class that they are given. */
  function visit(node: unknown, given: readonly string[]): void {
    if (Array.isArray(node)) for (const each of node) visit(each, given);
    if (!isNode(node)) return;
    if (asksFor(node).some((name) => name === "class" || isClass(name))) refuse(node);
    const taken = [node["params"] ?? []].flat().flatMap(classesOf);
    for (const { right } of taken) if (right) collect(right, []);
    const names = [...given, ...taken.map(({ name }) => name)];
    if (node.type === "ObjectExpression") for (const value of valuesOf(node)) collect(value, names);
    for (const child of Object.values(node)) visit(child, names);
  }

  function collect(value: unknown, given: readonly string[]): void {
    if (!isNode(value)) return;
    const { type, start, end } = value;
    if (type === "Literal") {
      if (typeof value["value"] === "string") texts.push({ start: start + 1, end: end - 1 });
    } else if (type === "TemplateElement") texts.push({ start, end });
    else if (type === "TemplateLiteral")
      for (const part of [value["quasis"], value["expressions"]].flat()) collect(part, given);
    // Conditions are left alone: what they compare is not shown.
    else if (type === "ConditionalExpression")
      for (const part of [value["consequent"], value["alternate"]]) collect(part, given);
    else if (type === "LogicalExpression") {
      if (value["operator"] !== "&&") collect(value["left"], given);
      collect(value["right"], given);
    } else if (type !== "Identifier" || !["undefined", ...given].includes(String(value["name"]))) refuse(value);
  }

  function refuse({ start, end }: Node): never {
    throw new Error(
      `${file}: ${code.slice(start, end)} would have no style: a class is written where it says \`class\`.`,
    );
  }
}

/** What is written for each `class` of an object, or of a pattern. */
function valuesOf(object: Node): Node[] {
  return [object["properties"]]
    .flat()
    .filter((property) => isNode(property) && isNode(property["key"]) && property["key"]["name"] === "class")
    .flatMap((property) => (isNode(property) && isNode(property["value"]) ? [property["value"]] : []));
}

/** The names by which a parameter takes a class, each with what stands in for it. */
function classesOf(parameter: unknown): { name: string; right: unknown }[] {
  if (!isNode(parameter) || parameter.type !== "ObjectPattern") return [];
  return valuesOf(parameter).map((value) => {
    const { left = value, right } = value;
    return { name: isNode(left) ? String(left["name"]) : "", right };
  });
}

/** What a string selects by its class, and `class` where it is no key: other ways to what an element looks like. */
function asksFor({ name, value, type }: Node): string[] {
  if (name === "className" || name === "classList") return ["class"];
  const text = type === "TemplateElement" && isRaw(value) ? value.raw : value;
  if (typeof text !== "string") return [];
  return text === "class" ? [text] : (text.match(/(?<=(^|[\s>+~,(])\.)[a-z][\w-]*/g) ?? []);
}

function isRaw(value: unknown): value is { raw: string } {
  return typeof value === "object" && value !== null && "raw" in value;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
