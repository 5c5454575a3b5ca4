import type { AvinodeLegTime, AvinodeStopRequest, AvinodeTripSegmentRequest } from "@liftline/schema/avinode";
import { invalid, unprocessable } from "../http/refusal.ts";
import type { AskedLeg } from "../routing/plan-trip.ts";
import { readTime, refusePast } from "../searches/read-legs.ts";
import { findAirport, type Airport } from "../world/airports.ts";
import type { StoredSegment } from "./trip-book.ts";

interface Rules {
  now: number;
  /** Helicopters alone start and land where no airport is (seed 004). */
  allowsFreeText: boolean;
}

/** The legs of a trip, or the refusal that names the first bad one. */
export function readSegments(requests: readonly AvinodeTripSegmentRequest[], rules: Rules): StoredSegment[] {
  return requests.map((asked, index) => {
    const path = `segments[${index}]`;
    if (!/^\d{1,3}$/.test(asked.paxCount)) throw invalid(`field: ${path}.paxCount`, `${path}.paxCount`);
    const stops = readStops(asked, path, rules.allowsFreeText);
    if (stops.at !== undefined) refusePast(stops.at, rules.now, `${path}.dateTime`);
    return { asked, ...stops };
  });
}

/** Where and when a leg goes. */
export function readStops(
  asked: { startAirport: AvinodeStopRequest; endAirport: AvinodeStopRequest; dateTime: AvinodeLegTime },
  path: string,
  allowsFreeText: boolean,
): Pick<StoredSegment, "from" | "to" | "at"> {
  const from = readStop(asked.startAirport, {
    code: "START_AIRPORT_INVALID",
    path: `${path}.startAirport`,
    allowsFreeText,
  });
  const to = readStop(asked.endAirport, { code: "END_AIRPORT_INVALID", path: `${path}.endAirport`, allowsFreeText });
  const there = asked.dateTime.departure ? from : to;
  const at = readTime(asked.dateTime, there?.zone ?? "UTC", `${path}.dateTime`);
  return { from, to, at: there === undefined && asked.dateTime.local ? undefined : at };
}

/** The legs as the routing knows them; nothing where one of them is free text. */
export function toLegs(segments: readonly StoredSegment[]): AskedLeg[] | undefined {
  const legs = segments.flatMap(({ asked, from, to, at }) =>
    from === undefined || to === undefined || at === undefined
      ? []
      : {
          from,
          to,
          at,
          means: asked.dateTime.departure ? ("departure" as const) : ("arrival" as const),
          passengers: Number(asked.paxCount),
          timeTbd: asked.timeTBD ?? false,
        },
  );
  return legs.length === segments.length ? legs : undefined;
}

function readStop(
  stop: AvinodeStopRequest,
  fault: { code: string; path: string; allowsFreeText: boolean },
): Airport | undefined {
  const code = stop.icao ?? stop.iata ?? stop.faa;
  const text = stop.searchValue?.trim() ?? "";
  const airport = findAirport(code ?? text);
  if (airport === undefined && (code !== undefined || text === "" || !fault.allowsFreeText)) {
    throw unprocessable(fault.code, "The airport is unknown", fault.path);
  }
  return airport;
}
