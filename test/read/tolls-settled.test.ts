import { expect, test } from "vitest";
import { findAll } from "../../src/read/index.js";
import { chiefAccount } from "../../src/read/tolls/reckon.js";
import { saidOf } from "../../src/read/tolls/said.js";
import { settled } from "../../src/read/tolls/settle.js";
import { toldOf } from "../../src/read/tolls.js";
import { reportOf } from "../support/report.js";

/** What the tolls of a report's chief event tell once they are to tell the numbers given. */
function settle(text: string, killed: number, injured: number): readonly (number | null)[] {
  const found = findAll(reportOf(text), "assertions");
  const told = toldOf(found);
  const account = chiefAccount(found, told);
  if (!account) throw new Error("nothing to weigh");
  const [k, i] = [account.values.killed.find(({ v }) => v === killed), account.values.injured.find(({ v }) => v === injured)];
  if (!k || !i) throw new Error(`not weighed: ${account.values.killed.map(({ v }) => v)} and ${account.values.injured.map(({ v }) => v)}`);
  const tolls = settled(found, account, told, { killed: k, injured: i }).filter((s) => s.kind === "toll");
  return (["killed", "injured"] as const).map((effect) => saidOf(found, tolls, account.lead.id, effect));
}

test("all who were shot are the hurt where nobody of them died", () => {
  const text = "Four people were shot outside a bar in Ashford on Monday. One of them died in the shooting, a witness said.";
  expect(settle(text, 1, 3)).toEqual([1, 3]);
  expect(settle(text, 0, 4)[1]).toBe(4);
});

test("people told of together in two sentences are one sum told twice", () => {
  const text =
    "Father, two daughters shot to death in Ashford. A man and two girls were shot dead in their flat on Monday, police said. Later he was found dead.";
  expect(settle(text, 3, 0)[0]).toBe(3);
});

test("of a bombing the injured are those said to be, not less the dead, and no dead are taken from a fire that somebody set", () => {
  const bombing =
    "A car bomb exploded in Ashford on Monday. Twenty-seven people died, the minister said. Sixty-four were injured, she said.";
  expect(settle(bombing, 27, 37)).toEqual([27, 64]);
  const arson = "A court jailed a man on Monday for setting fire to a hostel in which two men died. He had pleaded not guilty.";
  expect(settle(arson, 0, 0)[0]).toBe(2);
});
