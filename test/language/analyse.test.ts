import { describe, expect, it } from "vitest";
import { childWith, lemmaOf, tokenText } from "../../src/language/document.js";
import { analyse, tokenise } from "../../src/language/index.js";
import { R, RELATIONS, U } from "../../src/language/tags.js";

function tokens(text: string): string[] {
  const buffer = tokenise(text);
  return Array.from({ length: buffer.length }, (_, i) => text.slice(buffer.start[i], buffer.end[i]));
}

function sentences(text: string, breaks?: readonly number[]): string[] {
  const doc = analyse(text, breaks);
  return Array.from({ length: doc.sentenceCount }, (_, s) =>
    text.slice(doc.start[doc.sentenceStart[s]], doc.end[doc.sentenceStart[s + 1] - 1]),
  );
}

describe("tokens", () => {
  const cases: readonly (readonly [text: string, cut: string])[] = [
    ["They don't say who's to blame; it can't be the mayor's men.", "They do n't say who 's to blame ; it ca n't be the mayor 's men ."],
    ["The workers’ union isn’t striking.", "The workers ’ union is n’t striking ."],
    ["A 27-year-old anti-war activist", "A 27 - year - old anti-war activist"],
    ["It lost $1.5m, 10.21mn tonnes and 3.5% of 1,000 cars.", "It lost $ 1.5 m , 10.21 mn tonnes and 3.5 % of 1,000 cars ."],
    ["Mr. Ode of the U.S. came at 5 p.m. on Jan. 4.", "Mr. Ode of the U.S. came at 5 p.m. on Jan. 4 ."],
    ["UNIT NO.4 of the [FLN] -- armed with AK-47s", "UNIT NO. 4 of the [ FLN ] -- armed with AK - 47s"],
    ["Lt. O'Hara met J.B. Sha'ban of al-Amal... then left", "Lt. O'Hara met J.B. Sha'ban of al - Amal ... then left"],
    ["See https://example.org/a?b=1, @desk_one and #floods.", "See https://example.org/a?b=1 , @desk_one and #floods ."],
    ["On 2016-07-21, 9/11 and the 1980s, call 555-0112 or AT&T.", "On 2016-07-21 , 9/11 and the 1980s , call 555-0112 or AT&T ."],
    ["We cannot say “no,” he said.", "We can not say “ no , ” he said ."],
    ["at 2pm, 7.30am and 25km away", "at 2 pm , 7.30 am and 25 km away"],
  ];
  for (const [text, cut] of cases) it(`cuts ${JSON.stringify(text)}`, () => expect(tokens(text).join(" ")).toBe(cut));

  it("cover every letter of a text, in order and without overlap", () => {
    const text = "Café owner “Zoë” said:\n\t‘No!’ 😀👍🏽 — 5€… x\u00adyz\u200b end\u0000.";
    const buffer = tokenise(text);
    let at = 0;
    for (let i = 0; i < buffer.length; i++) {
      expect(
        text
          .slice(at, buffer.start[i])
          .trim()
          .replaceAll(/[\u0000\u200b]/g, ""),
      ).toBe("");
      expect(buffer.end[i]).toBeGreaterThan(buffer.start[i]);
      at = buffer.end[i];
    }
    expect(text.slice(at)).toBe("");
  });
});

describe("sentences", () => {
  it("are not ended by titles, initials, numbers or acronyms", () => {
    const text = "Gen. A. B. Oduya met Mr. Lee of the U.S. Army at No. 4 Dock St. Marks. They spoke.";
    expect(sentences(text)).toEqual(["Gen. A. B. Oduya met Mr. Lee of the U.S. Army at No. 4 Dock St. Marks.", "They spoke."]);
  });
  it("take their closing quotation marks along", () => {
    expect(sentences('"We saw it. It fell." She ran. "Why?" he asked. "Go!"')).toEqual([
      '"We saw it.',
      'It fell."',
      "She ran.",
      '"Why?" he asked.',
      '"Go!"',
    ]);
  });
  it("end with a headline and after a dateline", () => {
    expect(sentences("Two hurt in blast\n\nPORT ALBA, May 3 (Wire) -- A bomb went off. It was dark.")).toEqual([
      "Two hurt in blast",
      "PORT ALBA, May 3 (Wire) --",
      "A bomb went off.",
      "It was dark.",
    ]);
  });
  it("run on over the lines of a wrapped text", () => {
    const text =
      "THE GARRISON REPORTED THAT THREE OF ITS SOLDIERS WERE HELD BY ARMED\nMEN WHO CAME DOWN FROM THE HILLS BEFORE DAWN AND TOOK THEM ALONG THE\nROAD TO THE RIVER, WHERE A BOAT LAY READY FOR THE CROSSING TO THE\nOTHER SIDE.  NOBODY WAS HURT.";
    expect(sentences(text)).toHaveLength(2);
  });
  it("are found in lower case too", () => {
    expect(sentences("the house met in the state. the bill was read twice. it fell.")).toHaveLength(3);
  });
  it("end at each given break", () => {
    expect(sentences("Home News Sport A man was held", [15])).toEqual(["Home News Sport", "A man was held"]);
  });
});

describe("trees", () => {
  it("know who did what to whom in a passive", () => {
    const text = "Four villagers were killed by gunmen near the border.";
    const doc = analyse(text);
    const root = doc.head.indexOf(-1);
    expect(lemmaOf(doc, root)).toBe("kill");
    expect(tokenText(doc, childWith(doc, root, R["nsubj:pass"]))).toBe("villagers");
    expect(tokenText(doc, childWith(doc, root, R["obl:agent"]))).toBe("gunmen");
  });
  it("read the same in capitals", () => {
    const doc = analyse("REBELS ATTACKED A POLICE POST IN THE CAPITAL ON FRIDAY.");
    const root = doc.head.indexOf(-1);
    expect(lemmaOf(doc, root)).toBe("attack");
    expect(doc.upos[root]).toBe(U.VERB);
    expect(tokenText(doc, childWith(doc, root, R.nsubj))).toBe("REBELS");
    expect(tokenText(doc, childWith(doc, root, R.obj))).toBe("POST");
  });
  it("have one root a sentence, bounds that hold their dependents, and dependents from left to right", () => {
    const doc = analyse("A bomb exploded near a market, killing 12 people, police said. Nobody claimed it. Who did?");
    for (let s = 0; s < doc.sentenceCount; s++) {
      let roots = 0;
      for (let i = doc.sentenceStart[s]; i < doc.sentenceStart[s + 1]; i++) {
        if (doc.head[i] < 0) {
          roots++;
          expect(RELATIONS[doc.relation[i]]).toBe("root");
          expect([doc.left[i], doc.right[i]]).toEqual([doc.sentenceStart[s], doc.sentenceStart[s + 1] - 1]);
        }
        let last = -1;
        for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) {
          expect(doc.head[c]).toBe(i);
          expect(c).toBeGreaterThan(last);
          expect(doc.left[i]).toBeLessThanOrEqual(doc.left[c]);
          expect(doc.right[i]).toBeGreaterThanOrEqual(doc.right[c]);
          last = c;
        }
      }
      expect(roots).toBe(1);
    }
  });
  it("come out the same each time", () => {
    const text = "Police shot dead a man, 31, who had stabbed two officers, the ministry said.";
    const [a, b] = [analyse(text), analyse(text)];
    for (const column of ["upos", "xpos", "head", "relation", "lemma"] as const) expect(a[column]).toEqual(b[column]);
  });
  it("survive texts without sentences, without words, and without ends", () => {
    expect(analyse("").length).toBe(0);
    expect(analyse(" \n\n ").sentenceCount).toBe(0);
    expect(analyse("((((((((((").length).toBe(10);
    expect(analyse("ab.".repeat(20_000)).length).toBe(40_000);
    expect(analyse("word ".repeat(2000)).length).toBe(2000);
  });
});
