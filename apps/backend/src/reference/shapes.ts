import * as schema from "@liftline/schema";
import { z } from "zod";
import { Notification } from "../notifications/read-notification.ts";

/** What `GET /healthz` answers. */
export const Health = z.strictObject({ status: z.literal("ok") });

/** What `GET /readyz` answers: without which check no lead can be taken. */
export const Readiness = z.strictObject({
  status: z.enum(["ready", "unavailable"]),
  checks: z.record(z.string(), z.enum(["ok", "failed"])),
});

/** Shapes of options: sent back as they were received, so the same both ways. */
const optionShapes = {
  Option: schema.Option,
  OptionLeg: schema.OptionLeg,
  OptionPrice: schema.OptionPrice,
  OptionAircraft: schema.OptionAircraft,
  OptionPhoto: schema.OptionPhoto,
  SafetyRating: schema.SafetyRating,
  LocalInstant: schema.LocalInstant,
  Airport: schema.Airport,
  Position: schema.Position,
};

/** What is sent to us, before its defaults are filled in, by the name it has in the document. */
export const requestShapes = {
  SearchRequest: schema.SearchRequest,
  SearchLeg: schema.SearchLeg,
  LeadRequest: schema.LeadRequest,
  OptionsLeadRequest: schema.OptionsLeadRequest,
  TripLeadRequest: schema.TripLeadRequest,
  Contact: schema.Contact,
  Consent: schema.Consent,
  Trip: schema.Trip,
  TripLeg: schema.TripLeg,
  Place: schema.Place,
  ...optionShapes,
  Notification,
};

/** What we answer, by the name it has in the document. */
export const answerShapes = {
  AirportResponse: schema.AirportResponse,
  SearchResponse: schema.SearchResponse,
  ...optionShapes,
  LeadReceipt: schema.LeadReceipt,
  WidgetSettings: schema.WidgetSettings,
  Problem: schema.Problem,
  ProblemField: schema.ProblemField,
  ProblemCode: schema.ProblemCode,
  Health,
  Readiness,
};

export type RequestShape = keyof typeof requestShapes;
export type AnswerShape = keyof typeof answerShapes;

/** What of an address comes after its question mark. */
export const queryShapes = { AirportQuery: schema.AirportQuery, WidgetSettingsQuery: schema.WidgetSettingsQuery };
export type QueryShape = keyof typeof queryShapes;

/** Those whose docstrings the reference shows. */
export const describedShapes = Object.keys({ ...requestShapes, ...answerShapes, ...queryShapes });
