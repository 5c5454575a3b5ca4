import { describe, expect, test } from "vitest";
import { distanceNm } from "../routing/great-circle.ts";
import { airports, findAirport, type Airport } from "./airports.ts";

const real = airports.filter(({ city }) => city !== "SANDBOX");

describe("the world's airports", () => {
  test("there are at least 400, each id and ICAO code once", () => {
    expect(real.length).toBeGreaterThanOrEqual(400);
    expect(new Set(airports.map(({ id }) => id)).size).toBe(airports.length);
    expect(new Set(airports.map(({ icao }) => icao)).size).toBe(airports.length);
  });

  test("names are in capitals, zones are known to the run time, positions are on earth", () => {
    for (const airport of airports) {
      expect(airport.name).toBe(airport.name.toUpperCase());
      expect(airport.city).not.toBe("");
      expect(airport.country.code).toMatch(/^[A-Z]{2}$/);
      expect(() => new Intl.DateTimeFormat("en", { timeZone: airport.zone })).not.toThrow();
      expect(Math.abs(airport.latitude)).toBeLessThan(85);
      expect(Math.abs(airport.longitude)).toBeLessThanOrEqual(180);
    }
  });

  test("they come most popular first", () => {
    const popularity = airports.map((airport) => airport.popularity);
    expect(popularity).toEqual(popularity.toSorted((one, other) => other - one));
  });

  test.each(
    "EGGW EGLF EGKB EGLW KTEB KVNY KOPF KASE KHPN LFPB LFMD LFMN LNMC LSGG LSZS LSGS LEPA LIML LIRA OMDB OMDW EDMO UUWW MYNN TNCM KTRK KSDL WSSL FALA".split(
      " ",
    ),
  )("business aviation's %s is there", (code) => expect(findAirport(code)).toBeDefined());

  test.each([
    ["EGGW", "KTEB", 3003],
    ["ESSA", "ESGG", 212],
    ["KTEB", "KVNY", 2128],
    ["OMDB", "VIDP", 1184],
  ])("%s to %s is about %i nautical miles", (from, to, miles) => {
    expect(Math.abs(distanceNm(get(from), get(to)) - miles)).toBeLessThan(miles * 0.01);
  });

  test("two airports side by side have their own time zones where the border lies between", () => {
    expect(get("LSGG").zone).toBe("Europe/Zurich");
    expect(get("LFLB").zone).toBe("Europe/Paris");
    expect(get("KPHX").zone).toBe("America/Phoenix");
    expect(get("VIDP").zone).toBe("Asia/Kolkata");
    expect(get("EGGW").zone).toBe("Europe/London");
  });
});

function get(code: string): Airport {
  const airport = findAirport(code);
  if (airport === undefined) throw new Error(`no ${code}`);
  return airport;
}
