import type { Call, Endpoint } from "../http/endpoint.ts";
import { invalid } from "../http/refusal.ts";
import type { StoredRfq } from "../trips/trip-book.ts";
import { sideIn, viewRfq } from "../trips/view.ts";
import { writeRfq } from "./write-rfq.ts";

const usualSize = 30;
const mostSize = 100;

/** `GET /rfqs` (avinode-api.md A7): those the company is part of, oldest first, from a moment on or behind one that was seen. */
export const listRfqs: Endpoint = {
  operation: "rfqs.list",
  method: "get",
  path: "/rfqs",
  answer: (call, state) => {
    const own = [...state.book.rfqs.values()].filter((rfq) => sideIn(rfq, { call, state }) !== undefined);
    const page = own.slice(startOf(own, call)).slice(0, readSize(call));
    return { data: page.map((rfq) => writeRfq(rfq, viewRfq(rfq, { call, state, key: "rfqs" }))) };
  },
};

/** `page[seek]` is the last one seen and goes before `page[firstseek]`, the moment to begin with. */
function startOf(own: StoredRfq[], { url }: Call): number {
  const seen = url.searchParams.get("page[seek]");
  if (seen !== null) {
    const index = own.findIndex(({ id }) => id === seen);
    if (index < 0) throw invalid("parameter: page[seek]");
    return index + 1;
  }
  const first = url.searchParams.get("page[firstseek]");
  const from = first === null ? 0 : Date.parse(first);
  if (Number.isNaN(from)) throw invalid("parameter: page[firstseek]");
  const index = own.findIndex(({ createdAt }) => createdAt >= from);
  return index < 0 ? own.length : index;
}

function readSize({ url }: Call): number {
  const text = url.searchParams.get("page[size]") ?? String(usualSize);
  if (!/^[1-9]\d{0,2}$/.test(text) || Number(text) > mostSize) throw invalid("parameter: page[size]");
  return Number(text);
}
