import { describe, expect, it } from "vitest";
import { packPopulation, unpackPopulation } from "../../src/gazetteer/entry.js";
import {
  countryOf,
  isPlaceWord,
  longestPlaceAt,
  lookup,
  lookupAfterComma,
  nameKey,
  nearMisses,
  placeStrength,
} from "../../src/gazetteer/index.js";
import { editDistance } from "../../src/gazetteer/near.js";
import { Packed } from "../../src/gazetteer/packed.js";
import { analyse } from "../../src/language/index.js";
import { vocabulary } from "../../src/language/vocabulary.js";

const countries = (name: string) => [...new Set(lookup(name).map((m) => m.entry.country))];
const edits = (a: string, b: string, most: number) => editDistance(Buffer.from(a), a.length, Buffer.from(b), b.length, most);

describe("keys", () => {
  it("files a name under one spelling whatever its case, accents, hyphens, stops and saints", () => {
    expect(nameKey("Mazār-i-Sharif")).toBe("mazar i sharif");
    expect(nameKey("ST. LOUIS")).toBe(nameKey("Saint Louis"));
    expect(nameKey("The Hague")).toBe("hague");
    expect(nameKey("Tromsø")).toBe("tromso");
    expect(nameKey("N.J.")).toBe("nj");
  });
});

describe("lookup", () => {
  it("finds towns in capitals, small letters and without their accents", () => {
    for (const name of ["Usulután", "USULUTAN", "usulutan"]) expect(countries(name)).toEqual(["SLV"]);
  });

  it("gives every town of a name", () => {
    const paris = lookup("Paris").map((m) => m.entry);
    expect(paris.some((e) => e.country === "FRA" && e.population > 1_000_000 && e.seat === "country")).toBe(true);
    expect(paris.some((e) => e.division?.code === "US.TX")).toBe(true);
  });

  it("knows countries by short and former names, and seas, regions and camps", () => {
    expect(countries("Burma")).toContain("MMR");
    expect(lookup("U.S.")[0].entry).toMatchObject({ country: "USA", kind: "country" });
    expect(lookup("Central Asia")[0].entry).toMatchObject({ kind: "area", country: null });
    expect(lookup("Gaza Strip")[0].entry).toMatchObject({ kind: "region", country: "PSE" });
    expect(lookup("Bombay")[0].entry).toMatchObject({ name: "Mumbai", country: "IND" });
  });

  it("knows counties, and villages of postal lists as minor", () => {
    expect(lookup("Laurel County")[0].entry).toMatchObject({ kind: "district", division: { code: "US.KY" } });
    expect(lookup("Gorkha").every((m) => m.entry.minor)).toBe(true);
  });

  it("reads postal codes of states only behind a comma", () => {
    expect(lookupAfterComma("IN").map((m) => m.entry.name)).toEqual(["Indiana"]);
    expect(lookup("IN")).toEqual([]);
    expect(lookup("Calif.")[0].entry.name).toBe("California");
  });

  it("finds nothing for a word that is no place", () => {
    expect(lookup("xqzzyv")).toEqual([]);
    expect(placeStrength(lookup("xqzzyv"))).toBe(0);
  });
});

describe("misprints", () => {
  it("finds a town by a name with two letters swapped", () => {
    expect(nearMisses("Petropavlosvsk").map((m) => m.entry.country)).toContain("KAZ");
  });

  it("counts a swap of neighbours as one edit and gives up beyond the limit", () => {
    expect(edits("kabul", "kaubl", 1)).toBe(1);
    expect(edits("kabul", "kabul", 1)).toBe(0);
    expect(edits("kabul", "kandahar", 2)).toBe(3);
    expect(edits("tripoli", "tropolis", 2)).toBe(2);
  });

  it("takes no short word for a misprint", () => {
    expect(nearMisses("Bmn")).toEqual([]);
  });
});

describe("countries", () => {
  it("gives the country of a name and of an adjective of origin", () => {
    expect(countryOf("Kazakhstan")).toBe("KAZ");
    expect(countryOf("Kazakh")).toBe("KAZ");
    expect(countryOf("Turks")).toBe("TUR");
    expect(countryOf("Paris")).toBeNull();
  });
});

describe("words of a document", () => {
  it("tells whether a name starts with a word", () => {
    expect(isPlaceWord(vocabulary.id("san"))).toBe(true);
    expect(isPlaceWord(vocabulary.id("qwrtz"))).toBe(false);
  });

  it("takes the longest name that starts at a token", () => {
    const doc = analyse("They met in New York City on Monday.");
    const found = longestPlaceAt(doc, 3);
    expect(found?.end).toBe(6);
    expect(found?.key).toBe("new york city");
  });
});

describe("the packed file", () => {
  it("refuses a file of another version with a way out", () => {
    expect(() => new Packed(new Uint8Array(256))).toThrow(/not of this version/);
  });

  it("keeps populations to about a tenth", () => {
    for (const n of [500, 15_000, 2_000_000]) expect(Math.abs(unpackPopulation(packPopulation(n)) - n) / n).toBeLessThan(0.1);
    expect(unpackPopulation(packPopulation(0))).toBe(0);
  });
});
