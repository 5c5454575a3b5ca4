import { amenityNames } from "./amenity-names/amenity-names.ts";

/**
 * What may be said of a cabin: a closed list, so that no free text of a seller reaches the page (R3). The first ten are
 * seed 004's own spelling. `amenity-names` says them in other languages; what is not here is not shown.
 */
export const amenities = [
  "110V Outlet",
  "Certified lav seat",
  "Coffee pot",
  "Dishware",
  "Freon air conditioning",
  "Glassware",
  "Ice bin",
  "Lavatory",
  "Leather seats",
  "Partial galley",
  "220V Outlet",
  "USB outlet",
  "Wi-Fi",
  "Satellite phone",
  "Air conditioning",
  "Auxiliary power unit",
  "Enclosed lavatory",
  "Forward lavatory",
  "Aft lavatory",
  "Shower",
  "Full galley",
  "Galley",
  "Refreshment center",
  "Microwave",
  "Oven",
  "Refrigerator",
  "Espresso machine",
  "Hot water",
  "Bar",
  "Flatware",
  "China",
  "Club seating",
  "Conference table",
  "Divan",
  "Berthable seats",
  "Bed",
  "Stateroom",
  "Moving map",
  "Video monitor",
  "DVD player",
  "Blu-ray player",
  "CD player",
  "Satellite TV",
  "Streaming media",
  "Printer",
  "Flight attendant",
  "Pets allowed",
  "Smoking allowed",
  "No smoking",
  "Ski tube",
  "External baggage",
  "Baggage access in flight",
  "Electric window shades",
  "Humidifier",
  "Air ionization",
  "Baby bassinet",
] as const;
export type Amenity = (typeof amenities)[number];

/** Other spellings of the same things, as `amenityKey` reduces them. */
const otherSpellings: Record<string, Amenity> = {
  wifi: "Wi-Fi",
  wireless: "Wi-Fi",
  wirelessinternet: "Wi-Fi",
  internet: "Wi-Fi",
  flightphone: "Satellite phone",
  convectionoven: "Oven",
  satphone: "Satellite phone",
  "110voutlets": "110V Outlet",
  "110voltoutlet": "110V Outlet",
  "110voltoutlets": "110V Outlet",
  "220voutlets": "220V Outlet",
  "220voltoutlet": "220V Outlet",
  usbcharging: "USB outlet",
  usboutlets: "USB outlet",
  usbport: "USB outlet",
  ac: "Air conditioning",
  apu: "Auxiliary power unit",
  toilet: "Lavatory",
  closedlavatory: "Enclosed lavatory",
  privatelavatory: "Enclosed lavatory",
  beltedlavseat: "Certified lav seat",
  certifiedlavatoryseat: "Certified lav seat",
  fridge: "Refrigerator",
  coffeemaker: "Coffee pot",
  coffeemachine: "Coffee pot",
  icedrawer: "Ice bin",
  icechest: "Ice bin",
  dvd: "DVD player",
  cd: "CD player",
  bluray: "Blu-ray player",
  airshow: "Moving map",
  airshowmap: "Moving map",
  satellitetelevision: "Satellite TV",
  cabinattendant: "Flight attendant",
  petfriendly: "Pets allowed",
  petsaccepted: "Pets allowed",
  nonsmoking: "No smoking",
  refreshmentcentre: "Refreshment center",
};

const byText = new Map<string, Amenity>(amenities.map((amenity) => [amenity, amenity]));
const byKey = new Map<string, Amenity>([
  ...Object.entries(otherSpellings),
  ...amenities.map((amenity): [string, Amenity] => [amenityKey(amenity), amenity]),
]);

/** Those of the given ones that are on the list, each once: in the words of the visitor's language, else in its own spelling. */
export function listedAmenities(given: readonly unknown[], locale?: string): string[] {
  const names = amenityNames(locale);
  const listed: string[] = [];
  for (const text of given) {
    if (typeof text !== "string") continue;
    const amenity = byText.get(text) ?? byKey.get(amenityKey(text));
    if (!amenity) continue;
    const name = names ? names[amenity] : amenity;
    // So few that looking through them costs less than a set.
    if (!listed.includes(name)) listed.push(name);
  }
  return listed;
}

function amenityKey(text: string): string {
  return text
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}
