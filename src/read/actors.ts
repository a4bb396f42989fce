import { stage } from "./stage.js";

export const actors = stage({
  name: "actors",
  needs: ["doc"],
  gives: ["actors", "actorMentions"],
  run() {
    return { actors: [], actorMentions: [] };
  },
});
