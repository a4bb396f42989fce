import { be, isPlural, type Kinds, type Maker, participle } from "./parts.js";
import type { Phrases } from "./phrases.js";
import { as, type Word, word } from "./tree.js";

/*
 * Who says so: attributions before and behind, quotations, accusations, denials.
 */

export function speaker(p: Phrases): Word {
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
export function attributed(p: Phrases, clause: Word): Word {
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

const quote = (side: "``" | "''"): Word => word('"', side, "punct", { tight: side === "''" });

/** "local officials and a civil society leader", "a police spokesman", "witnesses and hospital sources" */
function speakers(p: Phrases): Word {
  if (p.chance(0.45)) return speaker(p);
  const row = p.row("sayer");
  const head = p.chance(0.5)
    ? word(row.form3, "NNS", "nsubj", { lemma: row.form2 })
    : word(row.form2, "NN", "nsubj", { left: [p.det(p.pick(["a", "the"]))] });
  for (const m of row.form.split(" ").filter((w) => w !== "")) head.left.push(word(m, p.chance(0.3) ? "JJ" : "NN", "compound"));
  if (p.chance(0.4)) {
    const other = p.row("sayer");
    const second = word(other.form3, "NNS", "conj", { lemma: other.form2, left: [word("and", "CC", "cc")] });
    for (const m of other.form.split(" ").filter((w) => w !== "")) second.left.push(word(m, "NN", "compound"));
    head.right.push(second);
  }
  return head;
}

/** "..., local officials and a priest said on Tuesday": behind what is said, the day of saying behind the verb. */
export function saidBehind(p: Phrases, clause: Word): Word {
  const say = word(p.row("vsay").form2, "VBD", "root", { lemma: "say", left: [as(clause, "ccomp"), p.comma(), speakers(p)] });
  if (p.chance(0.4)) say.right.push(p.when());
  return say;
}

/** "He said three suspects had been detained", "told reporters on Monday that two men had been arrested" */
const pluperfect: Maker = (p) => {
  const verb = as(participle(p.row("vtrans")), "ccomp");
  const had = word("had", "VBD", "aux", { lemma: "have", upos: "AUX" });
  const been = word("been", "VBN", "aux:pass", { lemma: "be", upos: "AUX" });
  verb.left.push(p.people("nsubj:pass"), had, been);
  if (p.chance(0.3)) verb.right.push(p.where());
  const who = p.chance(0.25) ? word(p.pick(["He", "She"]), "PRP", "nsubj") : speakers(p);
  if (p.chance(0.3)) {
    verb.left.unshift(word("that", "IN", "mark", { upos: "SCONJ" }));
    const tell = word("told", "VBD", "root", {
      lemma: "tell",
      left: [who],
      right: [word("reporters", "NNS", "iobj", { lemma: "reporter" })],
    });
    if (p.chance(0.5)) tell.right.push(p.when());
    tell.right.push(verb);
    return tell;
  }
  if (p.chance(0.3)) verb.left.unshift(word("that", "IN", "mark", { upos: "SCONJ" }));
  return word("said", "VBD", "root", { lemma: "say", left: [who], right: [verb] });
};

/** "\"We have arrested 16 people,\" a police chief said." */
const quoted: Maker = (p) => {
  const row = p.row("vtrans");
  const we = word(p.pick(["We", "They"]), "PRP", "nsubj");
  const verb = p.chance(0.5)
    ? word(row.form3, "VBN", "ccomp", { lemma: row.form, left: [we, word("have", "VBP", "aux", { lemma: "have", upos: "AUX" })] })
    : word(row.form2, "VBD", "ccomp", { lemma: row.form, left: [we] });
  verb.left.unshift(quote("``"));
  verb.right.push(p.people("obj"));
  if (p.chance(0.3)) verb.right.push(p.when());
  verb.right.push(p.comma(), quote("''"));
  const who = p.chance(0.2) ? word(p.pick(["he", "she"]), "PRP", "nsubj") : speakers(p);
  const say = word("said", "VBD", "root", { lemma: "say", left: [verb] });
  if (p.chance(0.5)) say.left.push(who);
  else say.right.push(who);
  return say;
};

/** "His lawyer accused officers of beating him to death", "Officials blamed rebels for the attack", "The group denied killing the men" */
const accusing: Maker = (p) => {
  const kind = p.pick([0, 0, 1, 1, 2, 3]);
  const who = kind === 3 ? as(p.name(), "nsubj") : speakers(p);
  if (p.chance(0.3) && kind !== 3 && who.xpos === "NN")
    who.left.splice(0, who.left.length, word(p.pick(["his", "her", "their"]), "PRP$", "nmod:poss"));
  if (kind === 1) {
    const blame = word("blamed", "VBD", "root", { lemma: "blame", left: [who] });
    if (p.chance(0.5)) blame.right.push(p.doers("obj"), p.under("for", p.act("obl"), "obl"));
    else blame.right.push(p.act("obj"), p.under("on", p.doers("obl"), "obl"));
    return blame;
  }
  const row = p.row("vtrans");
  const deed = word(row.form4, "VBG", "advcl", { lemma: row.form });
  deed.right.push(p.chance(0.3) ? word(p.pick(["him", "her", "them"]), "PRP", "obj") : p.people("obj"));
  if (row.form === "beat" || p.chance(0.1)) deed.right.push(p.under("to", word("death", "NN", "obl"), "obl"));
  if (kind >= 2) return word("denied", "VBD", "root", { lemma: "deny", left: [who], right: [as(deed, "xcomp")] });
  deed.left.unshift(word("of", "IN", "mark", { upos: "SCONJ" }));
  if (p.chance(0.25)) {
    const accused = p.people("nsubj:pass");
    const verb = word("accused", "VBN", "root", {
      lemma: "accuse",
      left: [accused, be(isPlural(accused) ? "were" : "was")],
      right: [deed],
    });
    return verb;
  }
  return word("accused", "VBD", "root", { lemma: "accuse", left: [who], right: [p.doers("obj"), deed] });
};

/** "Doctors put the death toll at 12", "The Red Cross put the number of wounded at more than 40" */
const putAt: Maker = (p) => {
  const toll = p.chance(0.5)
    ? word("toll", "NN", "obj", { left: [p.det("the"), word("death", "NN", "compound")] })
    : word("number", "NN", "obj", {
        left: [p.det("the")],
        right: [p.under("of", word(p.pick(["dead", "wounded", "injured", "missing"]), "JJ", "nmod"), "nmod")],
      });
  const at = as(p.number(), "obl");
  at.left.unshift(p.case("at"));
  return word("put", "VBD", "root", { lemma: "put", left: [speakers(p)], right: [toll, at] });
};

export const SPEECH: Kinds = [
  [pluperfect, 2],
  [quoted, 2],
  [accusing, 3],
  [putAt, 0.7],
];
