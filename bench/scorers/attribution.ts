import { fixed, overlap, type Pair, Points, repr, type Task } from "./shared.js";

/** Cue, source and content of what anybody is reported to say (PolNeAR): the mean of three F. */
export const attribution: Task = {
  name: "attribution",
  score(gold, said, report) {
    let [cue, source, spoke, spokeSource, asked, askedSource] = [0, 0, 0, 0, 0, 0];
    let [inside, contentSaid, contentAsked] = [0, 0, 0];
    for (const g of gold) {
      const ps: readonly any[] = said.get(g.id)?.attributions ?? [];
      spoke += ps.length;
      spokeSource += ps.filter((p) => p.sourceSpan).length;
      const saidContent = covered(ps.flatMap((p) => p.content ?? []));
      const goldContent = new Set<number>();
      const used = new Set<number>();
      for (const a of g.attributions) {
        const spans = { source: pairs(a.source), cue: pairs(a.cue), content: pairs(a.content) };
        for (const at of covered(spans.content)) goldContent.add(at);
        asked++;
        if (spans.source.length > 0) askedSource++;
        const best = bestOf(ps, used, spans);
        if (best < 0) {
          report.error(() => missed(g, spans));
          continue;
        }
        used.add(best);
        cue++;
        const span = ps[best].sourceSpan;
        if (spans.source.length > 0 && span) {
          const both = common(covered(spans.source), covered([span]));
          if (2 * both >= covered([span]).size && both > 0) source++;
        }
      }
      inside += common(goldContent, saidContent);
      contentSaid += saidContent.size;
      contentAsked += goldContent.size;
    }
    const a = report.row("cue", cue, spoke, asked);
    const b = report.row("source", source, spokeSource, askedSource);
    const c = report.row("content (characters)", inside, contentSaid, contentAsked);
    report.print(`mean F ${fixed((100 * (a + b + c)) / 3, 1)}`);
    return (a + b + c) / 3;
  },
};

interface Spans {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
}

function pairs(all: readonly { start: number; end: number }[]): readonly Pair[] {
  return all.map((s) => [s.start, s.end]);
}

function covered(spans: readonly (readonly number[])[]): Set<number> {
  const out = new Set<number>();
  for (const [start, end] of spans) for (let at = start; at < end; at++) out.add(at);
  return out;
}

function common(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const at of a) if (b.has(at)) both++;
  return both;
}

/** The said attribution whose cue overlaps most, the first of equals; without a gold cue, one with half the content. */
function bestOf(ps: readonly any[], used: ReadonlySet<number>, spans: Spans): number {
  let [best, most] = [-1, 0];
  const content = spans.cue.length > 0 ? null : covered(spans.content);
  ps.forEach((p, i) => {
    if (used.has(i)) return;
    let c = p.cue ? spans.cue.reduce((sum, s) => sum + overlap(p.cue, s), 0) : 0;
    if (content) {
      const both = common(covered(p.content ?? []), content);
      c = both * 2 >= content.size ? both : 0;
    }
    if (c > most) [best, most] = [i, c];
  });
  return best;
}

function missed(g: any, spans: Spans): string {
  const text = new Points(g.text);
  const where = spans.cue.length > 0 ? spans.cue : spans.content;
  return `${g.id}: missed ${repr(spans.source.map(([s, e]) => text.slice(s, e)))} ${repr(where.map(([s, e]) => Array.from(text.slice(s, e)).slice(0, 60).join("")))}`;
}
