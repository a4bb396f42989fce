import { describe, expect, it } from "vitest";
import { PackedScorer, type SparseWeights } from "../../src/language/scorer.js";

/** Made-up weights of `features` features: some with a weight for every class, most with a few. */
function madeUp(features: number, classes: number): SparseWeights {
  let seed = 7;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 0x5bd1e995) + 12345) | 0;
    return (seed >>> 8) % below;
  };
  const keys = Int32Array.from({ length: features }, (_, f) => Math.imul(f + 1, 0x2545f491) | 0);
  const rows = Array.from({ length: features }, (_, f) => {
    const kept = f % 3 === 0 ? classes : 1 + next(5);
    return Array.from({ length: classes }, (_, c) => ({ c, weight: next(250) - 125 })).slice(0, kept);
  });
  return {
    keys,
    counts: Uint8Array.from(rows, (row) => row.length),
    classes: Uint8Array.from(rows.flatMap((row) => row.map((x) => x.c))),
    weights: Int16Array.from(rows.flatMap((row) => row.map((x) => x.weight))),
  };
}

function added(trained: SparseWeights, asked: readonly number[], classes: number): number[] {
  const sums = Array.from({ length: classes }, () => 0);
  for (let f = 0, at = 0; f < trained.keys.length; at += trained.counts[f++]) {
    const times = asked.filter((key) => key === trained.keys[f]).length;
    for (let k = at; k < at + trained.counts[f]; k++) sums[trained.classes[k]] += times * trained.weights[k];
  }
  return sums;
}

describe.each([3, 17, 51, 104])("a scorer of %i classes", (classes) => {
  const trained = madeUp(3000, classes);
  const asked = [...trained.keys.filter((_, f) => f % 37 === 0), 1, 2, 3, trained.keys[0]];

  it("adds up what the weights say, for features in full buckets, unknown ones and one asked for twice", () => {
    const scorer = new PackedScorer(trained);
    scorer.keys.set(asked);
    expect([...scorer.score(asked.length).subarray(0, classes)]).toEqual(added(trained, asked, classes));
    // Nothing is left of what was asked before.
    expect([...scorer.score(5).subarray(0, classes)]).toEqual(added(trained, asked.slice(0, 5), classes));
  });

  it("drops most of the keys that it does not know before it looks them up", () => {
    const scorer = new PackedScorer(trained);
    const known = [...trained.keys.subarray(0, 4)];
    const unknown = Array.from({ length: 96 }, (_, k) => Math.imul(k + 50_000, 0x2545f491) | 0);
    scorer.keys.set([...unknown, ...known]);
    scorer.score(100);
    expect(scorer.keys.indexOf(known[3])).toBeLessThan(34);
  });

  it("keeps sums as rows, and adds them to the sums of other features and to other rows", () => {
    const scorer = new PackedScorer(trained, [], 3);
    const [first, second, third] = [asked.slice(0, 20), asked.slice(20, 50), asked.slice(50)];
    scorer.keys.set(first);
    scorer.keep(2, first.length);
    scorer.keys.set(second);
    scorer.rows[0] = 2;
    scorer.keep(0, second.length, 1);
    scorer.keys.set(third);
    scorer.rows[0] = 0;
    expect([...scorer.score(third.length, 0, 1).subarray(0, classes)]).toEqual(added(trained, asked, classes));
    // A row alone, asked for twice.
    scorer.rows.set([2, 2]);
    expect([...scorer.score(0, 0, 2).subarray(0, classes)]).toEqual(added(trained, [...first, ...first], classes));
  });

  it("adds up a set of classes alone", () => {
    const scorer = new PackedScorer(trained, [[[1, Math.ceil(classes / 2)]]]);
    scorer.keys.set(asked);
    const sums = [...scorer.score(asked.length, 1).subarray(1, Math.ceil(classes / 2))];
    expect(sums).toEqual(added(trained, asked, classes).slice(1, Math.ceil(classes / 2)));
  });
});

it("finds every feature of a table as full as it may be", () => {
  const trained = madeUp(2600, 8);
  const scorer = new PackedScorer(trained);
  for (let f = 0; f < trained.keys.length; f += 11) {
    scorer.keys[0] = trained.keys[f];
    expect([...scorer.score(1).subarray(0, 8)]).toEqual(added(trained, [trained.keys[f]], 8));
  }
});
