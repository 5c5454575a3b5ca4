import { ProblemCode } from "@liftline/schema";
import { describe, expect, test } from "vitest";
import { readSchemaSources } from "../../scripts/read-schema-sources.ts";
import { readWords } from "../../scripts/read-words.ts";
import { createTestApp } from "../../test/harness.ts";
import { createOpenApiJudge } from "../../test/openapi-judge.ts";
import { writeAnswerShapes, writeRequestShapes } from "./json-schemas.ts";
import { writeOpenApi } from "./openapi-document.ts";
import { codesOf } from "./operation.ts";
import { operations } from "./operations.ts";
import { describedShapes } from "./shapes.ts";
import words from "./words.data.json" with { type: "json" };

const document = writeOpenApi({ publicUrl: null });

describe("the document", () => {
  test("is OpenAPI 3.1", async () => {
    expect(await createOpenApiJudge(document).faultsInDocument()).toEqual([]);
  });

  test("is judged by somebody who sees what is wrong", async () => {
    const { components } = document;
    const wrong = { ...components, schemas: { ...components.schemas, Airport: { type: "airport" } } };
    expect(await createOpenApiJudge({ ...document, components: wrong }).faultsInDocument()).not.toEqual([]);
  });

  test("has every route of the app, and no other", async () => {
    const { app } = await createTestApp();
    const routes = app.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`);
    const written = routes.map((route) => route.replaceAll(/:(\w+)/g, "{$1}").replace("*", "{file}"));
    const told = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(told.toSorted()).toEqual(written.toSorted());
  });

  test("names every parameter of a path, and each operation once", () => {
    for (const { path, parameters = [], id } of operations) {
      const named = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
      expect(named, id).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  });

  test("has a route for each code of a problem, but the one that is for none", () => {
    const told = new Set(operations.flatMap(codesOf));
    expect(ProblemCode.options.filter((code) => !told.has(code))).toEqual(["route.method-unsupported"]);
  });

  test("means one shape by one name, whoever sends it", () => {
    const [sent, answered] = [writeRequestShapes(), writeAnswerShapes()];
    const both = Object.keys(sent).filter((name) => name in answered);
    expect(both).toContain("Option");
    for (const name of both) expect(sent[name], name).toEqual(answered[name]);
  });

  test("leads nowhere but into itself", () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, reference = ""]) => reference);
    expect(references.length).toBeGreaterThan(50);
    for (const reference of references) {
      const [root, ...parts] = reference.split("/");
      const found = parts.reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], document);
      expect([root, typeof found], reference).toEqual(["#", "object"]);
    }
  });

  test("says of fields what the schemas say: after changing a docstring run scripts/build-words.ts", () => {
    expect(words).toEqual(readWords(readSchemaSources(), describedShapes));
    const { Option, SearchLeg, TripLeadRequest, WidgetSettings } = document.components.schemas;
    expect(Option?.description).toContain("What the end-client can choose");
    expect(Option?.properties?.["token"]).toMatchObject({ description: expect.stringContaining("Sealed.") });
    // Taken over from another shape, within another field, and said of the field's own shape.
    expect(SearchLeg?.properties?.["time"]).toMatchObject({ description: "Null: to be decided." });
    expect(TripLeadRequest?.properties?.["campaign"]).toMatchObject({
      description: expect.stringContaining("utm_source"),
    });
    expect(WidgetSettings?.properties?.["safety"]).toMatchObject({
      properties: { minimums: { description: expect.stringContaining("Only aircraft that meet one of these") } },
    });
  });

  test("names none of our own papers", () => {
    expect(JSON.stringify(words)).not.toMatch(/avinode-api|seed \d|contract §|\bR\d+\b/);
  });

  test("says where the backend is, where the configuration does", () => {
    expect(document.servers).toEqual([{ url: "/" }]);
    expect(writeOpenApi({ publicUrl: "https://leads.example/liftline" }).servers).toEqual([
      { url: "https://leads.example/liftline" },
    ]);
  });
});
