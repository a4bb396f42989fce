import { stage } from "./stage.js";

export const times = stage({
  name: "times",
  needs: ["doc"],
  gives: ["times"],
  run() {
    return { times: [] };
  },
});
