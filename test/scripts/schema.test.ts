import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FOLDER, schemas } from "../../scripts/schema.js";

describe("the printed schemas", () => {
  it.each([...schemas()])("are current: %s (npm run schema prints them anew)", (name, text) => {
    expect(readFileSync(`${FOLDER}${name}`, "utf8")).toBe(text);
  });

  it("name what a reading holds", () => {
    const reading = JSON.parse(schemas().get("reading.schema.json") ?? "");
    expect(reading.required).toEqual(expect.arrayContaining(["report", "events", "statements", "notes", "read"]));
    expect(reading.required).not.toContain("id");
  });
});
