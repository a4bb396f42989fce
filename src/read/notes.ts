import { stage } from "./stage.js";

export const notes = stage({
  name: "notes",
  needs: ["doc"],
  gives: ["notes"],
  run() {
    return { notes: [] };
  },
});
