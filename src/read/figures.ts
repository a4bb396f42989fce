import { stage } from "./stage.js";

export const figures = stage({
  name: "figures",
  needs: ["doc"],
  gives: ["figures"],
  run() {
    return { figures: [] };
  },
});
