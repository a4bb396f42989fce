import { describe, expect, it } from "vitest";
import { eventAccounts } from "../../src/views/index.js";
import { stateOf } from "../support/ledgers.js";
import { type Sketch, sketch } from "../support/readings.js";

const blast = (text: string, published: string, more: Partial<Sketch> = {}) =>
  sketch({
    text,
    published,
    outlet: `Post of ${published}`,
    events: [{ id: "e1", type: "violence.bombing", at: ["blast"], where: { name: "Tolmin" } }],
    says: [],
    ...more,
  });
const front = { name: "The Delta Front", kind: "armed-group" as const };
const claim = blast("The Delta Front claimed the blast in Tolmin.", "2020-02-02", {
  says: [{ event: "e1", words: "the blast", by: { ...front, stance: "claims" } }],
});

const disputesOf = async (...readings: ReturnType<typeof blast>[]) => eventAccounts(await stateOf(readings))[0].disputes;

describe("a claim of responsibility", () => {
  it("stands open though nobody contradicts it", async () => {
    expect(await disputesOf(claim)).toMatchObject([{ matter: "claim", standing: "open", sides: [{ says: "claims it", withdrawn: null }] }]);
  });

  it("is withdrawn where who made it takes it back, and says in which words", async () => {
    const back = blast("The Delta Front withdrew its statement on the blast in Tolmin.", "2020-02-04", {
      remarks: [{ words: "withdrew its statement on the blast in Tolmin", by: front }],
    });
    const [dispute] = await disputesOf(claim, back);
    expect(dispute.standing).toBe("withdrawn");
    expect(dispute.sides[0].withdrawn?.evidence.words).toBe("The Delta Front withdrew its statement on the blast in Tolmin");
  });

  it("has the word of its claimant alone, however many outlets carry it, by name or by initials", async () => {
    const again = blast("The Tolmin Delta Front (TDF) is said to be behind it. TDF claimed the blast in Tolmin.", "2020-02-03", {
      says: [{ event: "e1", words: "the blast", by: { name: "TDF", kind: "armed-group", stance: "claims" } }],
    });
    const full = blast("The Tolmin Delta Front claimed the blast in Tolmin.", "2020-02-02", {
      says: [{ event: "e1", words: "the blast", by: { name: "The Tolmin Delta Front", kind: "armed-group", stance: "claims" } }],
    });
    expect((await disputesOf(full, again))[0].sides).toMatchObject([{ says: "claims it", independent: 1 }]);
  });

  it("is two sides where rivals make it", async () => {
    const rival = blast("The Hill Army claimed the blast in Tolmin.", "2020-02-03", {
      says: [{ event: "e1", words: "the blast", by: { name: "The Hill Army", kind: "armed-group", stance: "claims" } }],
    });
    expect((await disputesOf(claim, rival))[0].sides.map((s) => s.says)).toEqual([
      "claimed by The Delta Front",
      "claimed by The Hill Army",
    ]);
  });

  it("stays open where somebody else takes something back", async () => {
    const other = blast("The mayor withdrew a remark about the blast in Tolmin.", "2020-02-04", {
      remarks: [{ words: "withdrew a remark about the blast in Tolmin", by: { name: "The mayor" } }],
    });
    expect((await disputesOf(claim, other))[0].standing).toBe("open");
  });

  it("has a denial beside it, told as a remark that mentions the act", async () => {
    const denial = blast("A rival group said it had no part in the blast in Tolmin.", "2020-02-03", {
      remarks: [{ words: "it had no part in the blast in Tolmin", by: { name: "A rival group", stance: "denies" } }],
    });
    const [dispute] = await disputesOf(claim, denial);
    expect(dispute.sides.map((s) => s.says)).toEqual(["claims it", "denies it"]);
  });

  it("is none where no group claims it", async () => {
    const none = blast("No group claimed the blast in Tolmin.", "2020-02-02", {
      says: [{ event: "e1", words: "the blast", by: { name: "No group", stance: "claims" } }],
    });
    expect(await disputesOf(none)).toEqual([]);
  });
});

describe("whose act it was", () => {
  it("is said by a body whose own fighters did it, as by one that claims it outright", async () => {
    const own = blast("The Hill Army said that its fighters had set off the blast in Tolmin.", "2020-02-03", {
      events: [
        {
          id: "e1",
          type: "violence.bombing",
          at: ["blast"],
          where: { name: "Tolmin" },
          roles: [{ role: "perpetrator", words: "its fighters" }],
        },
      ],
      says: [{ event: "e1", words: "its fighters", by: { name: "The Hill Army", kind: "armed-group" } }],
    });
    expect((await disputesOf(claim, own))[0].sides.map((s) => s.says)).toEqual(["claimed by The Delta Front", "claimed by The Hill Army"]);
    const others = blast("The Hill Army said that its fighters had set off the blast in Tolmin, police said.", "2020-02-03", {
      events: [
        {
          id: "e1",
          type: "violence.bombing",
          at: ["blast"],
          where: { name: "Tolmin" },
          roles: [{ role: "perpetrator", words: "fighters" }],
        },
      ],
      says: [{ event: "e1", words: "fighters", by: { name: "police", kind: "organisation" } }],
    });
    expect((await disputesOf(claim, others))[0].sides.map((s) => s.says)).toEqual(["claims it"]);
  });

  it("has the voice of whoever says it, not of all who speak of the act", async () => {
    const report = blast("The clinic counted nine hurt in the blast in Tolmin. The mayor blamed smugglers for the blast.", "2020-02-02", {
      events: [
        {
          id: "e1",
          type: "violence.bombing",
          at: ["blast"],
          where: { name: "Tolmin" },
          roles: [{ role: "perpetrator", words: "smugglers" }],
        },
      ],
      says: [
        { event: "e1", words: "blast", by: { name: "The clinic", kind: "organisation" } },
        { event: "e1", words: "blamed smugglers", by: { name: "The mayor", stance: "alleges" } },
      ],
    });
    const [account] = eventAccounts(await stateOf([report]));
    expect(account.parts.find((p) => p.role === "perpetrator")?.voices.map((v) => v.chain[0].name)).toEqual(["The mayor"]);
  });
});

describe("how many were killed", () => {
  const count = (text: string, published: string, words: string, low: number, name: string) =>
    blast(text, published, {
      outlet: "Soca Wire",
      tolls: [{ event: "e1", effect: "killed", words, low, by: { name, kind: "government" } }],
    });
  const clinic = count("The clinic counted 19 dead in the blast in Tolmin.", "2020-02-02", "19", 19, "The clinic");
  const ministry = count("The ministry spoke of 17 dead in the blast in Tolmin.", "2020-02-03", "17", 17, "The ministry");

  it("stays open though the paper that had it from the ministry has it from the clinic again", async () => {
    const again = count("A month on, the clinic still speaks of 19 dead in the blast in Tolmin.", "2020-03-03", "19", 19, "the clinic");
    const dispute = (await disputesOf(clinic, ministry, again)).find((d) => d.matter === "toll");
    expect(dispute).toMatchObject({ standing: "open", sides: [{ says: "19" }, { says: "17" }] });
    expect(dispute?.sides[1].evidence[0].words).toContain("The ministry spoke of 17 dead");
  });

  it("has no side for those whom a speaker counts beside a total", async () => {
    const more = blast("The clinic counted 19 dead in the blast in Tolmin, after seven more bodies were found.", "2020-02-02", {
      outlet: "Soca Wire",
      tolls: [
        { event: "e1", effect: "killed", words: "19", low: 19, by: { name: "The clinic", kind: "government" } },
        { event: "e1", effect: "killed", words: "seven", low: 7, by: { name: "The clinic", kind: "government" } },
      ],
    });
    const dispute = (await disputesOf(more, ministry)).find((d) => d.matter === "toll");
    expect(dispute?.sides.map((s) => s.says)).toEqual(["19", "17"]);
  });

  it("is over where the ministry itself comes to the clinic's count", async () => {
    const agreed = count("The ministry now speaks of 19 dead in the blast in Tolmin.", "2020-02-09", "19", 19, "The ministry");
    expect((await disputesOf(clinic, ministry, agreed)).filter((d) => d.matter === "toll" && d.standing === "open")).toEqual([]);
  });
});

describe("what an act is called", () => {
  it("stands in its own words where no label of ours fits", async () => {
    const hers = blast("The bishop called the blast in Tolmin a massacre.", "2020-02-02", {
      labels: [{ event: "e1", label: "other", words: "massacre", by: { name: "The bishop" } }],
    });
    const his = blast("The governor called the blast a prank in Tolmin.", "2020-02-03", {
      labels: [{ event: "e1", label: "other", words: "prank", by: { name: "The governor" } }],
    });
    const [account] = eventAccounts(await stateOf([hers, his]));
    expect(account.labels.map((l) => l.said.words)).toEqual(["massacre", "prank"]);
    expect(account.disputes.flatMap((d) => d.sides.map((s) => s.says))).toEqual(["calls it “massacre”", "calls it “prank”"]);
  });
});

describe("links between events", () => {
  it("hold between the events that several reports' tellings ended in, in both directions", async () => {
    const threat = (text: string, published: string, more: Sketch["events"] = []) =>
      sketch({
        text,
        published,
        outlet: `Post of ${published}`,
        events: [
          {
            id: "e1",
            type: "violence.threat",
            at: ["threatened"],
            where: { name: "Tolmin" },
            links: [{ to: "e2", relation: "threatens" }],
          },
          { id: "e2", type: "violence.bombing", at: ["bomb"], status: "threatened" },
          ...more,
        ],
      });
    const first = threat("The Front threatened to bomb churches in Tolmin.", "2020-02-01");
    const second = threat("In Tolmin, the Front threatened to bomb churches. The bombing was part of a wave of attacks.", "2020-02-02", [
      { id: "e3", type: "violence.bombing", at: ["bombing"], links: [{ to: "e4", relation: "part-of" }] },
      { id: "e4", type: "violence.attack", at: ["attacks"] },
    ]);
    const accounts = eventAccounts(await stateOf([first, second]));
    const linked = accounts.flatMap((a) =>
      a.links.map((l) => [a.type, a.reports.length, l.relation, l.direction, accounts.find((b) => b.id === l.to)?.type]),
    );
    expect(linked).toContainEqual(["violence.threat", 2, "threatens", "out", "violence.bombing"]);
    expect(linked).toContainEqual(["violence.bombing", 1, "threatens", "in", "violence.threat"]);
    expect(linked).toContainEqual(["violence.bombing", 1, "part-of", "out", "violence.attack"]);
    expect(linked).toContainEqual(["violence.attack", 1, "part-of", "in", "violence.bombing"]);
  });

  it("make no raid one about what is revenge for it", async () => {
    const report = sketch({
      text: "The bombing in Tolmin was revenge for a raid.",
      events: [
        { id: "e1", type: "violence.bombing", at: ["bombing"], links: [{ to: "e2", relation: "revenge-for" }] },
        { id: "e2", type: "security.raid", at: ["raid"], links: [{ to: "e1", relation: "about" }] },
      ],
    });
    const relations = eventAccounts(await stateOf([report])).flatMap((a) => a.links.map((l) => l.relation));
    expect(relations).toEqual(["revenge-for", "revenge-for"]);
  });
});
