import { stage } from "./stage.js";

export const events = stage({
  name: "events",
  needs: ["doc"],
  gives: ["events"],
  run() {
    return { events: [] };
  },
});
