import {
  AvinodeAircraft,
  AvinodeAircraftType,
  AvinodeAirport,
  AvinodeEmptyLeg,
  AvinodeLead,
  AvinodeQuote,
  AvinodeRfq,
  AvinodeActivity,
  AvinodeSchedule,
  AvinodeSearch,
  AvinodeSearchHit,
  AvinodeTrip,
  AvinodeTripMessage,
  AvinodeWatch,
  AvinodeWebhookSettings,
} from "@liftline/schema/avinode";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { AvinodeOperation } from "../src/avinode/index.ts";
import { findLost } from "./documented-examples.ts";
import { operationCases } from "./operation-cases.ts";
import { record } from "./replay.ts";
import { createStage, type Stage } from "./stage.ts";

/** The one schema of both sides: what the client reads, and so what the sandbox may write. `null`: nothing is read. */
const answers: Record<AvinodeOperation, z.ZodType | null> = {
  "airports.search": z.array(AvinodeAirport),
  "airports.read": AvinodeAirport,
  "searches.create": AvinodeSearch.extend({ results: z.array(AvinodeSearchHit) }),
  "searches.read": AvinodeSearch.extend({ results: z.array(AvinodeSearchHit) }),
  "leads.create": AvinodeLead,
  "leads.read": AvinodeLead,
  "emptylegs.search": AvinodeSearch.extend({ results: z.array(AvinodeEmptyLeg) }),
  "emptylegs.read": AvinodeEmptyLeg,
  "emptylegs.create": AvinodeEmptyLeg,
  "emptylegs.update": null,
  "emptylegs.delete": null,
  "emptylegs.viewed": null,
  "watches.create": AvinodeWatch,
  "watches.list": z.array(AvinodeWatch),
  "watches.read": AvinodeWatch,
  "watches.update": AvinodeWatch,
  "watches.getall": z.array(AvinodeEmptyLeg),
  "trips.create": AvinodeTrip,
  "trips.read": AvinodeTrip,
  "trips.update": AvinodeTrip,
  "trips.search": z.array(AvinodeTrip),
  "trips.cancel": AvinodeTrip,
  "rfqs.create": AvinodeTrip,
  "rfqs.list": z.array(AvinodeRfq),
  "rfqs.read": AvinodeRfq,
  "rfqs.cancel": AvinodeTrip,
  "quotes.read": AvinodeQuote,
  "tripmsgs.read": AvinodeTripMessage,
  "tripmsgs.chat": AvinodeTripMessage,
  "tripmsgs.submitQuote": AvinodeTripMessage,
  "tripmsgs.decline": AvinodeTripMessage,
  "schedules.put": null,
  "schedules.list": z.array(AvinodeSchedule.extend({ activities: z.array(AvinodeActivity) })),
  "aircraft.search": z.array(AvinodeAircraft),
  "aircraft.read": AvinodeAircraft,
  "aircrafttypes.list": z.array(AvinodeAircraftType),
  "aircrafttypes.search": z.array(AvinodeAircraftType),
  "webhooks.list": z.array(AvinodeWebhookSettings),
  "webhooks.create": AvinodeWebhookSettings,
  "webhooks.update": AvinodeWebhookSettings,
};

/** What the sandbox writes and the client leaves, as the documentation has it or `DIFFERENCES.md` guesses. */
const unread: [operations: RegExp, path: RegExp][] = [
  // What a lead says of its person and trip is read from the raw text by those who need it.
  [/^leads\./, /^(createdOn|actions|leadContactInfo|leadMessage|lift|segments)\b/],
  // A leg's lift links back to the leg.
  [/^(emptylegs|watches)\./, /\blift\.(href|type|links)\b/],
  // A number from older days.
  [/^(trips|rfqs)\./, /Details\.airportId$/],
  // Nothing is decided by it.
  [/^(trips|rfqs|quotes|tripmsgs|aircraft)\./, /(^|\.)(ownerApprovalRequired|aircraftSuperType)$/],
  // Always the same word.
  [/^webhooks\./, /^(\[\]\.)?type$/],
];

/** New properties turn up at random in every answer (R11); their names end in a number. */
const surprise = /(^|\.)(\w*[A-Za-z_])\d{1,2}($|[.[])/;

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});

test.each(Object.entries(operationCases))(
  "what the sandbox writes for %s is what the client reads",
  async (name, one) => {
    const operation = Object.keys(answers).find((known): known is AvinodeOperation => known === name)!;
    const schema = answers[operation];
    const recorded = (await record(one, stage)).at(-1);
    const { data } = z.object({ data: z.unknown() }).parse(recorded?.body ?? { data: undefined });
    if (schema === null) return;
    const lost = findLost(data, schema.parse(data)).filter((path) => !surprise.test(path));
    const isKnown = (path: string) =>
      unread.some(([operations, place]) => operations.test(operation) && place.test(path));
    expect([...new Set(lost)].filter((path) => !isKnown(path))).toEqual([]);
  },
);
