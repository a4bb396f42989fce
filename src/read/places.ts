import { stage } from "./stage.js";

export const places = stage({
  name: "places",
  needs: ["doc"],
  gives: ["places"],
  run() {
    return { places: [] };
  },
});
