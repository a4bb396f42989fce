import type { Phrases } from "./phrases.js";
import { as, type Word, word } from "./tree.js";

/*
 * Sentences of courts, proposals, journeys and headlines, as the grammar of clauses in `sentences.ts` needs them.
 */

type Maker = (p: Phrases) => Word;

/** "a Kazakh court in the northern city of Osh" */
function court(p: Phrases, relation: Word["relation"]): Word {
  const head = word(p.pick(["court", "court", "judge", "jury", "tribunal"]), "NN", relation, { left: [p.det(p.pick(["a", "the"]))] });
  if (p.chance(0.4)) head.left.push(word(p.form("nat"), "JJ", "amod"));
  else if (p.chance(0.3)) head.left.push(word(p.pick(["military", "district", "federal", "high", "appeals"]), "JJ", "amod"));
  if (p.chance(0.45)) head.right.push(p.where("nmod"));
  return head;
}

/** "to ten years in prison", "to jail terms", "to death" */
function penalty(p: Phrases): Word {
  const kind = p.pick([0, 0, 1, 2]);
  if (kind === 1)
    return word("terms", "NNS", "obl", { lemma: "term", left: [p.case("to"), word(p.pick(["jail", "prison"]), "NN", "compound")] });
  if (kind === 2) return word("death", "NN", "obl", { left: [p.case("to")] });
  const years = word("years", "NNS", "obl", { lemma: "year", left: [p.case("to"), p.number()] });
  if (p.chance(0.7)) years.right.push(word(p.pick(["prison", "jail"]), "NN", "nmod", { left: [p.case("in")] }));
  return years;
}

/** "for joining the group in Syria", "for murder" */
function offence(p: Phrases): Word {
  if (p.chance(0.4)) {
    return word(p.pick(["murder", "manslaughter", "terrorism", "kidnapping", "arson", "treason", "robbery"]), "NN", "obl", {
      left: [p.case(p.pick(["for", "over"]))],
    });
  }
  const verb = p.row("vtrans");
  const joining = p.chance(0.35);
  const deed = word(joining ? "joining" : verb.form4, "VBG", "advcl", {
    lemma: joining ? "join" : verb.form,
    left: [word("for", "IN", "mark", { upos: "SCONJ" })],
    right: [joining ? as(p.group(), "obj") : p.people("obj")],
  });
  if (p.chance(0.4)) deed.right.push(p.where());
  return deed;
}

/** "On July 19, " before a clause. */
export function fronted(p: Phrases, clause: Word): Word {
  const when = p.when();
  when.relation = when.relation === "obl:unmarked" ? "obl:unmarked" : "obl";
  when.right.push(p.comma());
  clause.left.unshift(when);
  return clause;
}

export const sentenced: Maker = (p) => {
  if (p.chance(0.5)) {
    const defendant = p.people("obj");
    if (defendant.xpos === "NN" && p.chance(0.3)) defendant.left.unshift(word("yet", "RB", "advmod"));
    return word("sentenced", "VBD", "root", {
      lemma: "sentence",
      left: [court(p, "nsubj")],
      right: [defendant, ...(p.chance(0.7) ? [penalty(p)] : []), offence(p)],
    });
  }
  const subject = p.people("nsubj:pass");
  const [form, lemma] = p.pick([
    ["sentenced", "sentence"],
    ["convicted", "convict"],
    ["charged", "charge"],
    ["jailed", "jail"],
    ["acquitted", "acquit"],
  ] as const);
  const be = word(subject.xpos === "NNS" ? "were" : "was", "VBD", "aux:pass", { lemma: "be", upos: "AUX" });
  const verb = word(form, "VBN", "root", { lemma, left: [subject, be] });
  if (form === "sentenced") verb.right.push(penalty(p));
  if (form === "charged")
    verb.right.push(word(p.pick(["murder", "arson", "terrorism", "assault"]), "NN", "obl", { left: [p.case("with")] }));
  else verb.right.push(offence(p));
  return verb;
};

/** "Prosecutors charged two men with murder", "police accused him of robbery" */
export const charged: Maker = (p) => {
  const [form, lemma, by] = p.pick([
    ["charged", "charge", "with"],
    ["accused", "accuse", "of"],
  ] as const);
  const crime = word(p.pick(["murder", "treason", "arson", "terrorism", "robbery"]), "NN", "obl", { left: [p.case(by)] });
  return word(form, "VBD", "root", {
    lemma,
    left: [word(p.pick(["prosecutors", "authorities", "officials"]), "NNS", "nsubj")],
    right: [p.people("obj"), crime],
  });
};

/** "The suspect has denied the charges and said he would appeal the sentence" */
export const denied: Maker = (p) => {
  const verb = word("denied", p.chance(0.5) ? "VBN" : "VBD", "root", { lemma: "deny", left: [p.people("nsubj")] });
  if (verb.xpos === "VBN") verb.left.push(word("has", "VBZ", "aux", { lemma: "have", upos: "AUX" }));
  verb.right.push(word(p.pick(["charges", "accusations", "allegations", "claims"]), "NNS", "obj", { left: [p.det("the")] }));
  if (p.chance(0.5)) {
    const appeal = word("appeal", "VB", "ccomp", { left: [word("he", "PRP", "nsubj"), word("would", "MD", "aux", { lemma: "will" })] });
    if (p.chance(0.6)) appeal.right.push(word(p.pick(["sentence", "verdict", "ruling"]), "NN", "obj", { left: [p.det("the")] }));
    verb.right.push(word("said", "VBD", "conj", { lemma: "say", left: [word("and", "CC", "cc")], right: [appeal] }));
  }
  return verb;
};

/** "The man travelled to Turkey in 2012 and crossed the border into Syria, where he joined the militants" */
export const travelled: Maker = (p) => {
  const [form, lemma] = p.pick([
    ["travelled", "travel"],
    ["traveled", "travel"],
    ["went", "go"],
    ["fled", "flee"],
    ["returned", "return"],
  ] as const);
  const verb = word(form, "VBD", "root", { lemma, left: [p.people("nsubj")], right: [p.under("to", p.place(), "obl")] });
  if (p.chance(0.5)) verb.right.push(word(String(1985 + Math.floor(p.pick([...Array(35).keys()]))), "CD", "obl", { left: [p.case("in")] }));
  if (p.chance(0.5)) {
    const crossed = word("crossed", "VBD", "conj", {
      lemma: "cross",
      left: [word("and", "CC", "cc")],
      right: [word("border", "NN", "obj", { left: [p.det("the")] }), p.under("into", p.place(), "obl")],
    });
    if (p.chance(0.4)) crossed.left.push(word("illegally", "RB", "advmod"));
    verb.right.push(crossed);
  }
  return verb;
};

/** "The minister suggested that citizenship be stripped from people found guilty of terrorism" */
export const suggested: Maker = (p) => {
  const [form, lemma] = p.pick([
    ["stripped", "strip"],
    ["banned", "ban"],
    ["tightened", "tighten"],
    ["increased", "increase"],
    ["imposed", "impose"],
    ["extended", "extend"],
  ] as const);
  const subject = word(p.pick(["citizenship", "gatherings", "control", "sentences", "sanctions", "curfew"]), "NN", "nsubj:pass");
  const inner = word(form, "VBN", "ccomp", {
    lemma,
    left: [word("that", "IN", "mark", { upos: "SCONJ" }), subject, word("be", "VB", "aux:pass", { upos: "AUX" })],
  });
  if (p.chance(0.5)) inner.right.push(p.where());
  return word(p.pick(["suggested", "proposed", "demanded", "recommended"]), "VBD", "root", {
    lemma: "suggest",
    left: [as(p.titled(), "nsubj")],
    right: [inner],
  });
};

/** "Troops shot and killed four rebels", "was shot and killed" */
export const shotAndKilled: Maker = (p) => {
  const passive = p.chance(0.5);
  const left = passive ? [p.people("nsubj:pass"), word("was", "VBD", "aux:pass", { lemma: "be", upos: "AUX" })] : [p.doers("nsubj")];
  const [form, lemma] = p.pick([
    ["killed", "kill"],
    ["wounded", "wound"],
    ["injured", "injure"],
  ] as const);
  const second = word(form, passive ? "VBN" : "VBD", "conj", { lemma, left: [word("and", "CC", "cc")] });
  if (!passive) second.right.push(p.people("obj"));
  const verb = word(p.pick(["shot", "shot", "stabbed"]), passive ? "VBN" : "VBD", "root", { lemma: "shoot", left, right: [second] });
  if (p.chance(0.6)) second.right.push(p.where());
  return verb;
};

/** "The blast left two people dead and six others wounded" */
export const leftDead: Maker = (p) => {
  const state = word("dead", "JJ", "xcomp");
  state.right.push(word(p.pick(["wounded", "injured", "missing"]), "JJ", "conj", { left: [word("and", "CC", "cc"), p.people("nsubj")] }));
  return word("left", "VBD", "root", { lemma: "leave", left: [p.act("nsubj")], right: [p.people("obj"), state] });
};

/** Headlines in the present: "Gunman kills five at school" */
export const singularHeadline: Maker = (p) => {
  const row = p.row("vtrans");
  const who = word(
    p.pick(["Gunman", "Man", "Bomber", "Driver", "Woman", "Teen", "Officer", "Blast", "Fire", "Quake", "Bomb"]),
    "NN",
    "nsubj",
  );
  const verb = word(row.form5, "VBZ", "root", {
    lemma: row.form,
    left: [who],
    right: [p.chance(0.5) ? as(p.number(), "obj") : p.people("obj")],
  });
  if (p.chance(0.6)) verb.right.push(p.where());
  return verb;
};
