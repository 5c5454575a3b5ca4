import { z } from "zod";

/** The marketplace's categories, smallest first (`avinode-api.md` D1). Their names are their keys. */
export const aircraftCategories = [
  "Helicopter single engine",
  "Helicopter twin engine",
  "Piston",
  "Turbo prop",
  "Entry level jet (VLJ)",
  "Light jet",
  "Super light jet",
  "Midsize jet",
  "Super midsize jet",
  "Heavy jet",
  "Ultra long range",
  "VIP airliner",
  "Airliner",
] as const;

export const AircraftCategory = z.enum(aircraftCategories);
export type AircraftCategory = z.infer<typeof AircraftCategory>;
