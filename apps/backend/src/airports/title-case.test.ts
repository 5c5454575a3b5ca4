import { describe, expect, test } from "vitest";
import { titleCase } from "./title-case.ts";

describe("names in capitals", () => {
  test.each([
    ["LONDON", "London"],
    ["NEW YORK", "New York"],
    ["CHARLES DE GAULLE", "Charles de Gaulle"],
    ["DE KOOY", "De Kooy"],
    ["LE BOURGET", "Le Bourget"],
    ["AIX-EN-PROVENCE", "Aix-en-Provence"],
    ["FRANKFURT AM MAIN", "Frankfurt am Main"],
    ["ISLE OF MAN", "Isle of Man"],
    ["RIO DE JANEIRO", "Rio de Janeiro"],
    ["VAL D'ISERE", "Val d'Isere"],
    ["L'AQUILA", "L'Aquila"],
    ["O'HARE INTL", "O'Hare Intl"],
    ["MCCARRAN", "McCarran"],
    ["MARTHA'S VINEYARD", "Martha's Vineyard"],
    ["JOHN F KENNEDY", "John F Kennedy"],
    ["ST. MORITZ/SAMEDAN", "St. Moritz/Samedan"],
    ["RAF NORTHOLT", "RAF Northolt"],
    ["MALMÖ-STURUP", "Malmö-Sturup"],
    ["ZÜRICH", "Zürich"],
    ["МОСКВА", "Москва"],
    ["PAUL VI", "Paul VI"],
    ["", ""],
  ])("%s is written %s", (capitals, written) => {
    expect(titleCase(capitals)).toBe(written);
  });

  test("what is not in capitals is left as it is", () => {
    expect(titleCase("iPark van Nuys")).toBe("iPark van Nuys");
  });
});
