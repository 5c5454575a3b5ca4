import {
  AvinodeCancelRequest,
  AvinodeDeclineRequest,
  AvinodeEmptyLeg,
  AvinodeEmptyLegSearchRequest,
  AvinodeLeadRequest,
  AvinodeNotification,
  AvinodeQuote,
  AvinodeQuoteRequest,
  AvinodeRfq,
  AvinodeRfqRequest,
  AvinodeScheduleRequest,
  AvinodeSearch,
  AvinodeSearchHit,
  AvinodeSearchRequest,
  AvinodeTrip,
  AvinodeTripMessage,
  AvinodeWatchRequest,
  AvinodeWebhookSettings,
  AvinodeWebhookSettingsRequest,
} from "@liftline/schema/avinode";
import { expect, test, describe } from "vitest";
import { z } from "zod";
import { findLost, readExamples } from "./documented-examples.ts";
import mends from "./examples/mends.data.json" with { type: "json" };

const examples = readExamples();
const searchOf = <Result extends z.ZodType>(result: Result) => AvinodeSearch.extend({ results: z.array(result) });

const requests: Record<string, z.ZodType> = {
  "emptylegs.search.request": AvinodeEmptyLegSearchRequest,
  "leads.create.request-aircraft": AvinodeLeadRequest,
  "leads.create.request-category": AvinodeLeadRequest,
  "rfqs.cancel.request": AvinodeCancelRequest,
  "rfqs.create.request-criteria": AvinodeRfqRequest,
  "rfqs.create.request-hits": AvinodeRfqRequest,
  "schedules.put.request": AvinodeScheduleRequest,
  "searches.create.request-any": AvinodeSearchRequest,
  "searches.create.request-criteria": AvinodeSearchRequest,
  "tripmsgs.decline.request": AvinodeDeclineRequest,
  "tripmsgs.submitQuote.request": AvinodeQuoteRequest,
  "trips.cancel.request": AvinodeCancelRequest,
  "watches.create.request": AvinodeWatchRequest,
  "webhooks.create.request": AvinodeWebhookSettingsRequest,
};

/** What stands in `data`. */
const answers: Record<string, z.ZodType> = {
  "emptylegs.read.answer": AvinodeEmptyLeg,
  "emptylegs.search.answer": searchOf(AvinodeEmptyLeg),
  "quotes.read.answer": AvinodeQuote,
  "rfqs.create.answer": AvinodeTrip,
  "rfqs.read.answer": z.array(AvinodeRfq),
  "rfqs.read.answer-buyermessages": AvinodeRfq,
  "schedules.put.answer": z.object({ type: z.string() }),
  "searches.create.answer": searchOf(AvinodeSearchHit),
  "tripmsgs.chat.answer": AvinodeTripMessage,
  "tripmsgs.decline.answer": AvinodeTripMessage,
  "tripmsgs.read.answer-buyer": AvinodeTripMessage,
  "tripmsgs.read.answer-seller": AvinodeTripMessage,
  "tripmsgs.submitQuote.answer": AvinodeTripMessage,
  "trips.cancel.answer": AvinodeTrip,
  "webhooks.create.answer": AvinodeWebhookSettings,
  "webhooks.list.answer": z.array(AvinodeWebhookSettings),
};

const notifications = [...examples.keys()].filter((name) => name.startsWith("notification-"));

/** What the examples hold and we do not read. Whatever else gets lost is a mistake of ours. */
const unread: Record<string, string[]> = {
  // A leg's lift links back to the leg, and its id in a search is the leg's own.
  "emptylegs.read.answer": ["lift.links.emptylegs[].id", "lift.links.emptylegs[].href", "lift.links.emptylegs[].type"],
  "emptylegs.search.answer": [
    "results[].lift.href",
    "results[].lift.type",
    "results[].lift.links.emptylegs[].id",
    "results[].lift.links.emptylegs[].href",
    "results[].lift.links.emptylegs[].type",
  ],
  // UK is read as GB (G23).
  "rfqs.read.answer": ["[].buyerCompany.contactInfo.detailedAddress.country.code"],
  "rfqs.create.answer": [
    "rfqs[].segments[].startAirportDetails.airportId",
    "rfqs[].segments[].endAirportDetails.airportId",
  ],
  // A number from older days.
  "trips.cancel.answer": [
    "rfqs[].segments[].startAirportDetails.airportId",
    "rfqs[].segments[].endAirportDetails.airportId",
  ],
  // Always the same word.
  "webhooks.create.answer": ["type"],
  "webhooks.list.answer": ["[].type"],
};

test("every example is accounted for, and so is every mend", () => {
  expect([...Object.keys(requests), ...Object.keys(answers), ...notifications].sort()).toEqual(
    [...examples.keys()].sort(),
  );
  for (const { example } of mends) expect(examples.has(example)).toBe(true);
});

describe("an example of the documentation", () => {
  test.each(Object.entries(requests))("%s is what may be sent, to the letter", (name, schema) => {
    expect(schema.parse(examples.get(name))).toEqual(examples.get(name));
  });

  test.each(Object.entries(answers))(
    "%s is read without losing anything, and again from what was read",
    (name, schema) => {
      const data = examples.get(name)?.["data"];
      const read = schema.parse(data);
      const lost = [...new Set(findLost(data, read))];
      expect(lost).toEqual(unread[name] ?? []);
      expect(schema.parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
    },
  );

  test.each(notifications)("%s is a pointer and nothing else", (name) => {
    expect(AvinodeNotification.parse(examples.get(name))).toEqual(examples.get(name));
  });
});
