import { decide } from "./attributions/decide.js";
import { finish } from "./attributions/finish.js";
import { attributionModel } from "./attributions/model.js";
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
    return { attributions: finish(found, decide(found.doc, attributionModel())) };
  },
});
