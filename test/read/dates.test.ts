import { expect, test } from "vitest";
import type { Event } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

/** Events of a text published on Thursday 21 July 2016. */
function events(text: string): readonly Event[] {
  return read(plainReport(text, { published: "2016-07-21" })).events;
}

function datesOf(text: string, type: string): readonly (string | null)[] {
  const e = events(text).find((x) => x.type === type);
  return [e?.earliest ?? null, e?.latest ?? null];
}

test("a day told of an arrest is not the day of the shooting that it was for", () => {
  const text =
    "Police in Millbrook arrested a third man Wednesday in connection with the fatal shooting of Ada Oduya. " +
    "The shooting happened on Sunday outside a cafe in Millbrook.";
  const lead = read(plainReport(text, { published: "2016-07-21" }));
  const event = lead.events.find((e) => e.id === lead.lead);
  expect([event?.earliest, event?.latest]).toEqual(["2016-07-17", "2016-07-17"]);
});

test("when the police spoke is not when it happened", () => {
  const text = "A man was shot dead in Millbrook on Sunday night, police said on Wednesday. The shooting took place near the harbour.";
  expect(datesOf(text, "violence.killing")).toEqual(["2016-07-17", "2016-07-17"]);
});

test("an act long ago keeps its year beside the news", () => {
  const text =
    "A bomb killed four people at a market in Gao on Tuesday. It was the worst attack in the town since 2009. " +
    "In 2012 gunmen kidnapped six teachers in Gao.";
  expect(datesOf(text, "violence.bombing")).toEqual(["2016-07-19", "2016-07-19"]);
  expect(datesOf(text, "violence.abduction")).toEqual(["2012-01-01", "2012-12-31"]);
});

test("without any time a past event is no later than the report, and a plan has no days", () => {
  expect(datesOf("A bomb killed four people at a market in Gao.", "violence.bombing")).toEqual([null, "2016-07-21"]);
  expect(datesOf("The union plans a strike at the port.", "unrest.strike")).toEqual([null, null]);
});

test("a number of a house in a street is no year", () => {
  const text = "A man was shot dead on Tuesday in the 2000 block of Mill Street in Millbrook, police said.";
  expect(datesOf(text, "violence.killing")).toEqual(["2016-07-19", "2016-07-19"]);
});

test("what happened a week before is dated so by 'a week after'", () => {
  const text = "A bomb killed four people at a market in Gao. It comes a week after 44 people were killed in an attack in Ansongo.";
  expect(datesOf(text, "violence.attack")).toEqual([null, "2016-07-14"]);
});

test("rulings told together are of one sitting, a sentence that is being served is not", () => {
  const text =
    "A court on Tuesday convicted two bankers of fraud. Three others were fined 500 pounds each. One of them is serving a ten-year sentence.";
  const days = events(text)
    .filter((e) => e.type === "justice.sentence")
    .map((e) => e.earliest);
  expect(days).toEqual(["2016-07-19", null]);
});

test("an inquiry that goes on began after the act that it is about", () => {
  const text =
    "A tram derailed in Lowick on Tuesday, killing three people. The cause of the accident is unclear and an investigation was opened.";
  expect(datesOf(text, "justice.investigation")).toEqual(["2016-07-19", null]);
});

test("what was done since somebody was ousted runs from that year, also where the ousting is told again by another word", () => {
  const text =
    "A court in Gao jailed five men on Tuesday. The army overthrew President Musa Konta in 2013. " +
    "Hundreds of activists have been arrested since the army ousted him.";
  expect(datesOf(text, "security.arrest")).toEqual(["2013-01-01", "2016-07-21"]);
});

test("a ruling that somebody had already been given is not the one that is the news", () => {
  const text =
    "A court on Tuesday sentenced the former minister Musa Konta to three years in prison. Konta had already been sentenced to nine years in prison. " +
    "Konta was also ordered to pay two million pounds to the treasury.";
  const days = events(text)
    .filter((e) => e.type === "justice.sentence")
    .map((e) => [e.mentions.length, e.earliest]);
  expect(days).toEqual([
    [1, "2016-07-19"],
    [1, null],
    [1, "2016-07-19"],
  ]);
});

test("the year of what somebody did is not the year of his sentence, which came between then and the report", () => {
  const text =
    "A court in Gao fined a blogger on Tuesday. She is serving a five-year sentence for taking part in an illegal protest in 2013.";
  const sentence = events(text).find((e) => e.type === "justice.sentence" && e.mentions.length > 1);
  expect([sentence?.earliest, sentence?.latest]).toEqual(["2013-01-01", "2016-07-21"]);
});

test("charges that stem from an act are later than its day", () => {
  const text =
    "A man pleaded guilty on Wednesday. He had been charged with murder. The criminal charges stemmed from a shooting that occurred in Gao on March 4, 2014.";
  expect(datesOf(text, "justice.charge")).toEqual(["2014-03-04", "2016-07-21"]);
});

test("what goes on has no last day, and what may be has none", () => {
  const text =
    "A bomb killed four people in Gao on Tuesday. Detectives are investigating the bombing. Church leaders warned of riots on Wednesday.";
  expect(datesOf(text, "justice.investigation")).toEqual(["2016-07-19", null]);
  expect(datesOf(text, "violence.riot")).toEqual([null, null]);
});

test("what somebody is to do later on the day of the report dates no act", () => {
  const text = "Gunmen killed four people in Gao, the union said. It is expected to name its delegates later on Thursday.";
  expect(datesOf(text, "violence.killing")).toEqual([null, "2016-07-21"]);
});
