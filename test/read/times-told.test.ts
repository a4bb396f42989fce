import { describe, expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { findAll } from "../../src/read/index.js";

/** Words and values of the times of a text published on Thursday 20 June 2013. */
function times(text: string, published = "2013-06-20"): readonly string[] {
  const found = findAll(plainReport(text, { published }), "times").times;
  return found.map((t) => `${text.slice(t.span[0], t.span[1])} = ${t.value}`);
}

describe("quarters and years", () => {
  test("'the same quarter last year' is the one spoken of, a year before", () => {
    expect(times("Sales rose in the third quarter, from $4bn in the same period last year.", "2013-11-05")).toEqual([
      "the third quarter = 2013-Q3",
      "the same period last year = 2012-Q3",
    ]);
    expect(times("It lost $2m in the quarter a year ago.")).toEqual(["the quarter a year ago = 2012-Q1"]);
  });

  test("'Q1 2012' and 'the fourth quarter of fiscal 2011' are quarters with their year", () => {
    expect(times("Sales fell in Q1 2012.")).toEqual(["Q1 2012 = 2012-Q1"]);
    expect(times("Sales fell in the fourth quarter of fiscal 2011.")).toEqual(["the fourth quarter of fiscal 2011 = 2011-Q4"]);
    expect(times("In fiscal 2011 sales fell.")).toEqual(["fiscal 2011 = 2011"]);
    expect(times("It shrank in the last half of 2012.")).toEqual(["the last half of 2012 = 2012-H2"]);
  });

  test("both years of '2008-2010' are years", () => {
    expect(times("The bank failed in the 2008-2010 crisis.")).toEqual(["2008 = 2008", "2010 = 2010"]);
  });
});

describe("clock times", () => {
  test("'6 a.m. local time on Monday' is of Monday, with a bracket between them too", () => {
    expect(times("It began at 6 a.m. local time on Monday.")).toEqual(["6 a.m. local time on Monday = 2013-06-17T06:00"]);
    expect(times("It began at 06:30 local time (02:30 GMT) on Monday.")).toEqual([
      "06:30 local time = 2013-06-17T06:30",
      "Monday = 2013-06-17",
    ]);
    expect(times("It began at 6 pm Eastern time on Monday.")).toEqual(["6 pm Eastern time on Monday = 2013-06-17T18:00"]);
  });

  test("'the night before' is the one before the day told of", () => {
    expect(times("He died on Monday. The night before, he had slept.")).toContain("The night before = 2013-06-16TNI");
  });
});

describe("amounts", () => {
  test("'24 hours a day' comes again every day", () => {
    expect(times("The gate is guarded 24 hours a day.")).toEqual(["24 hours a day = P1D"]);
    expect(times("He had left three days a year ago.")).toEqual(["three days = P3D", "a year ago = 2012"]);
  });

  test("'eight trading days' are eight", () => {
    expect(times("It took eight trading days.")).toEqual(["eight trading days = P8D"]);
  });

  test("'this past week' is the week before", () => {
    expect(times("It was quiet this past week.")).toEqual(["this past week = 2013-W24"]);
  });
});

describe("words of time that tell of none", () => {
  test.each([
    "The bombs went off minutes apart.",
    "He will be back in a matter of weeks.",
    "It was the third strike in as many weeks.",
    "Sarah, 29-years-old, lives here.",
    "It was the dawn of a movement.",
    "At the end of the day, all is well.",
    "These are the issues of the day.",
    "They lit the Christmas tree.",
    "He slept in the last year of his presidency.",
    "It came too soon.",
    'He spoke to NBC\'s "Today" of it.',
    "She told USA TODAY of it.",
    "The Harbour Daily News wrote of it.",
  ])("%s", (text) => {
    expect(times(text)).toEqual([]);
  });

  test("a verb begins no time: 'is to start on Monday'", () => {
    expect(times("The trial is to start on Monday.")).toEqual(["Monday = 2013-06-24"]);
  });

  test("the feast and the day themselves are times", () => {
    expect(times("They were shot on Christmas Day, and by the end of the day, nine had died.")).toHaveLength(2);
  });
});

describe("behind or ahead", () => {
  test("what is held at a set time may be either: the nearest", () => {
    expect(times("They lost the November elections.")).toEqual(["November = 2013-11"]);
    expect(times("They met ahead of Saturday's New Harbour primary.")).toEqual(["Saturday = 2013-06-22"]);
    expect(times("They met ahead of the election on Nov. 8.")).toEqual(["Nov. 8 = 2013-11-08"]);
    expect(times("He won Tuesday's debate.")).toEqual(["Tuesday = 2013-06-18"]);
  });

  test("the present behind 'if' or 'once' is yet to come", () => {
    expect(times("Once the rule goes into effect on Dec. 28, all will pay.")).toEqual(["Dec. 28 = 2013-12-28"]);
  });

  test("'since announcing it in October' lies behind, and so does what 'he wrote' behind a comma", () => {
    expect(times("Since announcing it in October, he would not speak.")).toEqual(["October = 2012-10"]);
    expect(times("In an essay in a magazine in December, he wrote of it.")).toEqual(["December = 2012-12"]);
  });

  test("a past weekday is the last one before publication, also six days back", () => {
    expect(times("Police said on Friday that he had died.")).toEqual(["Friday = 2013-06-14"]);
  });
});

test("news that recalls many years counts from its publication where people speak in it", () => {
  const years = "The mine opened in 1971. It closed in 1983, in 1990 and in 1998. It was sold in 2001 and in 2004. ";
  expect(times(`${years}"We will be back," the owner said. In May it was sold again, he told the town.`)).toContain("May = 2013-05");
  expect(times(`${years}In May it was sold again.`)).toContain("May = 2004-05");
});

test("so many days after an act, where the sentence gives a day, are that act's day", () => {
  const text = "A judge was shot dead on Friday, three days after a prosecutor was kidnapped.";
  const found = findAll(plainReport(text, { published: "2020-02-16" }));
  expect(found.events.map((e) => [e.type, e.earliest, e.latest])).toEqual([
    ["violence.killing", "2020-02-14", "2020-02-14"],
    ["violence.abduction", "2020-02-11", "2020-02-11"],
  ]);
});

test("a day of the week between a title and a surname is a first name", () => {
  expect(times("Inspector Sunday Oke said the road was open.")).toEqual([]);
  expect(times("The inspector came on Sunday.")).toHaveLength(1);
});
