import { describe, expect, test } from "vitest";
import type { Place } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { findAll } from "../../src/read/index.js";

function placesOf(text: string): Readonly<Record<string, Place>> {
  const { places } = findAll(plainReport(text, {}), "places");
  return Object.fromEntries(places.map((p) => [text.slice(...p.span), p]));
}

describe("names that hold a place's name", () => {
  test("'University of St. Thomas' is no town of University", () => {
    const found = placesOf("She is an economist at the University of St. Thomas in Houston, Texas.");
    expect(Object.keys(found)).toEqual(["Houston", "Texas"]);
  });

  test("'Republic of Armenia' is Armenia, no town of Republic", () => {
    const found = placesOf("He met the ambassador of the Republic of Armenia in Rome.");
    expect(Object.values(found).find((p) => p.country === "ARM")).toMatchObject({ precision: "country" });
    expect(Object.values(found).map((p) => p.name)).not.toContain("Republic");
  });

  test("a house called as a town far from all that the report speaks of is not in that town", () => {
    const found = placesOf("The choirs of Lagos, Abuja and Ibadan performed in Santa Ana Zoo last year.");
    expect(found["Santa Ana Zoo"]).toMatchObject({ geonames: null, lat: null, country: null });
  });
});

describe("names that no gazetteer holds", () => {
  test("a river has the point of the one town that the report is set in, as an area", () => {
    const found = placesOf("Two boats sank in Lisbon on Sunday, Lisbon police said. Both had come down the Kishwaukee River.");
    expect(found["Kishwaukee River"]).toMatchObject({ geonames: null, precision: "area", country: "PRT" });
  });

  test("a street is no place where no town is the report's", () => {
    const found = placesOf("They walked down Royal Street, crossed Frenchmen Street and came to Press Street in Louisiana.");
    expect(Object.keys(found)).toEqual(["Louisiana"]);
  });
});
