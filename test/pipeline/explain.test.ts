import { describe, expect, it } from "vitest";
import { explain, type Reason } from "../../src/pipeline/explain.js";
import { findAll, read, toReading } from "../../src/read/index.js";
import { type Decision, explained } from "../../src/read/journal.js";
import { reportOf } from "../support/report.js";

const TEXT = `Six killed as gunmen attack bus near Kano

Gunmen opened fire on a bus near Kano in Nigeria on Monday, killing six people, police spokesman Musa Danladi said.

The attack was the second in a week.`;

/** The reasons of a tree as lines, the deeper the further in. */
function lines(reason: Reason, depth = 0): readonly string[] {
  return [`${" ".repeat(depth)}${reason.text}`, ...reason.children.flatMap((child) => lines(child, depth + 1))];
}

function decisionsOf(what: string): readonly Decision[] {
  return explained(() => findAll(reportOf(TEXT))).decisions.filter((d) => d.what.startsWith(what));
}

describe("what learned scorers decided", () => {
  it("stands in the tree of the dead, down to the features: said, Danladi, Kano, the attack", () => {
    const reading = read(reportOf(TEXT));
    const toll = reading.statements.find((s) => s.kind === "toll" && s.attribution.length > 0);
    if (!toll) throw new Error("no toll with a source");
    const tree = lines(explain(reading, toll)).join("\n");
    expect(tree).toMatch(/learned \(models\/attribution\.md\): “said” is cue, score \+\d+\.\d\d, believed from −0\.60\n +[+−]\d/);
    expect(tree).toMatch(/“Danladi” is source, score .*\n +[+−]\d/);
    expect(tree).toMatch(/is content, score .*\n +[+−]\d/);
    expect(tree).toMatch(/learned \(models\/names\.md\): “Musa Danladi” is name of a person, score .*\n +[+−]\d/);
    expect(tree).toMatch(/learned \(models\/places\.md\): “Kano” is place Kano/);
    expect(tree).toMatch(/learned \(models\/event-merging\.md\): “attack” is mention of the event of “.*”, score .*\n +[+−]\d/);
  });

  it("stands there for where and when the act was, and for how many died: what told each from the next best", () => {
    const reading = read(reportOf(TEXT));
    const toll = reading.statements.find((s) => s.kind === "toll" && s.attribution.length > 0);
    if (!toll) throw new Error("no toll with a source");
    const tree = lines(explain(reading, toll)).join("\n");
    expect(tree).toMatch(/learned \(models\/scene\.md\): “Kano” is the scene, Kano, score .*; next Nigeria\n +[+−]\d/);
    expect(tree).toMatch(/learned \(models\/event-dates\.md\): “.*” is dated 2016-07-18, score .*; next .*\n +[+−]\d/);
    expect(tree).toMatch(/learned \(models\/tolls\.md\): “.*” is reckoned at 6 killed, 0 injured, score .*; next .*\n +[+−]\d/);
    for (const d of ["the scene", "dated", "reckoned"].flatMap(decisionsOf)) {
      const sum = d.features.reduce((total, f) => total + f.weight, 0);
      expect(Math.abs(sum - d.score), d.what).toBeLessThan(0.15);
    }
  });

  it("adds up: the weights of a cue's features are its score", () => {
    const [cue] = decisionsOf("cue");
    const sum = cue.features.reduce((total, f) => total + f.weight, 0);
    // features that weigh next to nothing are left out
    expect(Math.abs(sum - cue.score)).toBeLessThan(0.15);
    expect(cue.features.some((f) => f.name.includes("“say”"))).toBe(true);
  });

  it("is kept while a reading is explained and at no other time, and changes nothing that is read", () => {
    const plain = read(reportOf(TEXT));
    const { result, decisions } = explained(() => toReading(findAll(reportOf(TEXT))));
    expect(result).toEqual(plain);
    expect(decisions.length).toBeGreaterThan(5);
    const after = explained(() => null);
    read(reportOf(TEXT));
    expect(after.decisions).toEqual([]);
  });

  it("is kept no longer once a reading fails", () => {
    expect(() =>
      explained(() => {
        throw new Error("broken");
      }),
    ).toThrow("broken");
    const { decisions } = explained(() => findAll(reportOf("The mayor of Lima resigned.")));
    read(reportOf(TEXT));
    expect(decisions.filter((d) => d.what === "cue")).toEqual([]);
  });
});
