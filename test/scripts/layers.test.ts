import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { breach, breaches, importsIn } from "../../scripts/layers.js";

describe("the layer check", () => {
  it("lets a room look down", () => {
    expect(breach("cli", "views")).toBeNull();
    expect(breach("read", "language")).toBeNull();
    expect(breach("base", "base")).toBeNull();
  });

  it("lets no room look up, nor a room of floor 3 into another", () => {
    expect(breach("model", "read")).toContain("up");
    expect(breach("read", "clean")).toContain("sideways");
    expect(breach("ledger", "resolve")).toContain("sideways");
    expect(breach("read", "attic")).toContain("no room");
  });

  it("sees every way to import", () => {
    const source = `import a from "./a.js";\nimport { b,\n  c } from "../read/b.js";\nexport * from './c.js';\nimport "./d.js";\nconst e = await import("../views/e.js");\n// from "./no.js"`;
    expect(importsIn(source)).toEqual(["./a.js", "../read/b.js", "./c.js", "./d.js", "../views/e.js"]);
  });

  it("finds no door too many in this house", () => {
    expect(breaches(fileURLToPath(new URL("../../src", import.meta.url)))).toEqual([]);
  });
});
