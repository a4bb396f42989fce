import { stage } from "./stage.js";

export const tolls = stage({
  name: "tolls",
  needs: ["doc"],
  gives: ["tolls"],
  run() {
    return { tolls: [] };
  },
});
