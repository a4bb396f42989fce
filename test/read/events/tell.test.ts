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

  it("weigh the same after more words than are kept, and one that nothing begins with is asked for nothing more", () => {
    const summed = new Summed(
      new Map([
        ["word=w7&after:b", 1],
        ["word=w9&after:b", 2],
      ]),
    );
    for (let k = 0; k < 60_000; k++) summed.tell("word={}&after:{}", "w7", `a${k}`);
    summed.tell("word={}&after:{}", "w7", "b");
    summed.tell("word={}&after:{}", "w9", "b");
    expect(summed.sum).toBe(3);
    const never = {
      toString(): string {
        throw new Error("asked");
      },
    };
    summed.tell("word={}&after:{}", "w8", never as unknown as string);
    expect(summed.sum).toBe(3);
  });
});
