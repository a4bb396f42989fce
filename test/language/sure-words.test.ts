import { expect, test } from "vitest";
import { analyse } from "../../src/language/index.js";
import { P, U } from "../../src/language/tags.js";

test("a noun for a person that the treebanks seldom hold is no verb", () => {
  for (const noun of ["commissioner", "superintendent", "magistrate"]) {
    const doc = analyse(`Police ${noun} Musa Bello said six suspects had been arrested.`);
    expect([U.NOUN, U.PROPN], noun).toContain(doc.upos[1]);
    expect(doc.upos[4]).toBe(U.VERB);
  }
});

test("a verb in the present that the treebanks seldom hold is no noun", () => {
  for (const verb of ["denies", "condemns", "acquits", "abducts"]) {
    const doc = analyse(`The man ${verb} murder.`);
    expect(doc.upos[2], verb).toBe(U.VERB);
  }
});

test("'slain' is a participle", () => {
  const doc = analyse("Three soldiers slain, 12 hurt in ambush");
  expect(doc.xpos[2]).toBe(P.VBN);
});
