import { stage } from "./stage.js";

export const quantities = stage({
  name: "quantities",
  needs: ["doc"],
  gives: ["quantities"],
  run() {
    return { quantities: [] };
  },
});
