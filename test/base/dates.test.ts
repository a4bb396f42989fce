import fc from "fast-check";
import { expect, test } from "vitest";
import { addMonths, civilOf, dayOf, isDay, isoDay, isoWeek, isoYear, parseDay, rangeOf, weekdayOf } from "../../src/base/dates.js";

test("a day goes to its calendar date and back, whichever it is", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (day) => {
      const { year, month, day: dayOfMonth } = civilOf(day);
      return dayOf(year, month, dayOfMonth) === day && isDay(year, month, dayOfMonth);
    }),
  );
});

test("agrees with the platform's calendar on the days of four centuries", () => {
  for (let day = -80_000; day < 60_000; day += 97) {
    const date = new Date(day * 86_400_000);
    expect(isoDay(day)).toBe(date.toISOString().slice(0, 10));
    expect(weekdayOf(day) % 7).toBe(date.getUTCDay());
  }
});

test("1 January 2016 is a Friday of the last week of 2015", () => {
  const day = dayOf(2016, 1, 1);
  expect(weekdayOf(day)).toBe(5);
  expect(isoWeek(day)).toBe("2015-W53");
});

test("30 February is no day, 29 February 2016 is one", () => {
  expect(parseDay("2016-02-30")).toBeNull();
  expect(parseDay("2016-02-29T10:00:00Z")).toBe(dayOf(2016, 2, 29));
  expect(parseDay("soon")).toBeNull();
});

test("months roll over the year in both directions", () => {
  expect(addMonths(2016, 11, 3)).toEqual([2017, 2]);
  expect(addMonths(2016, 1, -1)).toEqual([2015, 12]);
});

test("a month runs from its first to its last day, a year before Christ is written BC", () => {
  const { earliest, latest } = rangeOf({ year: 2015, month: 2, day: null });
  expect([isoDay(earliest), isoDay(latest)]).toEqual(["2015-02-01", "2015-02-28"]);
  expect(isoYear(-498)).toBe("BC0499");
});
