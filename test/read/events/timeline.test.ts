import { describe, expect, it } from "vitest";
import { Timeline } from "../../../src/read/events/timeline.js";

const DAY = { when: null, earliest: "2021-05-04", latest: "2021-05-04" };

describe("the mentions of dated events", () => {
  it("are kept in the order of the text, however they come", () => {
    const timeline = new Timeline();
    for (const token of [40, 3, 17, 90, 25]) timeline.add({ token, order: token, dates: DAY });
    expect([3, 4, 20, 41, 90, 200].map((t) => timeline.lastBefore(t)?.token ?? null)).toEqual([null, 3, 17, 40, 40, 90]);
  });

  it("at one token are the event's that the report told first", () => {
    const timeline = new Timeline();
    for (const order of [5, 2, 9]) timeline.add({ token: 12, order, dates: DAY });
    expect(timeline.lastBefore(13)?.order).toBe(2);
  });
});
