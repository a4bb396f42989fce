import { stage } from "./stage.js";

export const lead = stage({
  name: "lead",
  needs: ["doc"],
  gives: ["lead"],
  run() {
    return { lead: null };
  },
});
