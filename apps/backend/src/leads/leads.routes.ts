import { LeadRequest, type LeadReceipt } from "@liftline/schema";
import { Hono } from "hono";
import { DomainError } from "../domain-error.ts";
import type { AppEnv } from "../http/context.ts";
import { readBody } from "../http/read-body.ts";
import { submitLead, type SubmitLeadDependencies } from "./submit-lead.ts";

/** `POST /` takes a booking request (contract §3). The gate has checked who asks. */
export function leadsRoutes(dependencies: SubmitLeadDependencies): Hono<AppEnv> {
  return new Hono<AppEnv>().post("/", async (context) => {
    const key = idempotencyKey(context.req.header("idempotency-key"));
    const receipt: LeadReceipt = await submitLead(dependencies, {
      broker: context.get("broker"),
      key,
      lead: readBody(context, LeadRequest),
      origin: context.req.header("origin") ?? null,
    });
    context.header("Cache-Control", "no-store");
    return context.json(receipt, 201);
  });
}

function idempotencyKey(header: string | undefined): string {
  if (header === undefined || header === "") throw new DomainError("request.idempotency-key-missing");
  if (/^[\x21-\x7e]{8,200}$/.test(header)) return header;
  throw new DomainError("request.invalid", {
    fields: [{ path: "Idempotency-Key", message: "must be 8 to 200 visible ASCII characters" }],
  });
}
