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
