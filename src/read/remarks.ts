import { stage } from "./stage.js";

export const remarks = stage({
  name: "remarks",
  needs: ["doc"],
  gives: ["remarks"],
  run() {
    return { remarks: [] };
  },
});
