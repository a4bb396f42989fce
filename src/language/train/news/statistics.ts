import type { Kinds, Maker } from "./parts.js";
import type { Phrases } from "./phrases.js";
import { as, type Word, word } from "./tree.js";

/*
 * Figures over a period: what rose and fell, by what share, to how many.
 */

const MOVES = [
  ["fell", "fall"],
  ["fell", "fall"],
  ["rose", "rise"],
  ["rose", "rise"],
  ["dropped", "drop"],
  ["jumped", "jump"],
  ["climbed", "climb"],
  ["increased", "increase"],
] as const;

function figure(p: Phrases): string {
  const n = p.number().form;
  return /^\d+$/.test(n) && p.chance(0.6) ? `${n},${p.pick(["120", "300", "905", "870", "450"])}` : /^\d+$/.test(n) ? n : "112";
}

function share(p: Phrases, relation: Word["relation"]): Word {
  const n = word(/^\d+$/.test(p.number().form) ? "12" : p.pick(["3", "4.5", "17", "31", "8"]), "CD", "nummod");
  const kind = p.pick([0, 0, 1]);
  if (kind === 0) return word("%", "NN", relation, { upos: "SYM", tight: true, left: [n] });
  return word("percent", "NN", relation, { left: [n] });
}

/** "Recorded burglaries in Norland", "Knife crime", "The number of deaths in custody" */
function counted(p: Phrases): Word {
  const row = p.row("counted");
  const noun = word(row.form2, row.form2 === row.form ? "NN" : "NNS", "nsubj", { lemma: row.form });
  if (p.chance(0.3)) noun.left.push(word(p.pick(["recorded", "reported"]), "VBN", "amod", { lemma: "record" }));
  else if (p.chance(0.2)) noun.left.push(word(p.pick(["violent", "fatal", "armed"]), "JJ", "amod"));
  if (p.chance(0.6)) noun.right.push(p.where("nmod"));
  if (!p.chance(0.25)) return noun;
  noun.left.unshift(p.case("of"));
  return word("number", "NN", "nsubj", { left: [p.det("the")], right: [as(noun, "nmod")] });
}

/** "Burglaries in the county fell by 12% to 21,300 last year", "Homicides rose from 97 to 112" */
const moved: Maker = (p) => {
  const [form, lemma] = p.pick(MOVES);
  const verb = word(form, "VBD", "root", { lemma, left: [counted(p)] });
  const kind = p.pick([0, 0, 1, 2, 3]);
  if (kind === 2) verb.right.push(word(figure(p), "CD", "obl", { left: [p.case("from")] }));
  else if (kind !== 3) verb.right.push(p.chance(0.6) ? p.under("by", share(p, "obl"), "obl") : share(p, "obl:unmarked"));
  if (kind !== 1) verb.right.push(word(figure(p), "CD", "obl", { left: [p.case("to")] }));
  if (p.chance(0.5)) verb.right.push(p.when());
  return verb;
};

export const STATISTICS: Kinds = [[moved, 1]];
