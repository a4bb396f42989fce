import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REPORT, temporaryFolder } from "./harness.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const MAIN = `${ROOT}dist/cli/main.js`;
const folder = temporaryFolder();
const many = folder.path("many.jsonl");

function according(words: readonly string[], options: { input?: string; env?: Record<string, string> } = {}) {
  const env = { ...process.env, ...options.env };
  return spawnSync(process.execPath, [MAIN, ...words], { encoding: "utf8", input: options.input ?? "", env, maxBuffer: 2 ** 28 });
}

beforeAll(() => {
  spawnSync("npx", ["tsc", "-p", "tsconfig.build.json"], { cwd: ROOT });
  expect(existsSync(MAIN)).toBe(true);
  const line = (k: number): string =>
    JSON.stringify({ id: `r${k}`, text: `${k + 2} people were killed in a fire in Lima on Sunday, police said.`, published: "2019-03-05" });
  writeFileSync(many, Array.from({ length: 230 }, (_, k) => line(k)).join("\n"));
}, 120_000);
afterAll(folder.remove);

describe("the built program", () => {
  it("reads many reports in threads, in order, to the same bytes as in one", () => {
    const [two, one] = ["2", "1"].map((threads) => according(["read", many, "--format", "jsonl", "--threads", threads]));
    expect(two.status, two.stderr).toBe(0);
    expect(
      two.stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).id),
    ).toEqual(Array.from({ length: 230 }, (_, k) => `r${k}`));
    expect(two.stdout).toBe(one.stdout);
  }, 120_000);

  it("reads standard input: a text, a page, lines", () => {
    const text = according(["read", "-", "--published", "2019-03-05", "--format", "jsonl"], { input: REPORT });
    expect(JSON.parse(text.stdout).report.text).toBe(REPORT);
    const page = according(["read", "-", "--format", "jsonl"], { input: `<!DOCTYPE html><html><body><p>${REPORT}</p></body></html>` });
    expect(JSON.parse(page.stdout).report.text).not.toContain("<p>");
    const lines = according(["read", "-", "--format", "jsonl"], { input: `{"id": "a", "text": "A man fell."}\n` });
    expect(JSON.parse(lines.stdout).id).toBe("a");
  }, 60_000);

  it("writes no colours into a pipe, and nothing but readings to standard output", () => {
    const { stdout } = according(["read", "-"], { input: REPORT, env: { FORCE_COLOR: "1" } });
    expect(stdout).not.toContain("\u001b[");
  });

  it("has exit codes 0, 1 and 2", () => {
    expect(according(["--version"]).status).toBe(0);
    expect(according(["read", folder.path("gone.txt")]).status).toBe(1);
    expect(according(["read"]).status).toBe(2);
  });

  it("ends quietly where its reader hangs up", () => {
    const out = execFileSync(
      "bash",
      ["-c", `"${process.execPath}" "${MAIN}" read "${many}" --format jsonl --threads 1 2>&1 | head -c 100`],
      { encoding: "utf8" },
    );
    expect(out).toHaveLength(100);
  }, 60_000);

  it("takes up an ingest that was killed, into a ledger that verifies", () => {
    const ledger = folder.path("killed.db");
    spawnSync(process.execPath, [MAIN, "ingest", many, "--ledger", ledger, "--threads", "1"], { timeout: 1500, killSignal: "SIGKILL" });
    const again = according(["ingest", many, "--ledger", ledger]);
    expect(again.status, again.stderr).toBe(0);
    expect(again.stdout).toMatch(/\b\d+ new, .*known already/);
    expect(according(["verify", "--ledger", ledger]).stdout).toContain("whole");
  }, 120_000);
});
