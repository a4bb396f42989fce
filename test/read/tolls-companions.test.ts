import { describe, expect, it } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { findAll, toReading } from "../../src/read/index.js";

const tolls = (text: string, effect: string): readonly (number | null)[] =>
  toReading(findAll(plainReport(text, { published: "2014-05-05" })))
    .statements.flatMap((s) => (s.kind === "toll" && s.effect === effect && s.partOf === null ? [s.count.low] : []))
    .sort();

describe("who shared what befell another", () => {
  it("is counted past the words that tell who the first was", () => {
    expect(
      tolls(
        "A rebel leader, suspected to have played a role in the raid in 2012, and his female friend were arrested in Dorva.",
        "arrested",
      ),
    ).toEqual([1, 1]);
    expect(tolls("Police arrested Gir Sahu, an area commander of the group, and his associate Vij Rao from Dorva.", "arrested")).toEqual([
      1, 1,
    ]);
    expect(
      tolls(
        "The rebels killed Anil Sahu (24), a resident of Lai village, and Arun Yadav (35) of Kone village in Latehar District.",
        "killed",
      ),
    ).toEqual([1, 1]);
    expect(tolls("Bangshi Rao, a leader of the outfit, was arrested along with his wife from Dorva.", "arrested")).toEqual([1, 1]);
  });

  it("is nobody where the words only tell more of the first, or tell what another did", () => {
    expect(tolls("Police arrested Gir Sahu, a resident of Dorva and a member of the group.", "arrested")).toEqual([1]);
    expect(tolls("Police arrested Gir Sahu and his brother fled.", "arrested")).toEqual([1]);
    expect(tolls("Two persons acting as couriers, identified as Babu Rao (52) and Tarak Sen (42), were arrested.", "arrested")).toEqual([
      2,
    ]);
  });
});
