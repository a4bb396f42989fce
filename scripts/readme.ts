import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** `<!-- output: COMMAND -->` and the fenced block below it, which holds what the command prints. */
const BLOCK = /<!-- output: (.+?) -->\n```(\w*)\n([\s\S]*?)```/g;

/** A block of real output in a page: the command, and what the page says that it prints. */
export interface OutputBlock {
  readonly command: string;
  readonly printed: string;
}

export function blocksIn(page: string): readonly OutputBlock[] {
  return [...page.matchAll(BLOCK)].map((m) => ({ command: m[1], printed: m[3] }));
}

/**
 * What a command of the page prints, without colours, 80 columns wide. Commands are `according ...`, run in the project's folder
 * with a ledger of the samples; `| head -N` cuts the output after N lines, `| sed -n A,Bp` takes lines A to B.
 */
export function outputOf(command: string, ledger: string): string {
  const [line, cut] = command.split(" | ");
  const words = splitWords(line).slice(1);
  const uses = /^(?:ingest|events|show|explain|verify|export|history|disputes|cases|figures|changes)$/.test(words[0] ?? "");
  const all = execFileSync(process.execPath, ["--import", "tsx", "src/cli/main.ts", ...words, ...(uses ? ["--ledger", ledger] : [])], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", COLUMNS: "80" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  return lines(all.replaceAll(ledger, "according.db"), cut);
}

function lines(output: string, cut: string | undefined): string {
  const all = output.replace(/\n$/, "").split("\n");
  const head = /^head -(\d+)$/.exec(cut ?? "");
  const sed = /^sed -n (\d+),(\d+)p$/.exec(cut ?? "");
  const kept = head ? all.slice(0, Number(head[1])) : sed ? all.slice(Number(sed[1]) - 1, Number(sed[2])) : all;
  return `${kept.map((l) => l.trimEnd()).join("\n")}\n`;
}

function splitWords(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2] ?? m[3]);
}

/** The page with every block's output made anew. */
export function regenerate(page: string, run: (command: string) => string): string {
  return page.replace(
    BLOCK,
    (_, command: string, language: string) => `<!-- output: ${command} -->\n\`\`\`${language}\n${run(command)}\`\`\``,
  );
}

/** Runs something with a ledger of the samples, and takes the ledger away. */
export function withSampleLedger<T>(use: (ledger: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "according-readme-"));
  const ledger = join(folder, "according.db");
  try {
    execFileSync(process.execPath, ["--import", "tsx", "src/cli/main.ts", "demo", "--ledger", ledger], { cwd: ROOT, stdio: "ignore" });
    return use(ledger);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const PAGES = ["README.md", "METHOD.md"] as const;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  withSampleLedger((ledger) => {
    for (const name of PAGES) {
      let page: string;
      try {
        page = readFileSync(join(ROOT, name), "utf8");
      } catch {
        continue;
      }
      const made = regenerate(page, (command) => outputOf(command, ledger));
      writeFileSync(join(ROOT, name), made);
      console.log(`${name}: ${blocksIn(page).length} blocks, ${made === page ? "as they were" : "written anew"}`);
    }
  });
}
