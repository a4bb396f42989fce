import { describe, expect, it } from "vitest";
import { coded } from "../../bench/adapters/incidents.js";
import { reportOfLine } from "../../bench/predictions.js";
import type { Reading } from "../../src/model/reading.js";
import { findAll, toReading } from "../../src/read/index.js";

const row = (text: string): Reading => coded(toReading(findAll(reportOfLine({ id: "r1", published: "2011-03-02", text }).report)));
const leadOf = (r: Reading) => r.events.find((e) => e.id === r.lead);
const creditedOf = (r: Reading) => r.actors.find((a) => a.id === leadOf(r)?.roles.find((x) => x.role === "perpetrator")?.actor)?.name;

describe("a reading as a row of hand-coded incidents", () => {
  it("has mines found in the field as a bombing of those who laid them", () => {
    const r = row("Police recovered two landmines from a road near Anpur village in the Sorda District.");
    expect(leadOf(r)?.type).toBe("violence.bombing");
    expect(creditedOf(r)).toBe("Maoists");
  });

  it("has rifles found as seized", () => {
    expect(leadOf(row("Police recovered two rifles and a pistol from a forest in the Sorda District."))?.type).toBe("security.seizure");
  });

  it("has an arrest as the incident, by the forces, and what the man did before as past", () => {
    const r = row(
      "A rebel commander was arrested in the Sorda District. He was wanted for an attack on a camp in which six guards were killed.",
    );
    expect(leadOf(r)?.type).toBe("security.arrest");
    expect(creditedOf(r)).toBe("Security forces");
    expect(r.events.filter((e) => e.type === "violence.attack").every((e) => e.background)).toBe(true);
  });
});
