import { childWith, type Document } from "../language/document.js";
import { P, R } from "../language/tags.js";
import { decide } from "./attributions/decide.js";
import { finish } from "./attributions/finish.js";
import { attributionModel } from "./attributions/model.js";
import type { AttributionFinding } from "./findings.js";
import { stage } from "./stage.js";

/**
 * Who is reported to say, think, want, show what: source, cue, content (Pareti 2015; PolNeAR: Newell et al. 2018), with stance and
 * quotation, and which attribution stands within which. Rows propose cues, learned scorers choose. Not the outlet's own voice.
 */
export const attributions = stage({
  name: "attributions",
  needs: ["doc", "report", "names", "actors", "actorMentions"],
  gives: ["attributions"],
  run(found) {
    return { attributions: finish(found, decide(found.doc, attributionModel())).map((a) => withoutAccused(found.doc, a)) };
  },
});

/** "The man accused of shooting ...": who is accused does not say so; nobody is named who does. */
function withoutAccused(doc: Document, a: AttributionFinding): AttributionFinding {
  const cue = a.cueToken;
  if (cue === null || a.sourceSpan === null || a.stance !== "alleges" || doc.xpos[cue] !== P.VBN) return a;
  // a participle without "has" or "was" looks back on the noun before it
  const bare = childWith(doc, cue, R.aux, R["aux:pass"]) < 0 && childWith(doc, cue, R.obj) < cue;
  return bare && a.sourceSpan[1] <= doc.start[cue] && doc.start[cue] - a.sourceSpan[1] <= 2 ? { ...a, source: null, sourceSpan: null } : a;
}
