import { describe, expect, it } from "vitest";
import { weigh } from "../../src/resolve/events.js";
import { summarise } from "../../src/resolve/index.js";
import { sketch } from "../support/readings.js";

describe("names that acts bear", () => {
  const report = (text: string, published: string, outlet: string, type: "hazard.storm" | "hazard.accident", at: string) =>
    summarise(sketch({ text, outlet, published, lead: "e1", events: [{ id: "e1", type, at: [at], where: { name: "Tolmin" } }] }));
  const named = (text: string, type: "hazard.storm" | "hazard.accident", at: string) =>
    report(text, "2025-08-03", "Soca Wire", type, at).events[0].named;

  it("are a storm's and a ship's, and no place's", () => {
    expect(named("Cyclone Maya struck Tolmin on Tuesday.", "hazard.storm", "Cyclone")).toHaveLength(1);
    expect(named("The MV Santa Lucia sank off Tolmin on Sunday.", "hazard.accident", "sank")).toHaveLength(1);
    expect(named("A cyclone struck Tolmin on Tuesday.", "hazard.storm", "cyclone")).toEqual([]);
    expect(named("A ferry sank off Santa Lucia near Tolmin on Sunday.", "hazard.accident", "sank")).toEqual([]);
  });

  it("speak for one event, two names against it", () => {
    const a = report("Cyclone Maya struck Tolmin on Tuesday.", "2025-08-03", "Soca Wire", "hazard.storm", "Cyclone").events[0];
    const b = report("Months after Cyclone Maya, Tolmin counts its dead.", "2025-11-03", "Idrija Post", "hazard.storm", "Cyclone")
      .events[0];
    const c = report("Cyclone Asha struck Tolmin on Tuesday.", "2025-08-04", "Idrija Post", "hazard.storm", "Cyclone").events[0];
    const between = { told: false, odds: null, people: 0 };
    expect(weigh(a, b, between)?.name).toBeGreaterThan(0);
    expect(weigh(a, c, between)?.name).toBeLessThan(0);
  });
});
