import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Judgement } from "../../src/model/ledger.js";
import type { Reading } from "../../src/model/reading.js";
import { sum, weigh } from "../../src/resolve/events.js";
import { eventRef, origins, passagesIn, resolve, summarise } from "../../src/resolve/index.js";
import { harbourStory, sketch } from "../support/readings.js";

const key = (r: Judgement["a"]): string => `${r.report} ${r.evidence[0][0]}`;
const joined = (judgements: readonly Judgement[]): string[] =>
  judgements
    .filter((j) => j.verdict === "same")
    .map((j) => [key(j.a), key(j.b)].sort().join(" = "))
    .sort();
const judge = (readings: readonly Reading[], persons: readonly Judgement[] = []) => resolve(readings.map(summarise), persons);
const byPerson = (verdict: Judgement["verdict"], a: Reading, b: Reading): Judgement => ({
  id: `p-${verdict}`,
  verdict,
  a: eventRef(a, a.events[0]),
  b: eventRef(b, b.events[0]),
  by: { kind: "person", name: "Editor" },
  score: null,
  features: {},
  reason: null,
  action: "p",
});

/** Two prison escapes of one month, each told by two outlets, in words of their own. */
function escapes(): Reading[] {
  const report = (text: string, outlet: string, published: string, at: string, name: string, date: string) =>
    sketch({
      text,
      outlet,
      published,
      events: [{ id: "e1", type: "security.escape", at: [at], where: { name }, earliest: date, latest: date }],
    });
  return [
    report(
      "Eleven inmates escaped from Kwellie prison near Bandoro on Sunday after overpowering a guard named Tom Okwara, the prison service said.",
      "Coast Herald",
      "2018-05-07",
      "escaped",
      "Bandoro",
      "2018-05-06",
    ),
    report(
      "Police are hunting eleven men who broke out of Kwellie jail in Bandoro. They tied up guard Tom Okwara on Sunday and climbed a wall, the prison service said.",
      "Daily Beacon",
      "2018-05-07",
      "broke out",
      "Bandoro",
      "2018-05-06",
    ),
    report(
      "Three prisoners escaped from a court van in Marsel on 20 May. The driver, Ines Duval, was not hurt, the prison service said.",
      "Lantern Post",
      "2018-05-21",
      "escaped",
      "Marsel",
      "2018-05-20",
    ),
    report(
      "Search dogs were sent after three prisoners who fled a van outside the Marsel court house. Driver Ines Duval said one of them had a knife.",
      "Coast Herald",
      "2018-05-21",
      "fled",
      "Marsel",
      "2018-05-20",
    ),
  ];
}

describe("which reports tell of one event", () => {
  it("joins the three reports of one shooting and leaves the fire in the same town apart", () => {
    const [a, b, c, fire] = harbourStory();
    const judgements = judge([a, b, c, fire]);
    expect(judgements.filter((j) => j.verdict === "same")).toHaveLength(2);
    expect(judgements.some((j) => j.verdict === "same" && [j.a.report, j.b.report].includes(fire.report.id))).toBe(false);
  });

  it("keeps two escapes of one month apart, each with both its reports", () => {
    const [a, b, c, d] = escapes();
    const at = (r: Reading): string => `${r.report.id} ${r.events[0].mentions[0][0]}`;
    expect(joined(judge([a, b, c, d]))).toEqual([[at(a), at(b)].sort().join(" = "), [at(c), at(d)].sort().join(" = ")].sort());
  });

  it("judges alike whatever the order of arrival", () => {
    const all = [...harbourStory(), ...escapes()];
    const expected = judge(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => {
        expect(judge(order)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  it("gives a judgement another id where later reports change what it was judged by", () => {
    const all = [...harbourStory(), ...escapes()];
    const byId = new Map<string, object>();
    for (let n = 2; n <= all.length; n++) {
      for (const j of judge(all.slice(0, n))) {
        expect(j.features).toEqual(byId.get(j.id) ?? j.features);
        byId.set(j.id, j.features);
      }
    }
    expect(byId.size).toBeGreaterThan(judge(all).length);
  });

  it("names resolver, version, score and features on every judgement", () => {
    for (const j of judge(harbourStory())) {
      expect(j.by).toMatchObject({ kind: "resolver" });
      expect(j.score).toBeGreaterThan(0);
      expect(Object.keys(j.features).length).toBeGreaterThan(2);
    }
  });

  it("never joins what a person keeps apart, and joins what a person joins", () => {
    const [a, b, c, fire] = harbourStory();
    const split = judge([a, b, c, fire], [byPerson("different", a, c)]);
    const groups = components(split);
    expect(groups.get(a.report.id)).not.toBe(groups.get(c.report.id));
    const together = judge([a, b, c, fire], [byPerson("same", a, fire)]);
    expect(components([...together, byPerson("same", a, fire)]).get(fire.report.id)).toBe(
      components([...together, byPerson("same", a, fire)]).get(a.report.id),
    );
  });
});

function components(judgements: readonly Judgement[]): Map<string, string> {
  const root = new Map<string, string>();
  const find = (x: string): string => (root.get(x) === undefined || root.get(x) === x ? x : find(root.get(x) as string));
  for (const j of judgements) {
    if (j.verdict !== "same") continue;
    const [x, y] = [find(j.a.report), find(j.b.report)];
    root.set(x, x < y ? x : y);
    root.set(y, x < y ? x : y);
  }
  return new Map([...root.keys()].map((k) => [k, find(k)]));
}

/** A bombing over three reports, and a robbery of the same evening whose report tells of the bombing too. */
function busStation(): Readonly<Record<"blast" | "claim" | "robbery" | "arrests" | "trial", Reading>> {
  const where = { name: "Jos", lat: 9.92, lon: 8.89, country: "NGA" };
  const day = { earliest: "2023-03-11", latest: "2023-03-11" };
  const blast = sketch({
    text: "A bomb exploded at a crowded bus station in Jos on Saturday morning, killing at least nine people and wounding more than 20, police said. Grace Danjuma sells bread at the Gate Road bus station.",
    outlet: "Lake Wire",
    published: "2023-03-11",
    title: "Bomb kills nine at bus station in Jos",
    events: [{ id: "e1", type: "violence.bombing", at: ["exploded"], where, ...day }],
    tolls: [
      { event: "e1", effect: "killed", words: "nine", low: 9, high: null },
      { event: "e1", effect: "injured", words: "20", low: 21, high: null },
    ],
  });
  const claim = sketch({
    text: "The Black Banner on Monday claimed the bombing that killed 17 people at a bus station in Jos on Saturday, and threatened to attack churches at Easter. The group bombed the bus station with a minibus, police said.",
    outlet: "Northern Post",
    published: "2023-03-13",
    title: "Group claims Jos bus station bombing",
    events: [
      { id: "e1", type: "violence.bombing", at: ["bombing"], where, ...day },
      { id: "e2", type: "violence.attack", at: ["attack churches"], where, ...day, status: "threatened" },
    ],
    tolls: [{ event: "e1", effect: "killed", words: "17", low: 17 }],
  });
  const robbery = sketch({
    text: "Gunmen shot dead three people in a robbery at a petrol station in Jos on Saturday night, police said. The robbery was not linked to the bombing at the bus station in Jos hours earlier, in which 17 people died.",
    outlet: "Lake Wire",
    published: "2023-03-12",
    title: "Gunmen kill three at Jos petrol station, unrelated to bus station bombing",
    events: [
      { id: "e1", type: "violence.robbery", at: ["robbery"], where, ...day },
      { id: "e2", type: "violence.bombing", at: ["bombing"], where, ...day },
    ],
    tolls: [{ event: "e1", effect: "killed", words: "three", low: 3 }],
  });
  const arrests = sketch({
    text: "Police in Jos have arrested Ibrahim Musa over the March 11 bombing of the Gate Road bus station. The commissioner said 16 people had died in the attack, not 17. Forty-three people were injured.",
    outlet: "Plateau Sun",
    published: "2023-03-20",
    title: "Jos bombing: police arrest suspect",
    lead: "e2",
    events: [
      {
        id: "e1",
        type: "security.arrest",
        at: ["arrested"],
        where,
        roles: [{ role: "defendant", words: "Ibrahim Musa", person: "Ibrahim Musa" }],
      },
      { id: "e2", type: "violence.bombing", at: ["bombing"], where, ...day },
    ],
    tolls: [
      { event: "e2", effect: "killed", words: "16", low: 16 },
      { event: "e2", effect: "injured", words: "Forty-three", low: 43 },
    ],
  });
  const trial = sketch({
    text: "The trial of Ibrahim Musa, who is accused of bombing a bus station in Jos, opened on Monday. Musa pleaded not guilty over the bombing, which killed 16 people.",
    outlet: "Lake Wire",
    published: "2023-09-18",
    title: "Trial over Jos bus station bombing opens",
    lead: "e2",
    events: [
      {
        id: "e1",
        type: "justice.trial",
        at: ["trial"],
        earliest: "2023-09-18",
        latest: "2023-09-18",
        roles: [{ role: "defendant", words: "Ibrahim Musa", person: "Ibrahim Musa" }],
        links: [{ to: "e2", relation: "about" }],
      },
      { id: "e2", type: "violence.bombing", at: ["bombing"], where, earliest: "2023-09-18", latest: "2023-09-18" },
    ],
    tolls: [{ event: "e2", effect: "killed", words: "16", low: 16 }],
  });
  const dated = (r: Reading): Reading => ({ ...r, events: r.events.map((e) => (e.earliest === null ? e : { ...e, when: "t1" })) });
  return { blast: dated(blast), claim: dated(claim), robbery: dated(robbery), arrests: dated(arrests), trial: dated(trial) };
}

describe("acts of one town and day", () => {
  const { blast, claim, robbery, arrests, trial } = busStation();
  const at = (r: Reading, event: string): string => `${r.report.id} ${r.events.find((e) => e.id === event)?.mentions[0][0]}`;
  const together = (readings: readonly Reading[]): ReadonlyMap<string, string> => {
    const root = new Map<string, string>();
    const find = (x: string): string => (root.has(x) ? find(root.get(x) as string) : x);
    for (const j of judge(readings).filter((x) => x.verdict === "same")) {
      const [x, y] = [find(key(j.a)), find(key(j.b))];
      if (x !== y) root.set(x < y ? y : x, x < y ? x : y);
    }
    return new Map(readings.flatMap((r) => r.events.map((e) => [at(r, e.id), find(at(r, e.id))] as const)));
  };

  it("are two where one report tells of both, though it reads like the others", () => {
    const of = together([blast, claim, robbery]);
    expect(of.get(at(robbery, "e1"))).not.toBe(of.get(at(blast, "e1")));
    expect(of.get(at(robbery, "e2"))).toBe(of.get(at(blast, "e1")));
    expect(of.get(at(claim, "e1"))).toBe(of.get(at(blast, "e1")));
  });

  it("are not what somebody threatens to do", () => {
    const of = together([blast, claim, robbery]);
    const threatened = of.get(at(claim, "e2"));
    expect([...of].filter(([, root]) => root === threatened)).toHaveLength(1);
  });

  it("are one in the report of the arrests and of a trial that gives no day but its own, with more dead than at least nine", () => {
    const of = together([blast, claim, robbery, arrests, trial]);
    const bombing = of.get(at(blast, "e1"));
    expect(of.get(at(arrests, "e2"))).toBe(bombing);
    expect(of.get(at(trial, "e2"))).toBe(bombing);
    expect(of.get(at(robbery, "e1"))).not.toBe(bombing);
  });
});

describe("whose words they are", () => {
  const wire =
    "A bomb exploded outside a livestock market on Saturday, killing at least thirty people and wounding many more, officials and medical staff said. The market was full when the car blew up, said a trader who was thrown against a wall by the blast.";
  const own =
    "Thirty people died on Saturday when a car packed with explosives was set off beside stalls where farmers sell goats, hospital workers told this newspaper in the evening.";

  it("takes two outlets that carry one wire report for one origin, and a report of one's own for another", () => {
    const reports = [
      ["a", wire],
      ["b", `${wire} Our own correspondent counted nine burnt stalls.`],
      ["c", own],
    ].map(([id, text]) => ({ id, published: "2022-05-14", passages: passagesIn(text) }));
    const found = origins(reports).of;
    expect(found.get("a")).toBe(found.get("b"));
    expect(found.get("c")).not.toBe(found.get("a"));
  });
});

describe("an act that a court sits on", () => {
  const report = (published: string) =>
    sketch({
      text: "The appeal court on Thursday cut the terms of two men convicted of the March 4 bombing of a market in Gombe.",
      outlet: "Coast Herald",
      published,
      lead: "e1",
      events: [
        { id: "e1", type: "violence.bombing", at: ["bombing"], where: { name: "Gombe" }, earliest: "2023-03-04", latest: "2023-03-04" },
        {
          id: "e2",
          type: "justice.conviction",
          at: ["convicted"],
          earliest: "2023-03-04",
          latest: "2023-03-04",
          links: [{ to: "e1", relation: "about" }],
        },
      ],
    });

  it("keeps a day that lies long before the report, which no hearing it tells of can have had", () => {
    expect(summarise(report("2023-11-02")).events[0].earliest).toBe("2023-03-04");
  });

  it("has no day of its own where the day is the hearing's", () => {
    expect(summarise(report("2023-03-05")).events[0].earliest).toBe(null);
  });
});

describe("a release", () => {
  const freed = (text: string, published: string, where: string, taken: string, day: string, freedOn: string) =>
    sketch({
      text,
      outlet: "Coast Herald",
      published,
      lead: "e2",
      events: [
        { id: "e1", type: "violence.abduction", at: [taken], where: { name: where }, earliest: day, latest: day },
        {
          id: "e2",
          type: "justice.release",
          at: ["freed"],
          earliest: freedOn,
          latest: freedOn,
          links: [{ to: "e1", relation: "about" }],
        },
      ],
    });
  const bus = freed(
    "Fifty passengers abducted from a bus near Dorro were freed on Sunday, Governor Tolu Sani said in Minnara. Pupils that the Karo gang took from the Holy Cross school in Kagam are still held, Governor Tolu Sani said.",
    "2021-02-21",
    "Dorro",
    "abducted",
    "2021-02-10",
    "2021-02-21",
  );
  const school = freed(
    "All pupils kidnapped in Kagam were freed on Monday, Governor Tolu Sani said in Minnara. The Karo gang took the pupils from the Holy Cross school in Kagam.",
    "2021-02-22",
    "Kagam",
    "kidnapped",
    "2021-02-17",
    "2021-02-22",
  );
  const seized = sketch({
    text: "Gunmen abducted 42 pupils in Kagam on Wednesday, Governor Tolu Sani said in Minnara. The Karo gang took the pupils from the Holy Cross school in Kagam.",
    outlet: "Daily Beacon",
    published: "2021-02-18",
    lead: "e1",
    events: [
      { id: "e1", type: "violence.abduction", at: ["abducted"], where: { name: "Kagam" }, earliest: "2021-02-17", latest: "2021-02-17" },
    ],
  });

  it("is of those whom its own report tells were taken, and no other's", () => {
    const links = joined(judge([seized, school, bus]));
    expect(links.some((l) => l.includes(bus.report.id))).toBe(false);
  });
});

describe("the same number of many", () => {
  const taken = (text: string, published: string, low: number) =>
    sketch({
      text,
      outlet: "Coast Herald",
      published,
      lead: "e1",
      events: [
        { id: "e1", type: "violence.abduction", at: ["abduct"], where: { name: "Kagam" }, earliest: "2021-02-01", latest: "2021-02-28" },
      ],
      tolls: [{ event: "e1", effect: "abducted", words: String(low), low }],
    });

  it("speaks for one event more than the same number of few", () => {
    const odds = (n: number): number => {
      const [a, b] = [
        taken(`A court jailed a guard for helping to abduct ${n} people in Kagam.`, "2022-06-14", n),
        taken(`Gunmen who abduct people took ${n} pupils from Kagam.`, "2021-02-28", n),
      ].map(summarise);
      return sum(weigh(a.events[0], b.events[0], { told: false, odds: null, people: 0 }) ?? {});
    };
    expect(odds(42)).toBeGreaterThan(odds(2));
  });
});
