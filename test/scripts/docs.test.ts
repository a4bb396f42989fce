import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sources = readdirSync(`${root}src`, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !/node_modules|train\//.test(name))
  .map((name) => readFileSync(`${root}src/${name}`, "utf8"))
  .join("\n");
const page = readFileSync(`${root}docs/errors.md`, "utf8");

describe("docs/errors.md", () => {
  it("names every code of an error", () => {
    const codes = [...sources.matchAll(/(?:AccordingError|UsageError)\(\s*"([a-z]+\.[a-z-]+)"/g)].map((m) => m[1]);
    expect(codes.length).toBeGreaterThan(20);
    expect([...new Set(codes)].filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });

  it("names every code of a note", () => {
    const codes = [...sources.matchAll(/\{ code: "([a-z-]+)"/g)].map((m) => m[1]);
    expect(codes).toContain("language");
    expect([...new Set(codes)].filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });
});

describe("the project", () => {
  it("keeps files to what a person can read: 400 lines at most", () => {
    const long = ["src", "test", "bench", "scripts"].flatMap((folder) =>
      readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts") && !name.includes("node_modules"))
        .filter((name) => readFileSync(`${root}${folder}/${name}`, "utf8").split("\n").length > 401),
    );
    expect(long).toEqual([]);
  });
});
