import { ApiError } from "@liftline/api-client";
import type { LeadReceipt } from "@liftline/schema";
import { directionOf } from "../../src/messages/create-translate.ts";
import { mountBooking } from "../mount-booking.tsx";
import { bookingStates } from "./booking-states.ts";

// The state and the language come in the address: ?state=options&lang=ar
const parameters = new URLSearchParams(location.search);
const state = bookingStates[parameters.get("state") ?? "options"];
if (!state) throw new Error("No such state");
const mounted = mountBooking({
  ...state.stage,
  language: parameters.get("lang") ?? "en-GB",
  client: { submitLead: (): Promise<LeadReceipt> => (state.pending ? new Promise(() => undefined) : refused()) },
});
document.documentElement.lang = parameters.get("lang") ?? "en-GB";
document.documentElement.dir = directionOf(document.documentElement.lang);
await state.act?.(mounted.root);
// For `every-state.test.ts`.
Reflect.set(window, "said", mounted.said);
Reflect.set(window, "states", Object.keys(bookingStates));
document.documentElement.dataset["ready"] = "yes";

function refused(): Promise<never> {
  return Promise.reject(new ApiError("network"));
}
