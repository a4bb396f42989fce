import { describe, expect, it } from "vitest";
import type { Place } from "../../src/model/reading.js";
import { type GivenOfReport, plainReport } from "../../src/model/report.js";
import { findAll } from "../../src/read/index.js";

function placesOf(text: string, given: GivenOfReport = {}): readonly Place[] {
  return findAll(plainReport(text, given), "places").places;
}

function placeOf(text: string, words: string, given: GivenOfReport = {}): Place | undefined {
  return placesOf(text, given).find((p) => text.slice(...p.span) === words);
}

describe("places", () => {
  it("puts no street on the map, whatever town it is called after", () => {
    expect(placeOf("Officers found the car on Aswan Drive in Toledo.", "Aswan Drive")?.lat ?? null).toBe(null);
    expect(placeOf("He was shot in the 1900 block of Dover, Toledo police said.", "Dover")?.lat ?? null).toBe(null);
  });

  it("puts a university or a stadium in its town, not in the state or town that it is called after", () => {
    expect(placeOf("A student was shot at Colorado State University on Monday.", "Colorado State University")).toMatchObject({
      precision: "site",
      lat: 40.57,
    });
    expect(placeOf("Two men were hurt outside the Rogers Centre in Toronto.", "Rogers Centre")).toMatchObject({ country: "CAN" });
    expect(placeOf("A student was shot in Colorado on Monday.", "Colorado")).toMatchObject({ precision: "region" });
  });

  it("takes a name right before village, block or police station for a place", () => {
    expect(placeOf("BSF men found arms in a dense forest of Narayanpatna block in Koraput District.", "Narayanpatna")).toMatchObject({
      country: "IND",
    });
    expect(placeOf("TPC cadres attacked Bairiyatand village under cover of night.", "Bairiyatand")).toBeDefined();
    expect(placeOf("Rebels blew up an unfortified Police Station at midnight.", "Police Station")).toBeUndefined();
  });

  it("takes a district of a state for the district", () => {
    expect(placesOf("A cadre was arrested near Timirguda village in Bijapur District of Chhattisgarh.").map((p) => p.precision)).toContain(
      "district",
    );
  });

  it("finds a county whose name is a possessive", () => {
    expect(placeOf("A man was shot in Prince George's County, Maryland.", "Prince George's County")).toMatchObject({
      admin1: "Maryland",
      precision: "district",
    });
  });

  it("knows a quarter by its town", () => {
    expect(placeOf("Two men were shot in Whitehaven on Sunday, Memphis police said.", "Whitehaven")).toMatchObject({
      country: "USA",
      precision: "site",
    });
    expect(placeOf("A harbour wall gave way in Whitehaven, Cumbria, in England.", "Whitehaven")).toMatchObject({ country: "GBR" });
  });

  it("means the town near the home of the outlet, on a page of the outlet's own below its address too", () => {
    const text = "Two men were shot in Meridian on Sunday, police said.";
    expect(placeOf(text, "Meridian", { url: "http://www.wtok.com/news/1" })).toMatchObject({ admin1: "Mississippi" });
    expect(placeOf(text, "Meridian", { url: "http://news.ktvb.com/1" })).toMatchObject({ admin1: "Idaho" });
  });

  it("follows what holds a village up to the district, past a namesake of the station between them", () => {
    const text = "Two men were held near Matiyon village under Chutia Police Station in Rohtas District.";
    expect(placeOf(text, "Matiyon")?.because).toContain("the text puts it in Rohtas District");
    expect(placeOf("A man was shot in Srinagar village of Gumla District.", "Srinagar")?.because).toContain("Gumla District");
    expect(placeOf("A man was shot in Srinagar.", "Srinagar")).toMatchObject({ country: "IND", precision: "town" });
  });

  it("takes no misprint of a town far from the district that the text puts a name in", () => {
    const text = "The police found a mine planted by the rebels in Kumhari forests of Vishunpur area in Gumla District";
    expect(placesOf(text).map((p) => p.name)).not.toContain("Bishnupur");
    expect(placeOf(text, "Vishunpur")?.because).toContain("Gumla District");
  });

  it("puts a village that nobody has on a map in the district that the text puts it in, and says so", () => {
    const place = placeOf("Rebels burnt a lorry at Qworpalli village in Gadchiroli District on Sunday.", "Qworpalli");
    expect(place).toMatchObject({ country: "IND", precision: "district" });
    expect(place?.because).toContain("the text puts it in Gadchiroli District");
  });

  it("takes a namesake in another land for no place of the district that the text gives", () => {
    const text = "A man was arrested from Qworpalli village under Bande Police Station in Kanker District.";
    expect(placeOf(text, "Bande Police Station")).toMatchObject({ country: "IND", precision: "district" });
    expect(placeOf(text, "Qworpalli")).toMatchObject({ country: "IND", precision: "district" });
  });

  it("takes no city at the other end of the land for the village in a district, nor a country for a police station of one", () => {
    const far = placeOf("Two men were held at a stone works unit at Rampur in the Lohardaga District on Sunday.", "Rampur");
    expect(far?.because).toContain("the text puts it in Lohardaga District");
    const station = "Rebels burnt a house in Qworpalli village under Mali Police Station of Gadchiroli District.";
    expect(placeOf(station, "Qworpalli")?.because).toContain("Gadchiroli District");
  });

  it("knows a block of a district from a block of a street", () => {
    expect(placeOf("They burnt a hall in the Dev block of Gadchiroli District.", "Gadchiroli District")?.country).toBe("IND");
  });

  it("does not take the next town of a list for what holds the last", () => {
    expect(placeOf("Clinics will open in Calgary, Winnipeg and Halifax, officials in Ottawa said.", "Calgary")?.name).toBe("Calgary");
  });

  it("finds a police station in the town that it is called after", () => {
    const text = "Four men were arrested under Koyalibeda Police Station in Kanker District on Monday.";
    expect(placeOf(text, "Koyalibeda Police Station")).toMatchObject({ name: "Koyalibeda", admin1: "Chhattisgarh" });
  });

  it("means the town of the state that follows it", () => {
    expect(placeOf("Two men were shot dead in Paris, Texas, police said.", "Paris")).toMatchObject({
      country: "USA",
      admin1: "Texas",
      precision: "town",
    });
    expect(placeOf("Two men were shot dead in Paris, Tex., police said.", "Paris")).toMatchObject({ admin1: "Texas" });
  });

  it("means the capital where nothing else speaks", () => {
    const place = placeOf("French police detained three men in Paris on Friday, the interior ministry said.", "Paris");
    expect(place).toMatchObject({ country: "FRA", precision: "town" });
    expect(place?.because).toMatch(/places of this name/);
  });

  it("gives a country the precision of a country", () => {
    expect(placeOf("At least nine people died in floods across Kenya, officials said.", "Kenya")).toMatchObject({
      country: "KEN",
      precision: "country",
    });
  });

  it("reads a misprint as the one town near its spelling in the country of the report", () => {
    const text =
      "Kazakh police said they had found a flat used by the gunmen in Petropavlosvsk. The men were Kazakh citizens, Kazakhstan's prosecutor said.";
    expect(placeOf(text, "Petropavlosvsk")).toMatchObject({
      name: "Petropavl",
      country: "KAZ",
      because: expect.stringMatching(/spelled nearly so/),
    });
  });

  it("leaves a name that no gazetteer has without coordinates, and says why", () => {
    const place = placeOf("Rebels burned ten houses in the village of Zurqambaka, officials said on Monday.", "Zurqambaka");
    if (place) expect(place).toMatchObject({ lat: null, lon: null, because: "no place of this name is known" });
  });

  it("finds places in capitals and in small letters", () => {
    const text = "GUERRILLAS ATTACKED AN ARMY POST IN USULUTAN DEPARTMENT, EL SALVADOR, THE ARMED FORCES REPORTED IN SAN SALVADOR.";
    expect(placesOf(text).filter((p) => p.country === "SLV").length).toBeGreaterThanOrEqual(3);
    const small = placesOf(
      "police opened fire on a mob in ahmedabad on friday, killing two people, officials in gujarat said. the army was called out in vadodara.",
    );
    expect(small.map((p) => p.country)).toEqual(["IND", "IND", "IND"]);
  });

  it("takes counties of a list for counties", () => {
    const text = "The sheriff's offices of Grayson, Cooke and Love counties searched along the Texas line on Monday, a deputy said.";
    expect(placeOf(text, "Cooke")).toMatchObject({ name: "Cooke County", admin1: "Texas", precision: "district" });
  });

  it("takes no person and no adjective for a place", () => {
    const words = placesOf("Paris Jackson, 27, was charged in a Turkish court, her lawyer Mr. Lincoln said.").map((p) => p.name);
    expect(words).toEqual([]);
  });

  it("keeps the distance and the side of a place", () => {
    expect(placeOf("A bus fell into a ravine 20 km north of Kandahar on Sunday.", "Kandahar")?.relation).toEqual({
      km: 20,
      bearing: "north",
    });
    expect(placeOf("A bomb went off near Kandahar on Sunday.", "Kandahar")?.relation).toBe("near");
    expect(placeOf("A bomb went off in Kandahar on Sunday.", "Kandahar")?.relation).toBe("at");
  });

  it("lets the outlet's own area decide between towns of one name", () => {
    const text = "A man was found shot dead on Main Street in Springfield, police said.";
    expect(placeOf(text, "Springfield", { outlet: "whio.com" })).toMatchObject({ admin1: "Ohio" });
  });

  it("gives every place a span of its very words and an id of its own", () => {
    const text = "Fighting spread from Homs to Hama, and shells fell on Homs again, residents told reporters in Beirut.";
    const found = placesOf(text);
    expect(new Set(found.map((p) => p.id)).size).toBe(found.length);
    expect(found.map((p) => text.slice(...p.span))).toEqual(["Homs", "Hama", "Homs", "Beirut"]);
    expect(found[0].geonames).toBe(found[2].geonames);
  });
});

it("means the small town of the only land that the report speaks of, not a larger one abroad", () => {
  const text = "An earthquake struck southern Peru early on Friday. Some 200 houses collapsed in the town of Chala, its mayor said.";
  expect(placeOf(text, "Chala")?.country).toBe("PER");
});

describe("places told by words of origin", () => {
  it("sees no town in the first half of a word of origin", () => {
    expect(placesOf("Costa Rican investigators are looking into the crash of a small plane. Sri Lankan divers joined them.")).toEqual([]);
  });
});

it("puts a village under a police station within a few kilometres of it, and knows the station by a small letter too", () => {
  const text = "Police arrested a man at Birbanki village under Arki Police Station in Khunti District of Jharkhand.";
  expect(placeOf(text, "Birbanki")?.because).toContain("the text puts it in Arki");
  const small = "Rebels blew up a kiln at a village under Ghorasahan Police station in East Champaran District.";
  expect(placesOf(small).map((p) => p.name)).toContain("Ghorasahan");
});
