import { Problem } from "@liftline/schema";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createTestApp } from "../../test/harness.ts";
import { DomainError } from "../domain-error.ts";
import type { AppEnv } from "./context.ts";
import { createErrorHandler } from "./problem-response.ts";
import { bodyLimitBytes, readBody, takeBodyText } from "./read-body.ts";

const Trip = z.strictObject({ legs: z.array(z.strictObject({ to: z.string().min(2), seats: z.number().optional() })) });

async function readTrip(text: string): Promise<unknown> {
  const app = new Hono<AppEnv>().post("/", (context) => {
    context.set("bodyText", text);
    return context.json(readBody(context, Trip));
  });
  app.onError(createErrorHandler({ info() {}, warn() {}, error() {} }));
  const response = await app.request("/", { method: "POST" });
  return response.status === 200 ? response.json() : Problem.omit({ requestId: true }).parse(await response.json());
}

/** A body that arrives in pieces, its length not told. */
function arriving(pieces: Iterable<Uint8Array>, headers: Record<string, string> = {}): Request {
  return new Request("https://backend.example/", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: ReadableStream.from(pieces),
    duplex: "half",
  });
}

describe("a request's body", () => {
  test("is read by its schema", async () => {
    expect(await readTrip('{"legs":[{"to":"EGGW"}]}')).toEqual({ legs: [{ to: "EGGW" }] });
  });

  test("every fault is named by its path", async () => {
    expect(await readTrip('{"legs":[{"to":"EGGW"},{"to":"E","seats":"7"}],"price":1}')).toMatchObject({
      status: 400,
      code: "request.invalid",
      errors: [{ path: "legs.1.to" }, { path: "legs.1.seats" }, { path: "price" }],
    });
  });

  test.each(["", "{", "null", "[]", "7", "{'legs':[]}", '{"legs":[]}{}', "\u0000"])(
    "%j does not fit: 400",
    async (text) => {
      expect(await readTrip(text)).toMatchObject({ status: 400, code: "request.invalid" });
    },
  );

  test.each(["__proto__", "constructor", "prototype", "toString"])(
    "the key %s is as unknown as any other",
    async (key) => {
      expect(await readTrip(`{"legs":[],"${key}":{"polluted":true}}`)).toMatchObject({ errors: [{ path: key }] });
      expect({}).not.toHaveProperty("polluted");
    },
  );

  test("nesting is refused before it is parsed, brackets in texts are just letters", async () => {
    const deep = `{"legs":${"[".repeat(30_000)}${"]".repeat(30_000)}}`;
    expect(await readTrip(deep)).toMatchObject({ errors: [{ message: expect.stringContaining("deeper") }] });
    const text = "[{".repeat(100);
    expect(await readTrip(JSON.stringify({ legs: [{ to: text }] }))).toEqual({ legs: [{ to: text }] });
  });

  test("of exactly the limit is taken, a byte more is not", async () => {
    const bytes = new Uint8Array(bodyLimitBytes).fill(32);
    expect(await takeBodyText(arriving([bytes]))).toHaveLength(bodyLimitBytes);
    await expect(takeBodyText(arriving([bytes, bytes.subarray(0, 1)]))).rejects.toEqual(
      new DomainError("request.too-large"),
    );
  });

  test("that never ends is left after 64 kB, whatever its headers say", async () => {
    let sent = 0;
    function* endless() {
      for (; sent < 1_000_000_000; sent += 16_384) yield new Uint8Array(16_384).fill(32);
    }
    await expect(takeBodyText(arriving(endless(), { "content-length": "10" }))).rejects.toThrow("request.too-large");
    expect(sent).toBeLessThan(4 * bodyLimitBytes);
  });

  test("of a length that is told and too large is not even begun", async () => {
    let begun = false;
    function* pieces() {
      begun = true;
      yield new Uint8Array(1);
    }
    const request = arriving(pieces(), { "content-length": "99999999" });
    begun = false;
    await expect(takeBodyText(request)).rejects.toThrow("request.too-large");
    expect(begun).toBe(false);
  });

  test("that is not UTF-8 is refused", async () => {
    await expect(takeBodyText(arriving([new Uint8Array([0x22, 0xff, 0x22])]))).rejects.toThrow("request.invalid");
  });

  test("too large for POST /leads is 413 in the app itself, and no lead is stored", async () => {
    const { post } = await createTestApp();
    const response = await post("/leads", { search: "x".repeat(bodyLimitBytes) });
    expect(response.status).toBe(413);
    expect(Problem.parse(await response.json()).code).toBe("request.too-large");
  });
});
