import type { Child } from "hono/jsx";
import type { JsonSchema } from "./json-schemas.ts";
import { typeInWords } from "./type-in-words.ts";

/** One line of a list of fields: what it is called, what it has to be, what it means. */
export interface Field {
  name: string;
  schema: JsonSchema;
  /** What else is to be known of it, such as `required`. */
  marks: readonly string[];
  description?: string | undefined;
}

/**
 * The fields of an object, those of objects within it behind a dot; of alternatives all of them. What is sent says what it
 * needs, what is answered what it may lack.
 */
export function fieldsOf(schema: JsonSchema, { isAnswer = false, within = "" } = {}): Field[] {
  const alternatives = [schema, ...(schema.anyOf ?? [])].filter(({ properties }) => properties);
  return alternatives.flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties).flatMap(([key, field]): Field[] => {
      if (typeof field !== "object") return [];
      const name = within + key;
      const need = alternatives.length > 1 ? "either" : "required";
      const marks = [
        ...(!isAnswer && required.includes(key) ? [need] : []),
        ...(isAnswer && !required.includes(key) ? ["may be missing"] : []),
        ...(field.default === undefined || field.default === null ? [] : [`default ${JSON.stringify(field.default)}`]),
      ];
      return [
        { name, schema: field, marks, description: field.description },
        ...fieldsOf(field, { isAnswer, within: `${name}.` }),
      ];
    }),
  );
}

export function Fields({ fields }: { fields: readonly Field[] }) {
  return (
    <dl class="fields">
      {fields.map(({ name, schema, marks, description }) => (
        <Row name={name}>
          <p class="type">
            {marks.map((mark) => (
              <>{mark === "required" ? <b>required</b> : mark} · </>
            ))}
            <Type schema={schema} />
          </p>
          {description && <Words text={description} />}
        </Row>
      ))}
    </dl>
  );
}

/** A name, and what belongs to it. */
export function Row({ name, children }: { name: string; children: Child }) {
  return (
    <div>
      <dt>
        <code>{name}</code>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What a value has to be, shapes as links to what is said of them. */
export function Type({ schema }: { schema: JsonSchema }) {
  return (
    <>
      {typeInWords(schema).map((part) => {
        if (typeof part === "string") return part;
        return "shape" in part ? <a href={`#${part.shape}`}>{part.shape}</a> : <code>{part.value}</code>;
      })}
    </>
  );
}

/** A paragraph, with `code` between backticks. */
export function Words({ text }: { text: string }) {
  return <p>{text.split("`").map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</p>;
}
