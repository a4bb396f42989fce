import { expect, test } from "vitest";
import type { Time } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { findAll } from "../../src/read/index.js";

/** Times of a text published on Thursday 21 July 2016, by their words. */
function times(text: string, published: string | null = "2016-07-21"): Readonly<Record<string, Time>> {
  const found = findAll(plainReport(text, { published }), "times").times;
  return Object.fromEntries(found.map((t) => [text.slice(t.span[0], t.span[1]), t]));
}

const days = (t: Time | undefined): readonly (string | null)[] => [t?.earliest ?? null, t?.latest ?? null];

test("'this week' runs from Monday to the day of publication, 'this month' from the first", () => {
  const found = times("Three shops burned this week and nine this month.");
  expect(days(found["this week"])).toEqual(["2016-07-18", "2016-07-21"]);
  expect(days(found["this month"])).toEqual(["2016-07-01", "2016-07-21"]);
});

test("'earlier in July' ends on the day of publication, 'in 2012' holds the whole year", () => {
  const found = times("He was charged earlier in July with crossing the border in 2012.");
  expect(days(found["earlier in July"])).toEqual(["2016-07-01", "2016-07-21"]);
  expect(days(found["2012"])).toEqual(["2012-01-01", "2012-12-31"]);
});

test("'overnight' is the eve and the day", () => {
  expect(days(times("The shop burned down overnight.").overnight)).toEqual(["2016-07-20", "2016-07-21"]);
});

test("a weekday is the last one, today's own name is today, and a plan looks ahead", () => {
  expect(times("The bridge fell on Tuesday.").Tuesday.value).toBe("2016-07-19");
  expect(times("The bridge fell on Thursday.").Thursday.value).toBe("2016-07-21");
  expect(times("The bridge will open on Tuesday.").Tuesday.value).toBe("2016-07-26");
});

test("'recently' is open at its beginning", () => {
  expect(days(times("The army recently left the town.").recently)).toEqual([null, "2016-07-21"]);
});

test("'in the past two weeks' has days, 'for two weeks' has none", () => {
  expect(days(times("Six people drowned in the past two weeks.")["the past two weeks"])).toEqual(["2016-07-07", "2016-07-21"]);
  expect(days(times("It rained for two weeks.")["two weeks"])).toEqual([null, null]);
});

test("without a published date nothing relative is resolved", () => {
  const found = times("The bridge fell on Tuesday and reopened on 12 May 2003.", null);
  expect(found.Tuesday).toMatchObject({ value: "XXXX-WXX-2", earliest: null, latest: null, anchor: "none" });
  expect(found["12 May 2003"].value).toBe("2003-05-12");
});

test("the dateline serves where no published date is given", () => {
  expect(times("LAS FLORES, 3 JAN 90 (AGENCY) -- The bridge fell yesterday.", null).yesterday.value).toBe("1990-01-02");
});

test("a history counts from the date it told last, not from its publication", () => {
  const text =
    "The siege began in March 1812. In April 1812 the walls were breached. On 3 May 1812 the duke left. In June the town fell. " +
    "In 1813 the duke came back. On 4 July 1813 he built a fort. The next day it burned. By 1815 all was over, and in 1816 the duke died.";
  const found = times(text);
  expect(found.June.value).toBe("1812-06");
  expect(found["The next day"].value).toBe("1813-07-05");
});

test("'may', 'march' and 'second' are not always times", () => {
  expect(times("The second group may march on the capital.")).toEqual({});
});

test("what somebody agreed or is set to do lies ahead, and what had been due lies behind", () => {
  expect(times("The mill agreed to sell its boats in February.").February.value).toBe("2017-02");
  expect(times("The talks, which are set to resume Monday, went badly.").Monday.value).toBe("2016-07-25");
  expect(times("The offer had been due to expire Monday evening.")["Monday evening"].value).toBe("2016-07-18TEV");
  expect(times("The sale should be completed by Dec. 15.")["Dec. 15"].value).toBe("2016-12-15");
});

test("movable feasts are reckoned for their year", () => {
  expect(times("The mill burned down on Thanksgiving.").Thanksgiving.value).toBe("2015-11-26");
  expect(times("The mill burned down last Easter.")["last Easter"].value).toBe("2016-03-27");
  expect(times("The mill burned down on Labor Day 2014.")["Labor Day 2014"].value).toBe("2014-09-01");
});

test("the year ended on a day is how long it was, the fiscal year is this one", () => {
  expect(times("The mill lost money in the year ended March 31.")["the year"]).toMatchObject({ type: "duration", value: "P1Y" });
  expect(times("The mill will lose money in the fiscal year.")["the fiscal year"].value).toBe("2016");
});

test("neither a programme's title nor the years of somebody's age are times", () => {
  expect(times('She said on the network\'s "This Week" that Mr Oduya, 52\nyears old, was well.')).toEqual({});
});

test("capitals and lower case read alike", () => {
  expect(times("THE BRIDGE FELL ON 12 MAY 2003.")["12 MAY 2003"].value).toBe("2003-05-12");
  expect(times("the bridge fell on 12 may 2003.")["12 may 2003"]?.value).toBe("2003-05-12");
});

test("a hostile row of numbers and months ends", () => {
  const text = "12 May 2003, ".repeat(3000) + "1-2-3-4-5-".repeat(2000) + "the end of the beginning of the middle of ".repeat(500);
  expect(findAll(plainReport(text, { published: "2016-07-21" }), "times").times.length).toBeGreaterThan(1000);
});

test("'until Thursday they had not named him' lies behind, 'postponed until Thursday' ahead", () => {
  expect(times("Until Tuesday, they had not named the driver.").Tuesday.value).toBe("2016-07-19");
  expect(times("The hearing was postponed until Tuesday.").Tuesday.value).toBe("2016-07-26");
});

test("a month takes its year from the verb it hangs on, not from the verb beside it", () => {
  expect(times("Lorvia agreed to buy the mill in February.").February.value).toBe("2017-02");
  expect(times("Both towns can take part in the meeting in January.").January.value).toBe("2017-01");
  expect(times("Lorvia bought the mill in February.").February.value).toBe("2016-02");
});

test("'the day before last Tuesday' is a Monday, 'the week of August 2' and 'Easter week' are weeks", () => {
  expect(times("The day before last Tuesday's hearing he left.")["The day before last Tuesday"].value).toBe("2016-07-18");
  expect(times("A hearing is due the week of August 2.")["the week of August 2"].value).toBe("2016-W31");
  expect(times("They prayed when Easter week began.")["Easter week"].value).toBe("2016-W12");
});

test("'the next morning' follows what was told, and two o'clock after Saturday night is a Sunday's", () => {
  expect(times("He fell ill on Monday. The next morning he was in court.")["The next morning"].value).toBe("2016-07-19TMO");
  expect(times("A bar burned on Saturday night. The roof fell at 2 a.m.")["2 a.m."].value).toBe("2016-07-17T02:00");
});

test("'4 in the morning' is a clock time, 'a day-long meeting' a day, 'an additional year' a year", () => {
  expect(times("He will leave at 4 in the morning.")["4 in the morning"].value).toBe("2016-07-21T04:00");
  expect(times("They came out of a day-long meeting.")["day-long"].value).toBe("P1D");
  expect(times("The lease runs for an additional year.")["an additional year"].value).toBe("P1Y");
});

test("what tells of no moment is no time", () => {
  expect(times("A quarter of the market is gone.")).toEqual({});
  expect(times("He was in his 30s and called 9-1-1.")).toEqual({});
  expect(times("She reads Harbour Today and thinks of the children of tomorrow.")).toEqual({});
  expect(times("He died soon after the crash. The riot soon became a war.")).toEqual({});
  expect(Object.keys(times("It fell at 10:35 a.m. (0735 GMT) Tuesday."))).not.toContain("0735 GMT");
  expect(times("Film of the fire 1:17")).toEqual({});
});

test("a part of the day inside a name is no time, but it is one in a headline that writes all with capitals", () => {
  expect(times("The Dawn Front said on Tuesday that Night Guard gunmen had fled.")).toEqual(
    times("The Grey Front said on Tuesday that Wood Guard gunmen had fled."),
  );
  expect(times("Police Kill Three In Tuesday Night Raid")["Tuesday Night"].value).toBe("2016-07-19TNI");
  expect(times("He left in the morning.")["the morning"].value).toMatch(/TMO$/);
});

test("a stretch that a date ends or begins has days", () => {
  const found = times("Thefts fell in the year to September 2013, and again in the first six months of 2014. He waited three weeks.");
  expect(found["the year"].value).toBe("P1Y");
  expect(days(found["the year"])).toEqual(["2012-10-01", "2013-09-30"]);
  expect(days(found["the first six months"])).toEqual(["2014-01-01", "2014-06-30"]);
  expect(days(found["three weeks"])).toEqual([null, null]);
});

test("to take part in last month's attack is no part of the month", () => {
  expect(Object.keys(times("He is charged with taking part in last month's attack."))).toEqual(["last month"]);
  expect(Object.keys(times("It rained in the early part of last month."))).toEqual(["part of last month"]);
});

test("what is told by the clock of the place and by Greenwich was on the day of the place", () => {
  const found = times("The dam broke at 6 am (2200 GMT Tuesday). It was closed at 10:15 p.m. on Monday (0215 GMT Tuesday).");
  expect(days(found["6 am"])).toEqual(["2016-07-20", "2016-07-20"]);
  expect(days(found["2200 GMT Tuesday"])).toEqual(["2016-07-20", "2016-07-20"]);
  expect(days(found["0215 GMT Tuesday"])).toEqual(["2016-07-18", "2016-07-18"]);
});

test("'is visiting on Friday' is arranged, 'is searching for a man seen on Friday' is not", () => {
  expect(days(times("A delegation is visiting the camp on Friday.").Friday)).toEqual(["2016-07-22", "2016-07-22"]);
  expect(days(times("The patrol is searching for him on Friday.").Friday)).toEqual(["2016-07-15", "2016-07-15"]);
});

test("a week of a month, and the first or last days of one, have days of their own", () => {
  expect(days(times("Nine shops burned in the first week of March.")["the first week of March"])).toEqual(["2016-03-01", "2016-03-07"]);
  expect(days(times("Nine shops burned in the last week of May.")["the last week of May"])).toEqual(["2016-05-25", "2016-05-31"]);
  expect(days(times("It rained in the first three days of June.")["the first three days"])).toEqual(["2016-06-01", "2016-06-03"]);
  expect(days(times("It rained in the last ten days of May 2012.")["the last ten days"])).toEqual(["2012-05-22", "2012-05-31"]);
  expect(days(times("Sales fell in the last three months of 2014.")["the last three months"])).toEqual(["2014-10-01", "2014-12-31"]);
});

test("'the last week' runs up to now, 'last week' from Monday to Sunday", () => {
  expect(days(times("Six people drowned in the last week.")["the last week"])).toEqual(["2016-07-14", "2016-07-21"]);
  expect(days(times("Six people drowned last week.")["last week"])).toEqual(["2016-07-11", "2016-07-17"]);
});

test("what was planned for a day and then called off lies where that day is nearest", () => {
  expect(times("A vigil planned for Tuesday was cancelled.").Tuesday.value).toBe("2016-07-19");
  expect(times("A vigil planned for Saturday was cancelled.").Saturday.value).toBe("2016-07-23");
});

test("the end of the month is this one's in what is yet to come, and the one told of in what is past", () => {
  expect(times("The owners have until the end of the month to pay.")["the end of the month"].value).toBe("2016-07");
  expect(times("The mill burned on 3 May. The owners sold it at the end of the month.")["the end of the month"].value).toBe("2016-05");
});

test("a stretch that goes with a noun, and a quarter that is somebody's, leave out the word before", () => {
  expect(Object.keys(times("The two-week truce and its third-quarter loss ended the first nine months."))).toEqual([
    "two-week",
    "third-quarter",
    "the first nine months",
  ]);
});

test("a history whose dates name no year after the first ones, and one of a war that goes on, are histories", () => {
  const year = "The revolt began on 18 July 1936. By 1936 the army had split, as in 1934 and 1931. In 1936 or 1937 nobody foresaw 1939. ";
  const days = "On 20 August the bridge fell. On 5 September the town fell. On 8 October the fort fell. ";
  expect(times(`${year}${days.repeat(4)}`, "2009-12-19")["5 September"].value).toBe("1939-09-05");
});
