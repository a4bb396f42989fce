import papaparse from "papaparse";
import { describe, expect, it } from "vitest";
import { EXPORTS, type ExportRow, type RowOptions, rows } from "../../src/export/index.js";
import { memoryStore, recordReadings } from "../../src/ledger/index.js";
import type { Reading } from "../../src/model/reading.js";
import { foldStore } from "../../src/views/index.js";
import { harbourStory, sketch } from "../support/readings.js";

async function exported(readings: readonly Reading[], format: string, options: RowOptions = {}): Promise<string> {
  const store = memoryStore();
  await recordReadings(store, readings, "2019-03-10T12:00:00Z");
  const found = EXPORTS.find((e) => e.name === format);
  return [...(found?.write(rows(await foldStore(store), options)) ?? [])].join("");
}
const jsonl = async (readings: readonly Reading[], options: RowOptions = {}): Promise<ExportRow[]> =>
  (await exported(readings, "jsonl", options))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as ExportRow);

describe("an export", () => {
  it("holds every live statement once, with its exact words and who says it", async () => {
    const readings = harbourStory();
    const all = await jsonl(readings);
    expect(all.map((r) => r.statement).sort()).toEqual(readings.flatMap((r) => r.statements.map((s) => s.id)).sort());
    expect(all.find((r) => r.effect === "killed" && r.low === 6 && r.was === 5)).toMatchObject({
      said_by: "Steppe Wire",
      outlet: "Caspian Mail",
      place: "Aktau",
      country: "KAZ",
    });
    for (const row of all) {
      const text = readings.find((r) => r.report.id === row.report)?.report.text ?? "";
      expect(text.slice(row.start, row.end)).toBe(row.words);
    }
  });

  it("says the same in both formats", async () => {
    const parsed = papaparse.parse<Record<string, string>>((await exported(harbourStory(), "csv")).trim(), { header: true }).data;
    const all = await jsonl(harbourStory());
    expect(parsed).toHaveLength(all.length);
    parsed.forEach((row, i) => {
      for (const [key, value] of Object.entries(all[i])) expect(row[key]).toBe(value === null ? "" : String(value));
    });
  });

  it("keeps a spreadsheet from running a report's words as a formula", async () => {
    const reading = sketch({
      text: '=HYPERLINK("http://x.example"), he said, and two men were killed in the attack.',
      events: [{ id: "e1", type: "violence.attack", at: ["attack"] }],
    });
    const csv = await exported([reading], "csv");
    expect(csv).toContain("'=HYPERLINK");
    expect(csv).not.toMatch(/(^|[,"])=HYPERLINK/m);
  });

  it("masks names of private persons where asked, and leaves what they say in place", async () => {
    const reading = sketch({
      text: "Maria Lund was killed in the attack, her neighbour Per Aas said.",
      events: [
        { id: "e1", type: "violence.attack", at: ["attack"], roles: [{ role: "victim", words: "Maria Lund", person: "Maria Lund" }] },
      ],
      tolls: [{ event: "e1", effect: "killed", words: "Maria Lund", low: 1, who: "Maria Lund", by: { name: "Per Aas" } }],
    });
    expect(JSON.stringify(await jsonl([reading]))).toContain("Maria Lund");
    const hidden = JSON.stringify(await jsonl([reading], { hideNames: true }));
    expect(hidden).not.toMatch(/Maria|Lund|Per Aas/);
    expect(hidden).toContain("was killed in the attack");
  });

  it("holds no moment of recording", async () => {
    expect(await exported(harbourStory(), "jsonl")).not.toContain("2019-03-10");
  });
});
