import { overlap, Points, repr, type Task } from "./shared.js";

const TYPES = new Set(["date", "time", "duration", "set"]);

/** TIMEX3 by overlap and by value, as TempEval-3 has it; a gold one without a value is neither asked nor punished. */
export const times: Task = {
  name: "times",
  score(gold, said, report) {
    let [found, spoke, asked, valued, strict, typed] = [0, 0, 0, 0, 0, 0];
    for (const g of gold) {
      const all = (said.get(g.id)?.times ?? []).map((p: any) => ({
        span: p.span,
        value: String(p.value || ""),
        type: String(p.type || "").toLowerCase(),
      }));
      const void_ = g.timexes.filter((t: any) => !t.value).map((t: any) => [t.start, t.end]);
      const wanted = g.timexes.filter((t: any) => t.value).map((t: any) => [t.start, t.end]);
      const spans = all.filter(
        (x: any) => wanted.some((a: number[]) => overlap(x.span, a) > 0) || !void_.some((v: number[]) => overlap(x.span, v) > 0),
      );
      spoke += spans.length;
      const used = new Set<number>();
      const text = new Points(g.text);
      for (const t of g.timexes) {
        if (!TYPES.has((t.type || "date").toLowerCase()) || !t.value) continue;
        asked++;
        let best = -1;
        let most = 0;
        for (let i = 0; i < spans.length; i++) {
          if (used.has(i)) continue;
          const shared = overlap([t.start, t.end], spans[i].span);
          if (shared > 0 && shared >= most) [best, most] = [i, shared];
        }
        if (best < 0) {
          report.error(() => `${g.id}: missed ${repr(text.slice(t.start, t.end))} ${t.value}`);
          continue;
        }
        used.add(best);
        const { span, value, type } = spans[best];
        found++;
        if (span[0] === t.start && span[1] === t.end) strict++;
        if (type === (t.type || "date").toLowerCase()) typed++;
        if (value === (t.value || "")) valued++;
        else report.error(() => `${g.id}: ${repr(text.slice(t.start, t.end))} is ${t.value}, said ${value}`);
      }
    }
    report.row("found (relaxed)", found, spoke, asked);
    report.row("found (strict)", strict, spoke, asked);
    report.row("type", typed, spoke, asked);
    return report.row("value", valued, spoke, asked);
  },
};
