/** The thirteen categories of the marketplace, spelled as it spells them (`avinode-api.md` D1). */
export const aircraftCategories = [
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
  "Helicopter single engine",
  "Helicopter twin engine",
] as const;
export type AircraftCategory = (typeof aircraftCategories)[number];

const layouts = ["low-wing", "mid-wing", "high-wing", "helicopter"] as const;
const mounts = ["nose", "wing", "fuselage", "overwing", "roof"] as const;
const propulsions = ["piston", "turboprop", "jet", "turboshaft"] as const;
const tails = ["t", "cruciform", "conventional", "v"] as const;

/** What a real aircraft type can do, in round figures from what its maker publishes, and how it looks from the side. */
export interface AircraftType {
  /** Names the photos: `photos/<slug>-exterior.webp`. */
  slug: string;
  category: AircraftCategory;
  /** As the marketplace names it: `Citation CJ2`. */
  type: string;
  /** Groups variants: `Global Express/XRS`. */
  superType: string;
  /** Passengers in a usual charter cabin. */
  seats: number;
  /** Full tanks, four passengers, reserves kept; nautical miles. */
  rangeNm: number;
  /** True airspeed in knots. */
  cruiseKt: number;
  engines: number;
  layout: (typeof layouts)[number];
  /** Where the engines sit; a third one of a `fuselage` type is in the fin. */
  mount: (typeof mounts)[number];
  propulsion: (typeof propulsions)[number];
  tail: (typeof tails)[number];
  lengthM: number;
  /** Cabin windows on one side. */
  windows: number;
  /** The shortest runway it uses, metres; 0 for helicopters. */
  runwayM: number;
  /** A usual charter hour in US dollars, the middle of the market. */
  hourUsd: number;
  firstYear: number;
  lastYear: number;
  /** How many of them the fleet has before the seed varies it. */
  fleet: number;
}

export const aircraftTypes: AircraftType[] = rows(`
beechcraft-baron-58     | Piston | Baron G58 | Baron 58 | 5 | 1100 | 195 | 2 | low-wing | wing | piston | conventional | 9.1 | 3 | 700 | 1050 | 1998 | 2019 | 8
piper-seneca-v          | Piston | Seneca V | PA-34 Seneca | 5 | 820 | 180 | 2 | low-wing | wing | piston | conventional | 8.7 | 4 | 700 | 850 | 1997 | 2018 | 6
cirrus-sr22             | Piston | Cirrus SR22 | Cirrus SR20/SR22 | 3 | 900 | 178 | 1 | low-wing | nose | piston | conventional | 7.9 | 2 | 600 | 780 | 2005 | 2023 | 8
cessna-414a             | Piston | Cessna 414A Chancellor | Cessna 414/421 | 6 | 1150 | 200 | 2 | low-wing | wing | piston | conventional | 11.1 | 4 | 800 | 1150 | 1978 | 1985 | 5
piper-navajo-chieftain  | Piston | Navajo Chieftain | PA-31 Navajo | 8 | 900 | 190 | 2 | low-wing | wing | piston | conventional | 10.5 | 6 | 800 | 1100 | 1975 | 1984 | 7
pilatus-pc-12           | Turbo prop | Pilatus PC-12 NG | Pilatus PC-12 | 8 | 1650 | 275 | 1 | low-wing | nose | turboprop | t | 14.4 | 5 | 800 | 2150 | 2008 | 2022 | 22
king-air-c90            | Turbo prop | King Air C90GTx | King Air 90 | 6 | 1050 | 260 | 2 | low-wing | wing | turboprop | conventional | 10.8 | 4 | 800 | 1850 | 2005 | 2019 | 10
king-air-200            | Turbo prop | King Air B200 | King Air 200 | 8 | 1300 | 275 | 2 | low-wing | wing | turboprop | t | 13.3 | 6 | 850 | 2100 | 1990 | 2012 | 16
king-air-350            | Turbo prop | King Air 350i | King Air 350 | 9 | 1550 | 305 | 2 | low-wing | wing | turboprop | t | 14.2 | 7 | 950 | 2500 | 2004 | 2021 | 14
daher-tbm-930           | Turbo prop | TBM 930 | TBM 900 series | 5 | 1550 | 325 | 1 | low-wing | nose | turboprop | conventional | 10.7 | 4 | 800 | 2050 | 2016 | 2023 | 7
piaggio-avanti          | Turbo prop | Avanti EVO | Piaggio P.180 | 7 | 1450 | 385 | 2 | mid-wing | wing | turboprop | t | 14.4 | 7 | 950 | 2900 | 2006 | 2018 | 8
cessna-caravan          | Turbo prop | Grand Caravan EX | Cessna 208 | 9 | 900 | 180 | 1 | high-wing | nose | turboprop | conventional | 12.7 | 7 | 650 | 1500 | 2010 | 2022 | 8
citation-mustang        | Entry level jet (VLJ) | Citation Mustang | Citation Mustang | 4 | 1050 | 335 | 2 | low-wing | fuselage | jet | t | 12.4 | 3 | 1000 | 2300 | 2007 | 2017 | 14
eclipse-500             | Entry level jet (VLJ) | Eclipse 500 | Eclipse 500/550 | 4 | 1050 | 355 | 2 | low-wing | fuselage | jet | t | 10.2 | 3 | 950 | 2100 | 2007 | 2014 | 5
phenom-100              | Entry level jet (VLJ) | Phenom 100 | Phenom 100 | 4 | 1120 | 380 | 2 | low-wing | fuselage | jet | t | 12.8 | 4 | 1050 | 2500 | 2009 | 2020 | 12
citation-m2             | Entry level jet (VLJ) | Citation M2 | Citation CJ1/M2 | 6 | 1400 | 395 | 2 | low-wing | fuselage | jet | t | 13.0 | 5 | 1050 | 2850 | 2014 | 2023 | 11
hondajet-elite          | Entry level jet (VLJ) | HondaJet Elite | HondaJet | 5 | 1400 | 415 | 2 | low-wing | overwing | jet | t | 13.0 | 4 | 1150 | 2900 | 2016 | 2023 | 8
citation-cj2            | Light jet | Citation CJ2 | Citation CJ2/CJ2+ | 6 | 1500 | 400 | 2 | low-wing | fuselage | jet | t | 14.5 | 6 | 1150 | 2950 | 2001 | 2015 | 18
citation-cj3            | Light jet | Citation CJ3 | Citation CJ3/CJ3+ | 7 | 1850 | 415 | 2 | low-wing | fuselage | jet | t | 15.6 | 6 | 1100 | 3300 | 2005 | 2022 | 16
citation-bravo          | Light jet | Citation Bravo | Citation II/Bravo | 7 | 1600 | 395 | 2 | low-wing | fuselage | jet | conventional | 14.4 | 6 | 1150 | 2900 | 1997 | 2006 | 9
phenom-300              | Light jet | Phenom 300 | Phenom 300/300E | 7 | 1950 | 445 | 2 | low-wing | fuselage | jet | t | 15.6 | 6 | 1100 | 3700 | 2010 | 2023 | 22
learjet-31a             | Light jet | Learjet 31A | Learjet 31 | 6 | 1250 | 440 | 2 | low-wing | fuselage | jet | t | 14.8 | 4 | 1250 | 3000 | 1992 | 2003 | 6
hawker-400xp            | Light jet | Hawker 400XP | Beechjet 400/Hawker 400 | 7 | 1400 | 435 | 2 | low-wing | fuselage | jet | t | 14.8 | 6 | 1300 | 3100 | 2003 | 2010 | 12
premier-i               | Light jet | Premier IA | Premier I/IA | 6 | 1300 | 445 | 2 | low-wing | fuselage | jet | t | 14.0 | 5 | 1250 | 3050 | 2003 | 2011 | 7
citation-xls            | Super light jet | Citation XLS | Citation Excel/XLS | 8 | 1850 | 430 | 2 | low-wing | fuselage | jet | cruciform | 16.0 | 6 | 1150 | 3900 | 2004 | 2021 | 24
learjet-45xr            | Super light jet | Learjet 45XR | Learjet 40/45 | 8 | 1950 | 445 | 2 | low-wing | fuselage | jet | t | 17.7 | 8 | 1400 | 3700 | 2004 | 2012 | 12
learjet-75              | Super light jet | Learjet 75 | Learjet 70/75 | 8 | 2040 | 460 | 2 | low-wing | fuselage | jet | t | 17.7 | 8 | 1400 | 4100 | 2013 | 2021 | 8
pilatus-pc-24           | Super light jet | Pilatus PC-24 | Pilatus PC-24 | 8 | 1950 | 425 | 2 | low-wing | fuselage | jet | t | 16.8 | 7 | 900 | 4300 | 2018 | 2023 | 9
hawker-800xp            | Midsize jet | Hawker 800XP | Hawker 700/800 | 8 | 2500 | 430 | 2 | low-wing | fuselage | jet | cruciform | 15.6 | 6 | 1550 | 4100 | 1996 | 2006 | 16
hawker-900xp            | Midsize jet | Hawker 900XP | Hawker 850/900 | 8 | 2750 | 440 | 2 | low-wing | fuselage | jet | cruciform | 15.6 | 6 | 1550 | 4500 | 2007 | 2012 | 11
learjet-60xr            | Midsize jet | Learjet 60XR | Learjet 60 | 7 | 2300 | 450 | 2 | low-wing | fuselage | jet | t | 17.9 | 6 | 1650 | 4200 | 2006 | 2013 | 11
gulfstream-g150         | Midsize jet | Gulfstream G150 | Astra/G100/G150 | 7 | 2900 | 455 | 2 | low-wing | fuselage | jet | cruciform | 17.3 | 6 | 1550 | 4600 | 2006 | 2016 | 8
citation-vii            | Midsize jet | Citation VII | Citation III/VI/VII | 7 | 1900 | 445 | 2 | low-wing | fuselage | jet | t | 16.9 | 6 | 1500 | 3900 | 1993 | 2000 | 6
challenger-300          | Super midsize jet | Challenger 300 | Challenger 300/350 | 9 | 3060 | 459 | 2 | low-wing | fuselage | jet | t | 20.9 | 7 | 1500 | 5400 | 2004 | 2014 | 18
challenger-350          | Super midsize jet | Challenger 350 | Challenger 300/350 | 9 | 3200 | 462 | 2 | low-wing | fuselage | jet | t | 20.9 | 7 | 1500 | 5900 | 2014 | 2022 | 16
citation-latitude       | Super midsize jet | Citation Latitude | Citation Latitude | 8 | 2700 | 440 | 2 | low-wing | fuselage | jet | cruciform | 19.0 | 6 | 1150 | 5200 | 2015 | 2023 | 14
citation-sovereign      | Super midsize jet | Citation Sovereign | Citation Sovereign | 9 | 2850 | 440 | 2 | low-wing | fuselage | jet | cruciform | 19.4 | 8 | 1150 | 5000 | 2004 | 2019 | 12
citation-x              | Super midsize jet | Citation X | Citation X/X+ | 8 | 3000 | 510 | 2 | low-wing | fuselage | jet | t | 22.0 | 7 | 1600 | 5500 | 1997 | 2014 | 8
gulfstream-g200         | Super midsize jet | Gulfstream G200 | Galaxy/G200 | 9 | 3250 | 459 | 2 | low-wing | fuselage | jet | cruciform | 19.0 | 8 | 1850 | 5100 | 2000 | 2011 | 10
gulfstream-g280         | Super midsize jet | Gulfstream G280 | Gulfstream G280 | 9 | 3600 | 470 | 2 | low-wing | fuselage | jet | t | 20.3 | 9 | 1450 | 5900 | 2013 | 2023 | 9
falcon-50ex             | Super midsize jet | Falcon 50EX | Falcon 50 | 9 | 3150 | 445 | 3 | low-wing | fuselage | jet | cruciform | 18.5 | 7 | 1500 | 5000 | 1997 | 2008 | 8
legacy-500              | Super midsize jet | Legacy 500 | Legacy 450/500 | 9 | 3100 | 462 | 2 | low-wing | fuselage | jet | t | 20.7 | 7 | 1250 | 5600 | 2014 | 2020 | 9
falcon-2000             | Heavy jet | Falcon 2000 | Falcon 2000 | 10 | 3100 | 460 | 2 | low-wing | fuselage | jet | cruciform | 20.2 | 9 | 1600 | 5900 | 1996 | 2007 | 12
falcon-2000lx           | Heavy jet | Falcon 2000LX | Falcon 2000EX/LX | 10 | 4000 | 465 | 2 | low-wing | fuselage | jet | cruciform | 20.2 | 9 | 1600 | 6600 | 2008 | 2022 | 14
falcon-900ex            | Heavy jet | Falcon 900EX | Falcon 900 | 12 | 4450 | 462 | 3 | low-wing | fuselage | jet | cruciform | 20.2 | 12 | 1550 | 7000 | 1997 | 2012 | 13
challenger-604          | Heavy jet | Challenger 604 | Challenger 600 series | 10 | 3750 | 455 | 2 | low-wing | fuselage | jet | t | 20.9 | 6 | 1800 | 5900 | 1996 | 2007 | 16
challenger-605          | Heavy jet | Challenger 605 | Challenger 600 series | 11 | 3900 | 459 | 2 | low-wing | fuselage | jet | t | 20.9 | 6 | 1800 | 6500 | 2007 | 2015 | 13
challenger-850          | Heavy jet | Challenger 850 | Challenger 850/870 | 14 | 2750 | 442 | 2 | low-wing | fuselage | jet | t | 26.8 | 12 | 1950 | 6800 | 2006 | 2012 | 7
gulfstream-g-iv-sp      | Heavy jet | Gulfstream G-IVSP | Gulfstream G-IV | 13 | 4000 | 465 | 2 | low-wing | fuselage | jet | t | 26.9 | 6 | 1700 | 6900 | 1993 | 2002 | 12
gulfstream-g450         | Heavy jet | Gulfstream G450 | Gulfstream G350/G450 | 14 | 4350 | 476 | 2 | low-wing | fuselage | jet | t | 27.2 | 6 | 1750 | 7400 | 2005 | 2017 | 13
legacy-600              | Heavy jet | Legacy 600 | Legacy 600/650 | 13 | 3400 | 447 | 2 | low-wing | fuselage | jet | t | 26.3 | 11 | 1750 | 6400 | 2003 | 2012 | 12
legacy-650              | Heavy jet | Legacy 650 | Legacy 600/650 | 13 | 3850 | 450 | 2 | low-wing | fuselage | jet | t | 26.3 | 11 | 1750 | 6900 | 2011 | 2019 | 9
gulfstream-g-v          | Ultra long range | Gulfstream G-V | Gulfstream G-V | 13 | 6250 | 480 | 2 | low-wing | fuselage | jet | t | 29.4 | 7 | 1850 | 8300 | 1997 | 2002 | 9
gulfstream-g550         | Ultra long range | Gulfstream G550 | Gulfstream G500/G550 | 16 | 6700 | 480 | 2 | low-wing | fuselage | jet | t | 29.4 | 7 | 1850 | 9000 | 2004 | 2020 | 14
gulfstream-g650er       | Ultra long range | Gulfstream G650ER | Gulfstream G650 | 16 | 7400 | 495 | 2 | low-wing | fuselage | jet | t | 30.4 | 8 | 1850 | 11200 | 2014 | 2023 | 12
global-express          | Ultra long range | Global Express | Global Express/XRS | 13 | 5950 | 482 | 2 | low-wing | fuselage | jet | t | 30.3 | 12 | 1900 | 8300 | 1999 | 2012 | 11
global-5000             | Ultra long range | Global 5000 | Global 5000 | 13 | 5150 | 482 | 2 | low-wing | fuselage | jet | t | 29.5 | 11 | 1750 | 8200 | 2005 | 2020 | 9
global-6000             | Ultra long range | Global 6000 | Global 6000 | 13 | 5950 | 485 | 2 | low-wing | fuselage | jet | t | 30.3 | 12 | 1950 | 9300 | 2012 | 2022 | 13
global-7500             | Ultra long range | Global 7500 | Global 7500 | 15 | 7650 | 495 | 2 | low-wing | fuselage | jet | t | 33.9 | 14 | 1800 | 12500 | 2019 | 2023 | 7
falcon-7x               | Ultra long range | Falcon 7X | Falcon 7X | 12 | 5850 | 475 | 3 | low-wing | fuselage | jet | cruciform | 23.4 | 14 | 1700 | 8500 | 2007 | 2021 | 12
falcon-8x               | Ultra long range | Falcon 8X | Falcon 8X | 13 | 6400 | 475 | 3 | low-wing | fuselage | jet | cruciform | 24.5 | 15 | 1800 | 9200 | 2016 | 2023 | 7
lineage-1000            | VIP airliner | Lineage 1000 | Embraer Lineage | 19 | 4550 | 455 | 2 | low-wing | wing | jet | conventional | 36.2 | 24 | 1950 | 12000 | 2009 | 2018 | 4
airbus-acj319           | VIP airliner | Airbus ACJ319 | Airbus ACJ319 | 19 | 5900 | 450 | 2 | low-wing | wing | jet | conventional | 33.8 | 27 | 1900 | 14500 | 2002 | 2016 | 5
boeing-bbj              | VIP airliner | Boeing BBJ | Boeing BBJ | 19 | 5900 | 450 | 2 | low-wing | wing | jet | conventional | 33.6 | 28 | 1900 | 15000 | 1999 | 2017 | 5
erj-145                 | Airliner | Embraer ERJ 145 | Embraer ERJ 135/145 | 48 | 1500 | 440 | 2 | low-wing | fuselage | jet | t | 29.9 | 17 | 1900 | 6200 | 1998 | 2006 | 6
saab-340                | Airliner | Saab 340B | Saab 340 | 34 | 850 | 270 | 2 | low-wing | wing | turboprop | conventional | 19.7 | 12 | 1300 | 3900 | 1990 | 1999 | 5
atr-72                  | Airliner | ATR 72-500 | ATR 72 | 68 | 850 | 275 | 2 | high-wing | wing | turboprop | t | 27.2 | 18 | 1350 | 5400 | 1998 | 2012 | 4
avro-rj85               | Airliner | Avro RJ85 | BAe 146/Avro RJ | 82 | 1400 | 400 | 4 | high-wing | wing | jet | t | 28.6 | 20 | 1600 | 8200 | 1993 | 2001 | 4
boeing-737-700          | Airliner | Boeing 737-700 | Boeing 737 NG | 126 | 3000 | 450 | 2 | low-wing | wing | jet | conventional | 33.6 | 32 | 1950 | 11500 | 1999 | 2014 | 4
airbus-a320             | Airliner | Airbus A320 | Airbus A320 family | 180 | 2900 | 450 | 2 | low-wing | wing | jet | conventional | 37.6 | 36 | 2000 | 13000 | 1998 | 2016 | 5
robinson-r44            | Helicopter single engine | Robinson R44 | Robinson R44 | 3 | 300 | 108 | 1 | helicopter | roof | piston | conventional | 9.0 | 2 | 0 | 900 | 2005 | 2022 | 6
as350-ecureuil          | Helicopter single engine | AS350 B3 Ecureuil | Airbus AS350/H125 | 5 | 340 | 130 | 1 | helicopter | roof | turboshaft | conventional | 10.9 | 2 | 0 | 2200 | 2000 | 2019 | 9
bell-407                | Helicopter single engine | Bell 407 | Bell 407 | 6 | 330 | 132 | 1 | helicopter | roof | turboshaft | conventional | 10.6 | 3 | 0 | 2400 | 1998 | 2021 | 7
ec135                   | Helicopter twin engine | EC135 | Airbus EC135/H135 | 6 | 340 | 135 | 2 | helicopter | roof | turboshaft | conventional | 10.2 | 3 | 0 | 3500 | 2000 | 2020 | 8
agusta-a109             | Helicopter twin engine | A109S Grand | Agusta A109 | 6 | 430 | 150 | 2 | helicopter | roof | turboshaft | conventional | 13.0 | 3 | 0 | 3700 | 2005 | 2018 | 10
aw139                   | Helicopter twin engine | AW139 | Agusta AW139 | 12 | 500 | 155 | 2 | helicopter | roof | turboshaft | conventional | 13.8 | 4 | 0 | 5600 | 2006 | 2022 | 9
sikorsky-s-76           | Helicopter twin engine | Sikorsky S-76C | Sikorsky S-76 | 8 | 400 | 148 | 2 | helicopter | roof | turboshaft | conventional | 13.2 | 4 | 0 | 4700 | 1997 | 2012 | 7
`);

function rows(table: string): AircraftType[] {
  return table
    .trim()
    .split("\n")
    .map((line) => row(line.split("|").map((cell) => cell.trim())));
}

function row(cells: string[]): AircraftType {
  const text = (index: number) => cells[index] ?? "";
  const number = (index: number) => Number(cells[index]);
  return {
    slug: text(0),
    category: oneOf(aircraftCategories, text(1)),
    type: text(2),
    superType: text(3),
    seats: number(4),
    rangeNm: number(5),
    cruiseKt: number(6),
    engines: number(7),
    layout: oneOf(layouts, text(8)),
    mount: oneOf(mounts, text(9)),
    propulsion: oneOf(propulsions, text(10)),
    tail: oneOf(tails, text(11)),
    lengthM: number(12),
    windows: number(13),
    runwayM: number(14),
    hourUsd: number(15),
    firstYear: number(16),
    lastYear: number(17),
    fleet: number(18),
  };
}

function oneOf<const Value extends string>(known: readonly Value[], text: string): Value {
  const found = known.find((value) => value === text);
  if (found === undefined) throw new Error(`not in the table's words: ${text}`);
  return found;
}
