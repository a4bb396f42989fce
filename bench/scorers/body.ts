import { fixed, type Task } from "./shared.js";

const SHINGLE = 4;

/** Bags of four words in a row of article bodies against the page's own: mean precision and recall over pages. */
export const body: Task = {
  name: "body",
  score(gold, said, report) {
    let [p, r, pages] = [0, 0, 0];
    for (const g of gold) {
      const [a, b] = [shingles(g.articleBody), shingles(said.get(g.id)?.text || "")];
      let both = 0;
      for (const [key, n] of a) both += Math.min(n, b.get(key) ?? 0);
      const [extra, missing] = [sum(b) - both, sum(a) - both];
      const total = both + extra + missing;
      if (!total) continue;
      const [precision, recall] = [both + extra ? both / (both + extra) : 0, both + missing ? both / (both + missing) : 0];
      pages++;
      p += precision;
      r += recall;
      if (both * 20 < total * 19)
        report.error(() => `${g.id}: P ${fixed(100 * precision, 0)} R ${fixed(100 * recall, 0)} ${g.url ?? "None"}`);
    }
    p /= pages;
    r /= pages;
    const f = p + r ? (2 * p * r) / (p + r) : 0;
    report.print(`pages ${pages}  P ${fixed(100 * p, 1)}  R ${fixed(100 * r, 1)}  F ${fixed(100 * f, 1)}`);
    return f;
  },
};

function shingles(text: string): ReadonlyMap<string, number> {
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const bag = new Map<string, number>();
  const add = (key: string): void => {
    bag.set(key, (bag.get(key) ?? 0) + 1);
  };
  if (tokens.length > 0 && tokens.length < SHINGLE) add(tokens.join(" "));
  for (let i = 0; i + SHINGLE <= tokens.length; i++) add(tokens.slice(i, i + SHINGLE).join(" "));
  return bag;
}

function sum(bag: ReadonlyMap<string, number>): number {
  let n = 0;
  for (const count of bag.values()) n += count;
  return n;
}
