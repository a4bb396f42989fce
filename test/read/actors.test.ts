import { describe, expect, it } from "vitest";
import { analyse } from "../../src/language/index.js";
import type { Actor } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { bodyNamesMatch, personNamesMatch } from "../../src/read/actors/name-match.js";
import { actorAt, actors } from "../../src/read/actors.js";
import type { ActorMention, Findings } from "../../src/read/findings.js";
import { findAll } from "../../src/read/index.js";
import { names } from "../../src/read/names.js";

function read(text: string) {
  const doc = analyse(text);
  const partOf = new Array(doc.sentenceCount).fill("body");
  const named = names.run({ doc } as Findings);
  const found = actors.run({ ...named, doc, partOf } as unknown as Findings) as unknown as {
    actors: readonly Actor[];
    actorMentions: readonly ActorMention[];
  };
  const said = (a: Actor | undefined) => a?.mentions.map((s) => text.slice(...s));
  return { ...found, doc, said, called: (name: string) => found.actors.find((a) => a.name === name) };
}

describe("actors", () => {
  it("put a minister's full name, his surname and his title together", () => {
    const { called, said } = read(
      "Interior Minister Pavel Dimitrov said police had arrested two men. Dimitrov promised a report. The minister left for Kano, and he did not return.",
    );
    const dimitrov = called("Pavel Dimitrov");
    expect(dimitrov).toMatchObject({ kind: "person", title: "Interior Minister", standing: "official" });
    expect(said(dimitrov)).toEqual(["Pavel Dimitrov", "Dimitrov", "The minister", "he"]);
  });

  it("know who is given a name", () => {
    const { called, said } = read(
      "A militant group calling itself the Tide Brigade said in a statement that it was holding the men. A man identified as Ali Bello fled.",
    );
    expect(said(called("Tide Brigade"))).toEqual(["A militant group", "itself", "Tide Brigade", "it"]);
    expect(said(called("Ali Bello"))).toEqual(["A man", "Ali Bello"]);
  });

  it("give an age, and take up the one who bears it", () => {
    const { actors: all, said } = read("Police arrested a suspect on Sunday. The 47-year-old denied the charge. He will appeal.");
    const suspect = all.find((a) => a.age === 47);
    expect(said(suspect)).toEqual(["a suspect", "The 47-year-old", "He"]);
    expect(suspect?.minor).toBe(false);
  });

  it("call a twelve-year-old a minor", () => {
    const { called } = read("Amina Yusuf, 12, was killed when a shell hit her house.");
    expect(called("Amina Yusuf")).toMatchObject({ age: 12, minor: true, sex: "female" });
  });

  it("know an acronym that brackets explain", () => {
    const { called, said } = read("He wanted to join the Islamic State (IS) in Syria. IS said nothing.");
    expect(called("Islamic State")).toMatchObject({ kind: "armed-group" });
    expect(said(called("Islamic State"))).toEqual(["Islamic State", "IS", "IS"]);
  });

  it("let a description before its name stand for the named", () => {
    const { called, said } = read("Marta Oduya, a former nurse, was released on Friday. She thanked her lawyer.");
    expect(said(called("Marta Oduya"))).toEqual(["Marta Oduya", "a former nurse", "She", "her"]);
  });

  it("keep two persons of one surname apart", () => {
    const { called } = read("John Okello was killed in the attack. Mary Okello was wounded in the attack.");
    expect(called("John Okello")?.id).not.toBe(called("Mary Okello")?.id);
  });

  it("tell a woman's pronoun from a man's", () => {
    const { called, said } = read("Mr Banda met Mrs Phiri in Lusaka. She said the strike would go on, and he agreed.");
    expect(said(called("Phiri"))).toContain("She");
    expect(said(called("Banda"))).toContain("he");
  });

  it("read a country that acts as its government", () => {
    const { called } = read("Russia expelled two diplomats on Tuesday.");
    expect(called("Russia")).toMatchObject({ kind: "government", country: "RUS" });
  });

  it("read counted men as a group and police as police", () => {
    const { actors: all } = read("A Kazakh court sentenced 12 men to prison. Police said more arrests would follow.");
    expect(all.find((a) => a.name === "12 men")?.kind).toBe("group");
    expect(all.find((a) => a.name === "Police")).toMatchObject({ standing: "police" });
    expect(all.find((a) => a.name === "A Kazakh court")).toMatchObject({ kind: "government", country: "KAZ" });
  });

  it("take up no second attacker for the first", () => {
    const { actors: all, said } = read("The police killed a gunman on Monday. The second gunman fled. The gunman was later arrested.");
    expect(all.filter((a) => said(a)?.some((m) => /gunman/i.test(m))).length).toBeGreaterThan(1);
  });

  it("join a description with its phrases and the name that follows", () => {
    const { called, said } = read("A spokesman for the miners, Joseph Banda, said they would fight. He left early.");
    expect(said(called("Joseph Banda"))).toEqual(["A spokesman", "Joseph Banda", "He"]);
  });

  it("join the lead's nameless man and the name with an age that follows", () => {
    const { called, said } = read("An Ohio man was arrested on Friday. Daniel Phiri, 38, is accused of threats. He denies them.");
    expect(said(called("Daniel Phiri"))).toEqual(["An Ohio man", "Daniel Phiri", "He"]);
  });

  it("join an outlet's name and the noun for it", () => {
    const { called, said } = read("Two miners died, the Xinhua news agency reported.");
    expect(said(called("Xinhua"))?.sort()).toEqual(["Xinhua", "the Xinhua news agency"]);
  });

  it("keep nobody apart", () => {
    const { actors: all } = read("No group has claimed the attack.");
    expect(all.filter((a) => /group/i.test(a.name))).toEqual([]);
  });

  it("answer which actor a token belongs to", () => {
    const { doc, actorMentions, called } = read("President Ilse Marant resigned.");
    const at = (word: string) => {
      for (let i = 0; i < doc.length; i++) if (doc.text.slice(doc.start[i], doc.end[i]) === word) return actorAt({ doc, actorMentions }, i);
      return null;
    };
    expect(at("Marant")).toBe(called("Ilse Marant")?.id);
    expect(at("resigned")).toBeNull();
  });
});

describe("names of one bearer", () => {
  it("match by surname, by initials and through particles", () => {
    expect(personNamesMatch(["bashar", "al", "assad"], ["assad"])).toBe(2);
    expect(personNamesMatch(["john", "smith"], ["j", "smith"])).toBe(2);
    expect(personNamesMatch(["john", "smith"], ["jane", "smith"])).toBe(0);
    expect(personNamesMatch(["kim", "jong", "un"], ["kim"])).toBe(1);
  });

  it("match bodies by acronym, beginning and end", () => {
    expect(bodyNamesMatch(["kurdistan", "workers", "party"], ["kwp"])).toBe(2);
    expect(bodyNamesMatch(["british", "transport", "police"], ["transport", "police"])).toBe(2);
    expect(bodyNamesMatch(["islamic", "state", "group"], ["islamic", "state"])).toBe(2);
    expect(bodyNamesMatch(["health", "ministry"], ["finance", "ministry"])).toBe(0);
  });
});

describe("pronouns in what somebody says", () => {
  const fillers = (text: string): readonly string[] =>
    findAll(plainReport(text)).events.flatMap((e) => e.roles.map((r) => `${r.role}: ${r.span === null ? "" : text.slice(...r.span)}`));

  it("stand for the subject of the clause that theirs hangs on, and not for the speaker", () => {
    expect(fillers("Residents said gunmen rode in on motorbikes and that they killed eight farmers.")).toContain("perpetrator: gunmen");
    expect(fillers("Witnesses said soldiers fired on the crowd after they were pelted with stones.")).toContain("target: soldiers");
  });

  it("stand for nobody where that is a thing", () => {
    for (const text of [
      "The agency said the tram was negotiating a curve when it tipped over.",
      "The ministry said the helicopter was returning to base when it crashed.",
    ])
      expect(fillers(text), text).toEqual([]);
  });

  it("'it' is the group that speaks, where nothing else can be it", () => {
    expect(fillers("The group said it had killed 12 soldiers.")).toContain("perpetrator: The group");
  });
});

describe("'it' in a clause of time", () => {
  it("is the thing that the clause above is about", () => {
    for (const text of [
      "Police said the bus was carrying 40 pilgrims when it plunged into a gorge.",
      "The ferry was overloaded when it sank off Bali.",
    ])
      expect(
        findAll(plainReport(text)).events.map((e) => e.type),
        text,
      ).toEqual(["hazard.accident"]);
  });
});
