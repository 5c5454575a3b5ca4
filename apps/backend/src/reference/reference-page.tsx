import { problems } from "../http/problem-response.ts";
import { surfaces } from "../pages/page-style.ts";
import { writeCurl } from "./curl.ts";
import { Fields, fieldsOf, Row, Type, Words } from "./fields.tsx";
import { introduction, type OpenApiAnswer, type OpenApiDocument } from "./openapi-document.ts";
import { codesOf, rooms, type Operation } from "./operation.ts";
import { operations } from "./operations.ts";
import { answerShapes } from "./shapes.ts";

/** The document as people read it: one page, no script, nothing that is not in the document but what to type. */
export function ReferencePage({ document }: { document: OpenApiDocument }) {
  const [{ url } = { url: "/" }] = document.servers;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Liftline: HTTP reference</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content="Every route of this backend: what it takes, what it answers, how it fails." />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content={surfaces.light} />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content={surfaces.dark} />
        <link rel="alternate" type="application/json" href="openapi.json" title="OpenAPI 3.1" />
        <link rel="stylesheet" href="docs/page.css" />
      </head>
      <body>
        <a class="skip" href="#requests">
          To the routes
        </a>
        <div class="wrap columns">
          <Contents />
          <main>
            <h1>HTTP reference</h1>
            <div class="intro">
              <p>
                Every route of this backend. For programs: <a href="openapi.json">openapi.json</a>, OpenAPI 3.1.
              </p>
              {introduction.map((text) => (
                <Words text={text} />
              ))}
              <p>The examples take the address of the backend from the shell:</p>
              <Code text={`LIFTLINE=${url === "/" ? "https://leads.your-domain.example" : url}`} />
            </div>
            {Object.entries(rooms).map(([id, name]) => (
              <section class="room" aria-labelledby={id}>
                <h2 id={id}>{name}</h2>
                {operations
                  .filter(({ room }) => room === id)
                  .map((operation) => (
                    <Entry document={document} operation={operation} />
                  ))}
              </section>
            ))}
            <Shapes document={document} />
            <Codes />
          </main>
        </div>
      </body>
    </html>
  );
}

function Contents() {
  return (
    <nav class="contents" aria-label="Contents">
      <ul>
        {Object.entries(rooms).map(([id, name]) => (
          <li>
            <a href={`#${id}`}>{name}</a>
            <ul>
              {operations
                .filter(({ room }) => room === id)
                .map((operation) => (
                  <li>
                    <a href={`#${operation.id}`}>
                      <code>{operation.path}</code>
                    </a>
                  </li>
                ))}
            </ul>
          </li>
        ))}
        <li>
          <a href="#shapes">Shapes</a>
        </li>
        <li>
          <a href="#ProblemCode">Codes of problems</a>
        </li>
      </ul>
    </nav>
  );
}

function Entry({ document, operation }: { document: OpenApiDocument; operation: Operation }) {
  const { id, method, path, summary, description, body } = operation;
  const { parameters = [], security = [], responses = {} } = document.paths[path]?.[method] ?? {};
  const proofs = security.flatMap((scheme) => Object.keys(scheme));
  return (
    <section class="entry" aria-labelledby={id}>
      <h3 id={id}>
        <a href={`#${id}`}>
          <code>
            <span class="method">{method.toUpperCase()}</span> {path}
          </code>
        </a>
      </h3>
      <p class="summary">{summary}</p>
      {description !== undefined && <Words text={description} />}
      {parameters.length + proofs.length > 0 && (
        <>
          <h4>Parameters</h4>
          <Fields
            fields={[
              ...proofs.map((proof) => proofField(document, { proof, isOnly: proofs.length === 1 })),
              ...parameters.map(({ name, in: place, required, schema, description: said }) => ({
                name,
                schema,
                marks: [place, ...(required ? ["required"] : []), ...defaultOf(schema.default)],
                description: said,
              })),
            ]}
          />
        </>
      )}
      {body && <Body document={document} shape={body.shape} />}
      <h4>Answers</h4>
      <dl class="fields">
        {Object.entries(responses).map(([status, answer]) => (
          <AnswerRow operation={operation} status={status} answer={answer} />
        ))}
      </dl>
      <h4>Example</h4>
      <Code text={writeCurl(operation)} />
    </section>
  );
}

function proofField(document: OpenApiDocument, { proof, isOnly }: { proof: string; isOnly: boolean }) {
  const { name = "Authorization", scheme, description } = document.components.securitySchemes[proof] ?? {};
  return {
    name,
    marks: ["header", isOnly ? "required" : "either"],
    schema:
      scheme === undefined
        ? { type: "string" as const }
        : { const: `${scheme.charAt(0).toUpperCase()}${scheme.slice(1)} …` },
    description,
  };
}

function defaultOf(value: unknown): string[] {
  return value === undefined ? [] : [`default ${JSON.stringify(value)}`];
}

function Body({ document, shape }: { document: OpenApiDocument; shape: string }) {
  const schema = document.components.schemas[shape] ?? {};
  const fields = fieldsOf(schema);
  return (
    <>
      <h4 id={shape}>Body: {shape}</h4>
      {fields.length > 0 ? (
        <Fields fields={fields} />
      ) : (
        <p>
          <Type schema={schema} />
        </p>
      )}
    </>
  );
}

function AnswerRow({ operation, status, answer }: { operation: Operation; status: string; answer: OpenApiAnswer }) {
  const { "application/problem+json": problem, ...media } = answer.content ?? {};
  if (problem) return <FaultRow operation={operation} status={status} />;
  return (
    <Row name={status}>
      {Object.keys(media).length > 0 && (
        <p class="type">
          {Object.entries(media).map(([type, { schema }], index) => (
            <>
              {index > 0 && ", "}
              {schema ? <Type schema={schema} /> : type}
            </>
          ))}
        </p>
      )}
      <Words text={answer.description} />
    </Row>
  );
}

function FaultRow({ operation, status }: { operation: Operation; status: string }) {
  // Which any address may answer; the introduction says so.
  const codes = codesOf(operation).filter((code) => code !== "internal" && `${problems[code].status}` === status);
  if (codes.length === 0) return null;
  return (
    <Row name={status}>
      {codes.map((code) => (
        <p>
          <code>{code}</code> <span class="type">{problems[code].title}</span>
        </p>
      ))}
    </Row>
  );
}

function Shapes({ document }: { document: OpenApiDocument }) {
  const bodies = new Set<string>([...operations.flatMap(({ body }) => body?.shape ?? []), "ProblemCode"]);
  return (
    <section class="room" aria-labelledby="shapes">
      <h2 id="shapes">Shapes</h2>
      {Object.entries(document.components.schemas)
        .filter(([name]) => !bodies.has(name))
        .map(([name, schema]) => (
          <section class="entry" aria-labelledby={name}>
            <h3 id={name}>
              <a href={`#${name}`}>{name}</a>
            </h3>
            {schema.description !== undefined && <Words text={schema.description} />}
            <Fields fields={fieldsOf(schema, { isAnswer: name in answerShapes })} />
          </section>
        ))}
    </section>
  );
}

function Codes() {
  return (
    <section class="room" aria-labelledby="ProblemCode">
      <h2 id="ProblemCode">Codes of problems</h2>
      <dl class="fields">
        {Object.entries(problems).map(([code, { status, title }]) => (
          <Row name={code}>
            <p>
              {status}: {title}.
            </p>
          </Row>
        ))}
      </dl>
    </section>
  );
}

/** Longer than a small screen is wide: it scrolls by itself, by keyboard too. */
function Code({ text }: { text: string }) {
  return (
    <pre tabindex={0}>
      <code>{text}</code>
    </pre>
  );
}
