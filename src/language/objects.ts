import { P, R, U } from "./tags.js";
import { PAD, type Workspace } from "./workspace.js";

/** How many words may stand between a verb and the noun of the phrase behind it. */
const LONGEST = 6;

/**
 * A noun phrase right behind an active verb that has no object is its object, where the parser set it beside the verb instead: "police
 * arrested two men identified as ...". Changes labels in place.
 */
export function mendObjects(work: Workspace, { upos, xpos }: { readonly upos: Uint8Array; readonly xpos: Uint8Array }): void {
  const end = PAD + work.length;
  for (let i = PAD; i < end - 1; i++) {
    if (upos[work.tag[i]] !== U.VERB || xpos[work.tag[i]] !== P.VBD) continue;
    const noun = nounBehind(work, upos, i, end);
    if (noun < 0 || work.head[noun] !== i || work.label[noun] !== R.parataxis) continue;
    let free = true;
    for (let t = PAD; t < end; t++) if (work.head[t] === i && (work.label[t] === R.obj || work.label[t] === R["aux:pass"])) free = false;
    if (free) work.label[noun] = R.obj;
  }
}

/** The last noun of a phrase that begins right behind a token, or -1. */
function nounBehind({ tag }: Workspace, upos: Uint8Array, i: number, end: number): number {
  let noun = -1;
  for (let t = i + 1; t < Math.min(end, i + 1 + LONGEST); t++) {
    const u = upos[tag[t]];
    if (u === U.NOUN || u === U.PROPN) noun = t;
    else if (noun >= 0 || (u !== U.NUM && u !== U.DET && u !== U.ADJ)) break;
  }
  return noun;
}

/**
 * "Another truck carrying fuel crashed": the noun between a participle and the verb is what the participle says is carried, where the
 * parser took it for the verb's subject, beside or in place of the noun before the participle. Changes heads and labels in place.
 */
export function mendObjectsOfParticiples(work: Workspace, { upos, xpos }: { readonly upos: Uint8Array; readonly xpos: Uint8Array }): void {
  const { head, label, tag } = work;
  const end = PAD + work.length;
  for (let i = PAD + 1; i + 2 < end; i++) {
    if (xpos[tag[i]] !== P.VBG || upos[tag[i]] !== U.VERB) continue;
    const noun = nounBehind(work, upos, i, end);
    const verb = noun + 1;
    if (noun < 0 || verb >= end || label[noun] !== R.nsubj || head[noun] !== verb || xpos[tag[verb]] !== P.VBD) continue;
    const isUnder = label[i] === R.acl && head[i] < i && head[head[i]] === verb && label[head[i]] === R.nsubj;
    if (!isUnder && !putVerbOver(work, upos, i, verb)) continue;
    head[noun] = i;
    label[noun] = R.obj;
  }
}

/** "carrying" above its noun and above "crashed": the finite verb takes its place. */
function putVerbOver({ head, label, tag, length }: Workspace, upos: Uint8Array, i: number, verb: number): boolean {
  const subject = i - 1;
  const isSubject = head[subject] === i && label[subject] === R.nsubj && (upos[tag[subject]] === U.NOUN || upos[tag[subject]] === U.PROPN);
  if (!isSubject || head[verb] !== i || label[verb] !== R.ccomp) return false;
  head[verb] = head[i];
  label[verb] = label[i];
  for (let t = PAD; t < PAD + length; t++)
    if (head[t] === i && t !== verb) head[t] = t < subject && label[t] === R.parataxis && upos[tag[t]] === U.DET ? subject : verb;
  head[subject] = verb;
  head[i] = subject;
  label[i] = R.acl;
  return true;
}
