import { stage } from "./stage.js";

export const attributions = stage({
  name: "attributions",
  needs: ["doc"],
  gives: ["attributions"],
  run() {
    return { attributions: [] };
  },
});
