import type { ProblemField } from "@liftline/schema";
import type { PlainKey } from "../messages/catalogue.ts";
import type { Fault, FaultField } from "./check-trip.ts";
import type { Trip } from "./trip.ts";

const backendFaults: Readonly<Record<string, PlainKey>> = {
  from: "fault.airport",
  to: "fault.airport",
  date: "fault.date",
  passengers: "fault.check",
};

/** The backend's faults beside the fields of the form. One that is about no field is left out. */
export function readFaults(errors: readonly ProblemField[], trip: Trip): readonly Fault[] {
  return errors.flatMap(({ path }): Fault[] => {
    const [, index, name = ""] = /^legs\.(\d+)\.(from|to|date|passengers)$/.exec(path) ?? [];
    const message = backendFaults[name];
    if (!message || !trip.legs[Number(index)]) return [];
    if (name === "passengers") return [{ leg: null, field: name, message }];
    const wayBack = trip.kind === "return" && index === "1" && name !== "date";
    if (wayBack) return [{ leg: 0, field: name === "from" ? "to" : "from", message }];
    return [{ leg: Number(index), field: name as FaultField, message }];
  });
}
