import { describe, expect, it } from "vitest";
import { nameOf, Summed } from "../../../src/read/events/tell.js";

describe("features told by form and values", () => {
  it("have the name that their values fill in", () => {
    expect(nameOf("words={}&kind={}", "stem", "noun")).toBe("words=stem&kind=noun");
    expect(nameOf("plural={}{}", true, false)).toBe("plural=truefalse");
    expect(nameOf("bias")).toBe("bias");
  });

  it("weigh what their names weigh, the second time as the first", () => {
    const summed = new Summed(
      new Map([
        ["bias", 1],
        ["fit=3", 2],
        ["fit=3&kind=noun", 4],
        ["fit=2&kind=noun&definite=new", 8],
      ]),
    );
    for (let round = 0; round < 2; round++) {
      summed.sum = 0;
      summed.tell("bias");
      summed.tell("fit={}", 3);
      summed.tell("fit={}", 1);
      summed.tell("fit={}&kind={}", 3, "noun");
      summed.tell("fit={}&kind={}&definite={}", 2, "noun", "new");
      summed.tell("fit={}&kind={}&definite={}", 2, "noun", "same");
      expect(summed.sum).toBe(15);
    }
  });
});
