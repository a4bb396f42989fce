import { stage } from "./stage.js";

export const names = stage({
  name: "names",
  needs: ["doc"],
  gives: ["names"],
  run() {
    return { names: [] };
  },
});
