import { stage } from "./stage.js";

export const labels = stage({
  name: "labels",
  needs: ["doc"],
  gives: ["labels"],
  run() {
    return { labels: [] };
  },
});
