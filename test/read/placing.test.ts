import { expect, test } from "vitest";
import { tokenAt } from "../../src/language/document.js";
import { plainReport } from "../../src/model/report.js";
import { contextOf } from "../../src/read/events/context.js";
import { speakersPlaces } from "../../src/read/events/speaker-places.js";
import { placesBySentence } from "../../src/read/events/where.js";
import { findAll, read } from "../../src/read/index.js";
import { reportOf } from "../support/report.js";

/** Place name and country of the events of a type. */
function placed(text: string, type: string): readonly (readonly [string | null, string | null])[] {
  const { events, places } = read(reportOf(text));
  return events.filter((e) => e.type === type).map((e) => [places.find((p) => p.id === e.where)?.name ?? null, e.country]);
}

test("the place of the speaker's office, and the one somebody speaks from, are the speaker's", () => {
  const isSpeakers = (text: string, place: string): boolean => {
    const { doc, attributions } = findAll(reportOf(text), "attributions");
    return speakersPlaces(doc, attributions)(tokenAt(doc, text.indexOf(place)));
  };
  expect(isSpeakers("The weather office in Harare says a storm hit Mutare.", "Harare")).toBe(true);
  expect(isSpeakers("The weather office in Harare says a storm hit Mutare.", "Mutare")).toBe(false);
  expect(isSpeakers("A storm hit Mutare, the officer said in Harare.", "Harare")).toBe(true);
});

test("members of a region's parliament who pass a law pass it there, and a government named by its seat is no place", () => {
  expect(placed("Oklahoma Republicans passed a tax hike for schools.", "policy.law")).toEqual([["Oklahoma", "USA"]]);
  expect(placed("Nairobi is looking to increase prison sentences.", "policy.proposal").map(([where]) => where)).toEqual([null]);
});

test("nobody owns the sea that somebody was caught on", () => {
  expect(placed("The navy captured 26 Somali pirates in the Gulf of Aden on Sunday.", "security.arrest")).toEqual([["Gulf of Aden", null]]);
});

test("what is proposed is proposed for the land of the report", () => {
  const text =
    "Thieves robbed a bank in Nairobi on Sunday. Riots broke out in Kisumu, Kenya. The party has decided to take tougher action against theft.";
  expect(placed(text, "policy.proposal")).toEqual([["Kenya", "KEN"]]);
});

test("hostages are freed in the land of the report", () => {
  const text =
    "Gunmen freed the 12 pupils on Tuesday. They were seized in Kisumu in May. The governor of Nairobi and Kenyan teachers welcomed the news.";
  expect(placed(text, "justice.release").map(([, country]) => country)).toEqual(["KEN"]);
});

test("a land that is named only before a noun is not where something was", () => {
  const text = "A man was charged with arson. It was one of the worst fires in U.S. history. The U.S. fire service fought it.";
  expect(placed(text, "justice.charge").map(([where]) => where)).toEqual([null]);
});

test("what is told right after something recalled is of the news again", () => {
  const text =
    "Thieves robbed a jeweller in Nairobi on Monday. In May, masked men robbed a bank in Kisumu. The thieves then set fire to a car.";
  expect(placed(text, "violence.arson")).toEqual([["Nairobi", "KEN"]]);
});

test("what an act is merely near yields to the place beside it that the report puts things in", () => {
  const text =
    "A tram derailed near London on Wednesday, killing seven people. Officers were called to the scene in Croydon, south of the capital, and freed people who were trapped in the tram.";
  expect(placed(text, "hazard.accident")).toEqual([["Croydon", "GBR"]]);
});

test("what did not happen would have happened where the story is", () => {
  const text = "An officer shot Ada Oduya in Toledo on Sunday. Oduya did not fire her gun.";
  expect(placed(text, "violence.attack")).toEqual([
    ["Toledo", "USA"],
    ["Toledo", "USA"],
  ]);
});

test("a place is no adjective of origin though its first word was taken for one", () => {
  const text = "People fled their homes in the city of Bandar Abbas.";
  const found = findAll(reportOf(text), "attributions");
  const at = tokenAt(found.doc, text.indexOf("Bandar"));
  const misread = { type: "nationality", span: [text.indexOf("Bandar"), text.indexOf(" Abbas")], tokens: [at, at + 1] } as const;
  const told = placesBySentence(contextOf({ ...found, names: [{ ...found.names[0], ...misread }] }));
  expect([...told.values()].flat().map((t) => t.place.name)).toEqual(["Bandar Abbas"]);
});

test("a town that bears a person's first name is no town in what was named after the person", () => {
  const text =
    "Gunmen tried to seize power in Bissau on Sunday. A doctor at the Simao Mendes hospital said six bodies had been brought in.";
  expect(read(reportOf(text)).places.map((p) => p.name)).toEqual(["Bissau"]);
  expect(read(reportOf("Officers came to Jackson Memorial Hospital.")).places.map((p) => p.name)).not.toEqual([]);
});

test("nothing happened where the suspect fled to, nor where another act was that it has nothing to do with", () => {
  const killed = "A reporter was shot dead outside her home. The man who ordered it has since fled to Dubai, prosecutors say.";
  expect(placed(killed, "violence.killing").map(([where]) => where)).toEqual([null]);
  const apart = "Five people were shot on Wednesday. The shooting is not believed to be connected to the march in Westbrook.";
  expect(placed(apart, "violence.attack").map(([where]) => where)).toEqual([null]);
});

test("what went through a land is put in no town that only the rescue, or the road between two towns, names", () => {
  const text =
    "Torrents caused floods across western Nepal, killing 31. Helicopters rescued 112 people in Tikapur. The highway linking Dhangadhi with Kathmandu was cut.";
  expect(placed(text, "hazard.flood")).toEqual([["Nepal", "NPL"]]);
  expect(placed("A bus plunged off the bridge connecting Patna with Hajipur, killing 12.", "hazard.accident")).toEqual([["Patna", "IND"]]);
});

test("where a body was found is not where the raid was", () => {
  const text =
    "The body of a fifth teacher was found near the village of Dansadau. Gunmen stormed a school in Gusau on 2 August, killing a watchman.";
  expect(placed(text, "violence.attack").map(([where]) => where)).toEqual(["Gusau"]);
  const bare =
    "The body of a fifth teacher was found near the village of Dansadau. Gunmen stormed a school on 2 August, killing a watchman.";
  expect(placed(bare, "violence.attack").map(([where]) => where)).toEqual([null]);
});

test("a dateline of the outlet's own town says where what it reports was", () => {
  const text = "MERIDIAN, Miss. — A man was shot on Saturday night. Officers were called to the 800 block of Fifth Street.";
  const given = { url: "http://www.wtok.com/news/1", published: "2016-07-21" };
  const body = text.indexOf("A man");
  const parts = [
    { span: [0, body], part: "dateline" },
    { span: [body, text.length], part: "body" },
  ] as const;
  const { events, places } = read({ ...plainReport(text, given), parts });
  expect(events.map((e) => places.find((p) => p.id === e.where)?.name)).toEqual(["Meridian"]);
});
