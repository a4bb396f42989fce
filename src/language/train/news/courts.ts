import { be, isPlural, type Kinds, type Maker, participle } from "./parts.js";
import type { Phrases } from "./phrases.js";
import { as, type Word, word } from "./tree.js";

/*
 * Arrests and courts: participles behind nouns, one subject for two passives, terms and offences.
 */

const offence = (p: Phrases, preposition: string, relation: "obl" | "nmod" = "obl"): Word =>
  p.under(preposition, word(p.form("offence"), "NN", relation), relation);

/** "for killing two policemen", "with supplying weapons" */
function deed(p: Phrases, mark: string): Word {
  const row = p.row("vtrans");
  return word(row.form4, "VBG", "advcl", {
    lemma: row.form,
    left: [word(mark, "IN", "mark", { upos: "SCONJ" })],
    right: [p.people("obj")],
  });
}

/** "A man who was arrested on suspicion of theft died in a cell on Saturday", "Two men charged with murder appeared in court" */
const behindNoun: Maker = (p) => {
  const row = p.row("person");
  const plural = p.chance(0.3);
  const noun = plural
    ? word(row.form2, "NNS", "nsubj", { lemma: row.form, left: [p.number()] })
    : word(row.form, "NN", "nsubj", { left: [p.det(p.pick(["a", "the"]))] });
  if (!plural && p.chance(0.5)) noun.left.push(p.age());
  const [form, lemma, preposition] = p.pick([
    ["arrested", "arrest", "on"],
    ["charged", "charge", "with"],
    ["accused", "accuse", "of"],
    ["convicted", "convict", "of"],
    ["jailed", "jail", "for"],
    ["held", "hold", "over"],
  ] as const);
  const verb = word(form, "VBN", "acl", { lemma });
  if (preposition === "on") verb.right.push(word("suspicion", "NN", "obl", { left: [p.case("on")], right: [offence(p, "of", "nmod")] }));
  else verb.right.push(offence(p, preposition));
  if (p.chance(0.5)) {
    verb.relation = "acl:relcl";
    verb.left.push(word("who", "WP", "nsubj:pass"), be(plural ? "were" : "was"));
  }
  noun.right.push(verb);
  const main = p.pick(["died", "appeared", "escaped", "pleaded"] as const);
  const lemmaOf = { died: "die", appeared: "appear", escaped: "escape", pleaded: "plead" }[main];
  const root = word(main, "VBD", "root", { lemma: lemmaOf, left: [noun] });
  if (main === "pleaded")
    root.right.push(word("guilty", "JJ", "xcomp", p.chance(0.5) ? { left: [word("not", "RB", "advmod", { upos: "PART" })] } : {}));
  else root.right.push(word(p.pick(["court", "custody", "hospital"]), "NN", "obl", { left: [p.case("in")] }));
  if (p.chance(0.6)) root.right.push(p.when());
  return root;
};

/** "The suspect was tackled by a coach and arrested at the scene", "Both were charged on Tuesday and remanded in custody" */
const twoPassives: Maker = (p) => {
  const subject = p.chance(0.2) ? word(p.pick(["both", "he", "they"]), "PRP", "nsubj:pass") : p.people("nsubj:pass");
  const first = participle(p.row("vtrans"));
  first.left.push(subject, be(isPlural(subject) ? "were" : "was"));
  first.right.push(p.chance(0.5) ? p.under("by", p.people("obl:agent"), "obl:agent") : p.where());
  const second = as(participle(p.chance(0.5) ? p.row("vcourt") : p.row("vtrans")), "conj");
  second.left.push(word("and", "CC", "cc"));
  second.right.push(
    p.chance(0.4)
      ? word("scene", "NN", "obl", { left: [p.case("at"), p.det("the")] })
      : p.chance(0.5)
        ? word("custody", "NN", "obl", { left: [p.case("in")] })
        : p.when(),
  );
  first.right.push(second);
  return first;
};

/** "A court sentenced him to 12 years in prison for killing two men", "Two men were jailed for life over the bombing" */
const sentenced: Maker = (p) => {
  const active = p.chance(0.4);
  const verb = word("sentenced", active ? "VBD" : "VBN", "root", { lemma: "sentence" });
  if (active) {
    const court = word("court", "NN", "nsubj", { left: [p.det("a")] });
    if (p.chance(0.5)) court.left.push(word(p.pick(["military", "federal", "criminal", "high", "district"]), "JJ", "amod"));
    verb.left.push(court);
    verb.right.push(p.people("obj"));
  } else {
    const subject = p.people("nsubj:pass");
    verb.left.push(subject, be(isPlural(subject) ? "were" : "was"));
  }
  const years = word("years", "NNS", "obl", { lemma: "year", left: [p.case("to"), p.number()] });
  if (p.chance(0.7)) years.right.push(word("prison", "NN", "nmod", { left: [p.case("in")] }));
  verb.right.push(p.chance(0.75) ? years : p.under("to", word("death", "NN", "obl"), "obl"));
  verb.right.push(p.chance(0.5) ? deed(p, "for") : offence(p, "for"));
  return verb;
};

/** "was charged with murder", "was charged on Friday with killing a priest", "is accused of murder" */
const charged: Maker = (p) => {
  const subject = p.people("nsubj:pass");
  const verb = word("charged", "VBN", "root", { lemma: "charge", left: [subject, be(isPlural(subject) ? "were" : "was")] });
  if (p.chance(0.4)) verb.right.push(p.when());
  verb.right.push(p.chance(0.5) ? offence(p, "with") : deed(p, "with"));
  return verb;
};

export const COURTS: Kinds = [
  [behindNoun, 2],
  [twoPassives, 1.5],
  [sentenced, 1.5],
  [charged, 1],
];
