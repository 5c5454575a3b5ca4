import { AvinodeSearch, AvinodeSearchHit } from "@liftline/schema/avinode";
import type { Answer, Caller } from "./caller.ts";

/** Every value of `fields[searches]`. */
export const allFields = [
  "amenities",
  "categorydetails",
  "homebase",
  "insurance",
  "liftaoc",
  "metrics",
  "perfdetails",
  "safety",
  "schedule",
  "sellercontactinfo",
  "sellerstats",
  "startposition",
  "taildetails",
  "tailphotos",
  "typedetails",
  "typephotos",
];

export interface LegWish {
  from: string;
  to: string;
  date?: string;
  time?: string;
  departure?: boolean;
  local?: boolean;
  pax?: string;
  timeTBD?: boolean;
}

/** A segment of a search body. */
export function segment(wish: LegWish): object {
  const { date = "2026-12-13", time = "11:00", departure = true, local = true } = wish;
  return {
    startAirport: { icao: wish.from },
    endAirport: { icao: wish.to },
    dateTime: { date, time, departure, local },
    paxCount: wish.pax ?? "4",
    ...(wish.timeTBD && { timeTBD: true }),
  };
}

export interface FoundSearch {
  id: string;
  hits: AvinodeSearchHit[];
  answer: Answer;
}

/** Searches and checks every hit against the schema. */
export async function search(
  caller: Caller,
  legs: LegWish[],
  extra: { body?: object; fields?: string[]; token?: string } = {},
): Promise<FoundSearch> {
  const query = (extra.fields ?? []).map((field) => `fields[searches]=${field}`).join("&");
  const body = { segments: legs.map(segment), ...extra.body };
  const answer = await caller.post(`/searches?${query}`, body, extra.token === undefined ? {} : { token: extra.token });
  if (answer.status !== 200) throw new Error(`search answered ${answer.status} ${answer.text}`);
  const { id, results } = answer.data(AvinodeSearch);
  return { id, hits: (results ?? []).map((hit) => AvinodeSearchHit.parse(hit)), answer };
}
