import type { Report } from "./shared.js";

/** Counts cells right, said and asked, by kind of statement. */
export class Cells {
  private readonly counts = new Map<string, [right: number, said: number, asked: number]>();

  /** One cell on either side; `null` and `undefined` are nothing. */
  cell(name: string, gold: unknown, said: unknown, equal: (gold: any, said: any) => boolean = alike): void {
    const [asked, spoke] = [gold !== null && gold !== undefined, said !== null && said !== undefined];
    this.add(name, Number(asked && spoke && equal(gold, said)), Number(spoke), Number(asked));
  }

  addAll(other: Cells): void {
    for (const [name, [right, said, asked]] of other.counts) this.add(name, right, said, asked);
  }

  get right(): number {
    return this.sum(0);
  }

  get said(): number {
    return this.sum(1);
  }

  get asked(): number {
    return this.sum(2);
  }

  /** A row for each kind of cell that was said or asked, in order of their names. */
  print(report: Report): void {
    const names = [...this.counts].filter(([, [, said, asked]]) => said > 0 || asked > 0).map(([name]) => name);
    for (const name of names.sort()) report.row(name, ...(this.counts.get(name) as [number, number, number]));
  }

  private add(name: string, right: number, said: number, asked: number): void {
    const [r, s, a] = this.counts.get(name) ?? [0, 0, 0];
    this.counts.set(name, [r + right, s + said, a + asked]);
  }

  private sum(k: 0 | 1 | 2): number {
    let total = 0;
    for (const count of this.counts.values()) total += count[k];
    return total;
  }
}

function alike(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((x, k) => (x ?? null) === (b[k] ?? null)) : a === b;
}
