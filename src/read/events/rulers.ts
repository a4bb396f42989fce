import { childWith, type Document, spanOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { C } from "./classes.js";
import type { Context } from "./context.js";
import type { Filler } from "./roles.js";
import type { Trigger } from "./triggers.js";
import { caseOf } from "./voice.js";
import { wordsOf } from "./words.js";

type Make = (role: Filler["role"], token: number) => Filler;

const DROPPED = wordsOf("charge-dropped");
const AGAINST = vocabulary.id("against");

/** "The Supreme Court rejected an appeal by two officers": the court whose verb an appeal is the object of rules on it. */
export function withRuler(ctx: Context, { token, row }: Trigger, found: readonly Filler[], make: Make): readonly Filler[] {
  const { doc, classes } = ctx;
  if (row.pos !== "NOUN" || row.type !== "justice.appeal" || found.some((f) => f.role === "authority")) return found;
  const verb = doc.head[token];
  if (verb < 0 || doc.upos[verb] !== U.VERB) return found;
  const doer =
    doc.relation[token] === R.obj
      ? childWith(doc, verb, R.nsubj)
      : doc.relation[token] === R["nsubj:pass"]
        ? childWith(doc, verb, R["obl:agent"])
        : -1;
  return doer >= 0 && (classes[doer] & C.court) !== 0 ? [...found, make("authority", doer)] : found;
}

/** "He pleaded not guilty to the murder of a teacher as his trial opened": whose trial it is is who the court's verb above is about; else the token. */
export function ownerOf({ doc, actTokens }: Context, { token, row }: Trigger, owner: number): number {
  if (row.type !== "justice.trial" || doc.upos[owner] !== U.PRON) return owner;
  const clause = doc.head[token];
  const verb = clause >= 0 && doc.relation[clause] === R.advcl ? doc.head[clause] : -1;
  const subject = verb >= 0 && actTokens.has(verb) ? childWith(doc, verb, R.nsubj, R["nsubj:pass"]) : -1;
  return subject >= 0 && subject < owner ? subject : owner;
}

/** "withdrew a second-degree murder charge against a fisherman": what somebody is cleared of, and who, by the words of the charge that was dropped. */
export function withCharge({ doc, classes }: Context, { token, row }: Trigger, found: readonly Filler[], make: Make): readonly Filler[] {
  if (row.type !== "justice.acquittal" || row.pos !== "VERB") return found;
  const charge = childWith(doc, token, R.obj, R["nsubj:pass"]);
  if (charge < 0 || !DROPPED.has(doc.lemma[charge])) return found;
  const all = [...found.filter((f) => f.role !== "defendant" || f.token !== charge)];
  const has = (role: Filler["role"]): boolean => all.some((f) => f.role === role);
  for (let c = doc.firstChild[charge]; c >= 0; c = doc.nextSibling[c]) {
    if (c > charge && doc.relation[c] === R.nmod && caseOf(doc, c) === AGAINST && !has("defendant")) all.push(make("defendant", c));
    if (c < charge && doc.relation[c] === R.compound && (classes[c] & C.crime) !== 0) {
      const kept = all.filter((f) => f.role !== "offence");
      return [...kept, { ...make("offence", c), span: spanOf(doc, firstOf(doc, charge, c), c) }];
    }
  }
  return all;
}

/** "second-degree murder": back over what modifies the crime, without an article or a number of charges. */
function firstOf(doc: Document, charge: number, crime: number): number {
  let first = crime;
  while (first - 1 >= doc.left[charge] && ATTRIBUTES.has(doc.xpos[first - 1])) first--;
  return first;
}

const ATTRIBUTES: ReadonlySet<number> = new Set([P.JJ, P.NN, P.HYPH, P.VBN]);
