import { stage } from "./stage.js";

export const statements = stage({
  name: "statements",
  needs: ["doc"],
  gives: ["statements"],
  run() {
    return { statements: [] };
  },
});
