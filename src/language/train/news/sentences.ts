import type { Row } from "../../../lexicon/table.js";
import type { GoldSentence } from "../conllu.js";
import { Random } from "../random.js";
import { Phrases } from "./phrases.js";
import { as, sentenceOf, type Word, word } from "./tree.js";

/*
 * A small grammar of news English: passives with and without agents, "shot dead", "left two dead", headlines without auxiliaries, ages
 * in apposition, attributions before and after. Treebanks of web and wiki text hold few of these, and a reader of violence meets
 * little else. Not a sample of news: its words are shuffled at random.
 */

type Maker = (p: Phrases) => Word;

const be = (form: string, relation: "aux:pass" | "aux" | "cop" = "aux:pass"): Word =>
  word(form, form === "was" || form === "were" ? "VBD" : "VBP", relation, { lemma: "be", upos: "AUX" });

function isPlural(w: Word): boolean {
  return w.xpos === "NNS" || w.xpos === "CD" || w.right.some((c) => c.relation === "conj");
}

function participle(row: Row): Word {
  return word(row.form3, "VBN", "root", { lemma: row.form });
}

function past(row: Row): Word {
  return word(row.form2, "VBD", "root", { lemma: row.form });
}

/** Puts adverbials of place, time and circumstance behind a verb. */
function adverbials(p: Phrases, verb: Word, most = 3): Word {
  const some = [
    () => p.where(),
    () => p.when(),
    () => as(p.under("in", p.act("obl"), "obl"), "obl"),
    () => p.under("by", p.doers("obl"), "obl:agent"),
  ];
  const passive = verb.left.some((c) => c.relation === "aux:pass");
  if (passive && p.chance(0.4)) verb.right.push(some[3]());
  if (p.chance(0.35)) verb.right.push(some[2]());
  if (p.chance(0.6) && most > 1) verb.right.push(some[0]());
  if (p.chance(0.5) && most > 2) verb.right.push(some[1]());
  return verb;
}

/** "Two policemen were killed by gunmen in Kabul on Monday" */
const passive: Maker = (p) => {
  const subject = p.people("nsubj:pass");
  const verb = participle(p.row("vtrans"));
  verb.left.push(subject, be(isPlural(subject) ? "were" : "was"));
  if (p.chance(0.15)) verb.left.push(word(p.form("adv"), "RB", "advmod"));
  if (verb.form === "shot" && p.chance(0.6)) verb.right.push(word("dead", "JJ", "xcomp"));
  if (verb.form === "shot" && p.chance(0.3)) verb.right.push(bodyPart(p));
  adverbials(p, verb);
  if (p.chance(0.25)) verb.right.push(conjoined(p));
  if (p.chance(0.2)) verb.right.push(whenClause(p));
  return verb;
};

function bodyPart(p: Phrases): Word {
  return word(p.form("bodypart"), "NN", "obl", { left: [p.case("in"), p.det("the")] });
}

/** "and three others were injured", "and three others injured" */
function conjoined(p: Phrases): Word {
  const subject = p.people("nsubj:pass");
  const verb = as(participle(p.row("vtrans")), "conj");
  verb.left.push(word("and", "CC", "cc"), subject);
  if (p.chance(0.6)) verb.left.push(be(isPlural(subject) ? "were" : "was"));
  return verb;
}

/** "when gunmen opened fire on a checkpoint" */
function whenClause(p: Phrases): Word {
  const clause = as(p.chance(0.4) ? openedFire(p) : active(p), "advcl");
  clause.left.unshift(
    word(p.pick(["when", "after", "as", "before"]), clause.left.length > 0 && p.chance(0.4) ? "WRB" : "IN", "mark", { upos: "SCONJ" }),
  );
  if (clause.left[0].form === "when") clause.left[0] = word("when", "WRB", "advmod", { upos: "ADV" });
  else clause.left[0] = word(clause.left[0].form, "IN", "mark", { upos: "SCONJ" });
  return clause;
}

function openedFire(p: Phrases): Word {
  const verb = word("opened", "VBD", "root", { lemma: "open", left: [p.doers("nsubj")], right: [word("fire", "NN", "obj")] });
  if (p.chance(0.6)) verb.right.push(p.under("on", p.chance(0.5) ? p.thing("obl") : p.people("obl"), "obl"));
  return adverbials(p, verb, 2);
}

/** "Gunmen killed two soldiers", "Rebels attacked a convoy, killing six" */
function active(p: Phrases): Word {
  if (p.chance(0.4)) return attackOnThing(p);
  const row = p.row("vtrans");
  const verb = past(row);
  verb.left.push(p.doers("nsubj"));
  const object = p.people("obj");
  if (verb.form === "shot" && p.chance(0.5)) verb.right.push(word("dead", "JJ", "xcomp"), object);
  else if (p.chance(0.1)) {
    verb.right.push(object);
    verb.left.push(word(p.form("adv"), "RB", "advmod"));
  } else verb.right.push(object);
  if (p.chance(0.12)) object.right.push(word("and", "CC", "cc") && conjunct(p));
  return verb;
}

function conjunct(p: Phrases): Word {
  const other = p.people("conj");
  other.left.unshift(word("and", "CC", "cc"));
  return other;
}

function attackOnThing(p: Phrases): Word {
  const verb = past(p.row("vthing"));
  verb.left.push(p.doers("nsubj"));
  const object = p.thing("obj");
  if (verb.form === "blew") verb.right.push(word("up", "RP", "compound:prt"), object);
  else if (verb.form === "set") verb.right.push(object, word("ablaze", "RB", "xcomp"));
  else verb.right.push(object);
  return verb;
}

const told: Maker = (p) => {
  const verb = adverbials(p, active(p));
  if (p.chance(0.35)) verb.right.push(participleTail(p));
  if (p.chance(0.15)) verb.right.push(withWeapon(p));
  return verb;
};

function withWeapon(p: Phrases): Word {
  return word(p.form("weapon"), "NN", "obl", { left: [p.case("with"), p.det("a")] });
}

/** ", killing six and wounding 12 others" */
function participleTail(p: Phrases): Word {
  const row = p.row("vtrans");
  const verb = word(row.form4, "VBG", "advcl", { lemma: row.form, left: [p.comma()], right: [p.people("obj")] });
  if (p.chance(0.4)) {
    const other = p.row("vtrans");
    verb.right.push(word(other.form4, "VBG", "conj", { lemma: other.form, left: [word("and", "CC", "cc")], right: [p.people("obj")] }));
  }
  return verb;
}

/** "A car bomb left 12 people dead and 30 injured", "The blast killed six" */
const byEvent: Maker = (p) => {
  const subject = p.act("nsubj");
  if (p.chance(0.5)) {
    const row = p.row("vtrans");
    const verb = past(row);
    verb.left.push(subject);
    verb.right.push(p.people("obj"));
    if (p.chance(0.4)) {
      const other = p.row("vtrans");
      verb.right.push(word(other.form2, "VBD", "conj", { lemma: other.form, left: [word("and", "CC", "cc")], right: [p.people("obj")] }));
    }
    return adverbials(p, verb);
  }
  const state = word(p.pick(["dead", "wounded", "injured", "missing", "homeless"]), "JJ", "xcomp");
  const verb = word("left", "VBD", "root", { lemma: "leave", left: [subject], right: [p.people("obj"), state] });
  if (p.chance(0.4)) state.right.push(word("injured", "JJ", "conj", { left: [word("and", "CC", "cc"), p.people("nsubj")] }));
  return adverbials(p, verb);
};

const intransitive: Maker = (p) => {
  const row = p.row("vintrans");
  const subject = p.people("nsubj");
  const verb = past(row);
  verb.left.push(subject);
  if (p.chance(0.3))
    verb.right.push(
      p.under(
        "of",
        word("wounds", "NNS", "obl", { lemma: "wound", left: [word(p.pick(["gunshot", "stab", "multiple"]), "NN", "compound")] }),
        "obl",
      ),
    );
  return adverbials(p, verb);
};

/** "was found dead", "was pronounced dead at the scene", "was taken to hospital with a gunshot wound" */
const found: Maker = (p) => {
  const subject = p.people("nsubj:pass");
  if (p.chance(0.5)) {
    const [form, lemma] = p.pick([
      ["found", "find"],
      ["pronounced", "pronounce"],
      ["declared", "declare"],
      ["shot", "shoot"],
    ] as const);
    const verb = word(form, "VBN", "root", {
      lemma,
      left: [subject, be(isPlural(subject) ? "were" : "was")],
      right: [word("dead", "JJ", "xcomp")],
    });
    return adverbials(p, verb, 2);
  }
  const verb = word("taken", "VBN", "root", { lemma: "take", left: [subject, be(isPlural(subject) ? "were" : "was")] });
  verb.right.push(word("hospital", "NN", "obl", { left: [p.case("to"), p.det(p.pick(["a", "the"]))] }));
  if (p.chance(0.6)) verb.right.push(word("wound", "NN", "obl", { left: [p.case("with"), p.det("a"), word("gunshot", "NN", "compound")] }));
  return verb;
};

/** "shot himself in the leg" */
const reflexive: Maker = (p) => {
  const subject = p.people("nsubj");
  const verb = word("shot", "VBD", "root", { lemma: "shoot", left: [subject] });
  if (p.chance(0.5)) verb.left.push(word("accidentally", "RB", "advmod"));
  verb.right.push(word(p.pick(["himself", "herself"]), "PRP", "obj"), bodyPart(p));
  return adverbials(p, verb, 2);
};

/** "shot her 11-year-old daughter", "stabbed his wife to death" */
const kin: Maker = (p) => {
  const row = p.row("vtrans");
  const victim = word(p.form("relation"), "NN", "obj", { left: [word(p.pick(["his", "her"]), "PRP$", "nmod:poss")] });
  if (p.chance(0.5)) victim.left.push(p.age());
  const verb = past(row);
  verb.left.push(p.people("nsubj"));
  verb.right.push(victim);
  if (p.chance(0.3)) verb.right.push(word("death", "NN", "obl", { left: [p.case("to")] }));
  return adverbials(p, verb, 2);
};

/** Headlines: "Two killed in Kabul blast", "Teen shot dead in Oakland", "12 dead, 30 injured in train crash" */
const headline: Maker = (p) => {
  const subject = p.chance(0.4)
    ? as(p.number(), "nsubj:pass")
    : word(p.pick(["Man", "Woman", "Teen", "Boy", "Girl", "Soldier", "Policeman", "Gunman", "Child"]), "NN", "nsubj:pass");
  if (p.chance(0.25)) {
    const dead = word("dead", "JJ", "root", { left: [as(subject, "nsubj")] });
    if (p.chance(0.5))
      dead.right.push(word(p.pick(["injured", "wounded", "hurt"]), "JJ", "conj", { left: [p.comma(), as(p.number(), "nsubj")] }));
    dead.right.push(p.under("in", p.act("obl"), "obl"));
    dead.right.at(-1)?.left.splice(1, 1);
    return dead;
  }
  const verb = participle(p.row("vtrans"));
  verb.left.push(subject);
  if (verb.form === "shot" && p.chance(0.5)) verb.right.push(word("dead", "JJ", "xcomp"));
  return adverbials(p, verb, 2);
};

/** "Gunmen kill six in market attack", "Police arrest two" */
const presentHeadline: Maker = (p) => {
  const row = p.row("vtrans");
  const verb = word(row.form, "VBP", "root", {
    left: [word(p.pick(["Gunmen", "Militants", "Rebels", "Police", "Troops", "Deputies"]), "NNS", "nsubj", { lemma: "gunman" })],
    right: [p.people("obj")],
  });
  return adverbials(p, verb, 2);
};

const CLAUSES: readonly (readonly [Maker, number])[] = [
  [passive, 6],
  [told, 6],
  [byEvent, 3],
  [intransitive, 2],
  [found, 2],
  [reflexive, 1],
  [kin, 1.5],
];
const HEADLINES: readonly (readonly [Maker, number])[] = [
  [headline, 1],
  [presentHeadline, 1],
];

function drawn(p: Phrases, makers: readonly (readonly [Maker, number])[]): Word {
  let left = makers.reduce((sum, [, n]) => sum + n, 0);
  const at = (p.pick([...Array(1000).keys()]) / 1000) * left;
  left = 0;
  for (const [make, n] of makers) {
    left += n;
    if (at < left) return make(p);
  }
  return makers[0][0](p);
}

function speaker(p: Phrases): Word {
  const kind = p.pick([0, 1, 2, 3]);
  if (kind === 0) return as(p.titled(), "nsubj");
  if (kind === 1) return word(p.form("agency"), "NNP", "nsubj");
  if (kind === 2) return as(p.name(), "nsubj");
  const noun = p.form("officialnoun");
  return word(noun, noun === "police" ? "NN" : "NNS", "nsubj", {
    lemma: noun === "police" ? "police" : noun.replace(/ies$/, "y").replace(/s$/, ""),
  });
}

/** "..., police said", "X said that ...", "According to X, ..." */
function attributed(p: Phrases, clause: Word): Word {
  const row = p.row("vsay");
  const kind = p.pick([0, 1, 2]);
  if (kind === 2) {
    const source = as(speaker(p), "obl");
    source.left.unshift(word("according", "VBG", "case", { lemma: "accord", right: [word("to", "IN", "fixed")] }));
    source.right.push(p.comma());
    clause.left.unshift(source);
    return clause;
  }
  const say = word(row.form2, "VBD", "root", { lemma: row.form });
  const inner = as(clause, "ccomp");
  if (kind === 0) {
    say.left.push(inner, p.comma(), speaker(p));
    return say;
  }
  if (p.chance(0.5)) inner.left.unshift(word("that", "IN", "mark", { upos: "SCONJ" }));
  say.left.push(speaker(p));
  say.right.push(inner);
  return say;
}

/** Sentences of the grammar, the same for the same seed. */
export function newsSentences(count: number, seed: number): GoldSentence[] {
  const p = new Phrases(new Random(seed));
  return Array.from({ length: count }, () => {
    if (p.chance(0.15)) return sentenceOf(drawn(p, HEADLINES));
    const clause = drawn(p, CLAUSES);
    const whole = p.chance(0.3) ? attributed(p, clause) : clause;
    whole.right.push(p.stop());
    return sentenceOf(whole);
  });
}
