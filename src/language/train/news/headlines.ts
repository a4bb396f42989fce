import { adverbials, type Kinds, type Maker, participle } from "./parts.js";
import type { Phrases } from "./phrases.js";
import { as, type Word, word } from "./tree.js";

/*
 * Headlines: auxiliaries and articles left out, the present for the past.
 */

/** Headlines: "Two killed in Kabul blast", "Teen shot dead in Oakland", "12 dead, 30 injured in train crash" */
const passiveHeadline: Maker = (p) => {
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

/** "Aid worker", "Bus driver", "Two prison guards", "Opposition leader": a person told by what he does. */
function worker(p: Phrases, relation: Word["relation"]): Word {
  const row = p.row("worker");
  const plural = p.chance(0.25);
  const head = word(plural ? row.form3 : row.form2, plural ? "NNS" : "NN", relation, { lemma: row.form2 });
  if (plural) head.left.push(p.number());
  for (const m of row.form.split(" ")) head.left.push(word(m, "NN", "compound"));
  return head;
}

/** "Aid worker shot dead in Goma", "Prison guard stabbed outside court" */
const workerHeadline: Maker = (p) => {
  const verb = participle(p.row("vtrans"));
  verb.left.push(worker(p, "nsubj:pass"));
  if (verb.form === "shot" && p.chance(0.6)) verb.right.push(word("dead", "JJ", "xcomp"));
  if (verb.form === "stabbed" && p.chance(0.5)) verb.right.push(p.under("to", word("death", "NN", "obl"), "obl"));
  return adverbials(p, verb, 2);
};

/** "Explosion leaves three dead", "School shooting leaves teacher dead" */
function leavesDead(p: Phrases): Word {
  const subject = word(p.form("attack"), "NN", "nsubj");
  if (p.chance(0.6)) subject.left.push(word(p.chance(0.5) ? p.form("target") : p.form("attackmod"), "NN", "compound"));
  const object = p.chance(0.5) ? as(p.number(), "obj") : p.chance(0.5) ? worker(p, "obj") : word(p.row("person").form, "NN", "obj");
  const state = word(p.pick(["dead", "injured", "wounded"]), "JJ", "xcomp");
  return word(p.pick(["leaves", "leaves", "leave"]), "VBZ", "root", { lemma: "leave", left: [subject], right: [object, state] });
}

/** "Militia raids village", "Mob lynches two men", "Blast kills six", "Court jails two activists" */
function happens(p: Phrases): Word {
  const row = p.chance(0.3) ? p.row("vthing") : p.row("vtrans");
  const who = p.chance(0.4) ? p.form("attack") : p.form("single");
  const subject = word(who.split(" ").at(-1) as string, "NN", "nsubj");
  for (const m of who.split(" ").slice(0, -1)) subject.left.push(word(m, "NN", "compound"));
  const object =
    row.class === "vthing"
      ? word(p.form("target"), "NN", "obj", p.chance(0.3) ? { left: [word(p.form("adj"), "JJ", "amod")] } : {})
      : p.chance(0.6)
        ? p.people("obj")
        : worker(p, "obj");
  return word(row.form5, "VBZ", "root", { lemma: row.form, left: [subject], right: [object] });
}

const actsHeadline: Maker = (p) => {
  const verb = p.chance(0.4) ? leavesDead(p) : happens(p);
  if (p.chance(0.4)) return adverbials(p, verb, 2);
  if (p.chance(0.5)) verb.right.push(word(p.pick(["police", "officials", "army"]), "NN", "parataxis", { left: [p.comma()] }));
  return verb;
};

/** "Two teenagers charged after school shooting leaves teacher dead", "Nine dead as militia raids village" */
const twoStepHeadline: Maker = (p) => {
  const clause = as(p.chance(0.5) ? leavesDead(p) : happens(p), "advcl");
  clause.left.unshift(word(p.pick(["after", "as", "after"]), "IN", "mark", { upos: "SCONJ" }));
  if (p.chance(0.4)) {
    return word("dead", "JJ", "root", { left: [as(p.number(), "nsubj")], right: [clause] });
  }
  const verb = participle(p.chance(0.5) ? p.row("vcourt") : p.row("vtrans"));
  verb.left.push(p.chance(0.5) ? worker(p, "nsubj:pass") : p.people("nsubj:pass"));
  verb.right.push(clause);
  return verb;
};

export const HEADLINES: Kinds = [
  [passiveHeadline, 2],
  [presentHeadline, 1.5],
  [workerHeadline, 2],
  [actsHeadline, 2],
  [twoStepHeadline, 1],
];
