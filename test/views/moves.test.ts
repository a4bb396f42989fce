import { describe, expect, it } from "vitest";
import { eventAccounts } from "../../src/views/index.js";
import { stateOf } from "../support/ledgers.js";
import { type Sketch, sketch } from "../support/readings.js";

const where = { name: "Tolmin" };
const told = (text: string, published: string, outlet: string, tolls: NonNullable<Sketch["tolls"]>) =>
  sketch({ text, published, outlet, events: [{ id: "e1", type: "violence.bombing", at: ["blast"], where }], tolls });
const killed = (words: string, low: number, more: Partial<NonNullable<Sketch["tolls"]>[number]> = {}) => ({
  event: "e1",
  effect: "killed" as const,
  words,
  low,
  ...more,
});

async function killedOf(...readings: ReturnType<typeof told>[]) {
  const [account] = eventAccounts(await stateOf(readings));
  return account.tolls.find((t) => t.effect === "killed" && t.scope === "people") as (typeof account.tolls)[number];
}

describe("why one count differs from another", () => {
  it("takes five who died overnight, of fourteen, for a breakdown: they contradict nobody", async () => {
    const a = told("The blast in Tolmin killed nine people.", "2020-02-01", "Soca Wire", [killed("nine", 9)]);
    const b = told("The blast in Tolmin killed 14; five died overnight.", "2020-02-02", "Idrija Post", [
      killed("14", 14),
      killed("five", 5, { partOf: 0 }),
    ]);
    const { points, counts } = await killedOf(a, b);
    expect(points.map((p) => [p.count.low, p.change, p.because])).toEqual([
      [9, "first", null],
      [14, "other-speaker", null],
      [5, "other-scope", "a part of 14"],
    ]);
    expect(counts).toHaveLength(3);
  });

  it("tells a count with the bomber from one without", async () => {
    const a = told("The blast in Tolmin killed 14 people.", "2020-02-01", "Soca Wire", [killed("14", 14)]);
    const b = told("The blast in Tolmin killed 15 people, including the bomber.", "2020-02-02", "Idrija Post", [
      killed("15", 15, { withAttackers: true }),
    ]);
    expect((await killedOf(a, b)).points[1]).toMatchObject({ change: "other-scope", because: "with the attackers" });
  });

  it("names the total of a breakdown that stands in a history of its own", async () => {
    const a = told("The blast in Tolmin killed 14 people, among them four children.", "2020-02-01", "Soca Wire", [
      killed("14", 14),
      killed("four", 4, { partOf: 0, who: "children", of: "children" }),
    ]);
    const [account] = eventAccounts(await stateOf([a]));
    expect(account.tolls.find((t) => t.scope === "children")?.points[0].because).toBe("a part of 14");
  });

  it("lets nobody contradict their own total with a lower count of the same report", async () => {
    const a = told("The blast in Tolmin killed 21 people. Nine more bodies were found.", "2020-02-01", "Soca Wire", [
      killed("21", 21),
      killed("Nine", 9),
    ]);
    expect((await killedOf(a)).points[1]).toMatchObject({ change: "other-scope", because: "beside 21 in the same report" });
    const b = told("The blast in Tolmin killed 21 people. The clinic counted nine.", "2020-02-01", "Soca Wire", [
      killed("21", 21),
      killed("nine", 9, { by: { name: "The clinic" } }),
    ]);
    expect((await killedOf(b)).points[1].change).toBe("contradiction");
  });

  it("takes a count for that of one site only where its words name the site", async () => {
    const at = (site: string, text: string, published: string, tolls: NonNullable<Sketch["tolls"]>) => {
      const reading = told(text, published, `Post of ${published}`, tolls);
      return { ...reading, places: reading.places.map((p) => ({ ...p, name: site, precision: "district" as const })) };
    };
    const kobarid = at("Kobarid", "The blast in Tolmin killed four people in Kobarid.", "2020-02-01", [killed("four", 4)]);
    const bovec = at("Bovec", "The blast in Tolmin killed two people in Bovec.", "2020-02-02", [killed("two", 2)]);
    const all = at("Bovec", "The toll of the blast in Tolmin stands at nine.", "2020-02-02", [killed("nine", 9)]);
    const first = at("Kobarid", "The blast in Tolmin killed five people.", "2020-02-01", [killed("five", 5)]);
    expect((await killedOf(kobarid, bovec)).points[1].because).toBe("at Bovec, not Kobarid");
    expect((await killedOf(first, all)).points[1].change).toBe("other-speaker");
  });

  it("says what a revision takes the place of", async () => {
    const a = told("The blast in Tolmin killed nine people.", "2020-02-01", "Soca Wire", [killed("nine", 9)]);
    const b = told("The toll of the blast in Tolmin rose from nine to 14.", "2020-02-02", "Idrija Post", [killed("14", 14, { was: 9 })]);
    const { points } = await killedOf(a, b);
    expect(points[1]).toMatchObject({ change: "revision", because: "said to take the place of 9", replaces: points[0].statement });
  });
});

describe("who stands behind a count", () => {
  const wire =
    "A bomb went off beside the ferry landing in Tolmin shortly before noon on Saturday, killing nine people and throwing a kiosk into the river, the mayor said in the evening. The blast was heard in villages on the other bank, where windows broke and dogs ran loose until nightfall.";
  const nine = [killed("nine", 9, { by: { name: "the mayor" } })];

  it("is one source where two outlets carry one agency's report, whichever came in first by its date", async () => {
    const agency = told(`TOLMIN, Feb 1 (Soca Wire) - ${wire}`, "2020-02-01T18:00:00Z", "Soca Wire", nine);
    const copy = told(wire, "2020-02-01", "Idrija Post", nine);
    const { counts, points } = await killedOf(agency, copy);
    expect(counts).toMatchObject([{ low: 9, reports: 2, outlets: 2, independent: 1 }]);
    expect(new Set(points.map((p) => p.voice.origin))).toEqual(new Set(["soca wire"]));
  });

  it("is one source for a sentence that a report with words of its own took over whole", async () => {
    const more = Array.from(
      { length: 9 },
      (_, i) => `Paragraph ${i} of the agency went on about street ${i * 3} and the bakery that had stood on its corner since the old war.`,
    );
    const agency = told(`TOLMIN, Feb 1 (Soca Wire) - ${[wire, ...more].join(" ")}`, "2020-02-01", "Soca Wire", nine);
    const own = [
      "Ferries were stopped for the night.",
      "Our reporter counted eleven ambulances on the quay and spoke with a dozen families who were looking for somebody.",
    ];
    const rest = Array.from(
      { length: 9 },
      (_, i) => `Reader number ${i} wrote to us about what was seen from balcony ${i * 7} of the old spinning mill by the weir.`,
    );
    const partly = told(
      [own[0], wire.slice(0, wire.indexOf(" The blast")), "The blast came without a warning.", own[1], ...rest].join(" "),
      "2020-02-02",
      "Idrija Post",
      nine,
    );
    expect((await killedOf(agency, partly)).counts).toMatchObject([{ low: 9, outlets: 2, independent: 1 }]);
  });

  it("is two sources where two reports say it in words of their own", async () => {
    const a = told(wire, "2020-02-01", "Soca Wire", nine);
    const b = told("In Tolmin the mayor put the dead of the blast at nine.", "2020-02-02", "Idrija Post", [killed("nine", 9)]);
    expect((await killedOf(a, b)).counts).toMatchObject([{ low: 9, independent: 2 }]);
  });
});
