import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { sha256, shortHash } from "../src/base/hash.js";
import type { Report } from "../src/model/report.js";
import { findAll, toReading } from "../src/read/index.js";

/** One line of a benchmark file: only what a reader may look at. */
interface Line {
  readonly id: string;
  readonly text: string;
  readonly published?: string | null;
  readonly outlet?: string | null;
  readonly title?: string | null;
  readonly url?: string | null;
}

function reportOf(line: Line): Report {
  const published = line.published ?? null;
  return {
    id: shortHash([line.outlet ?? null, line.url ?? null, published, line.text]),
    url: line.url ?? null,
    outlet: line.outlet ?? null,
    title: line.title ?? null,
    byline: null,
    dateline: null,
    published: { value: published, from: published ? "given" : null },
    modified: null,
    retrieved: null,
    revisionOf: null,
    bytes: sha256(line.text),
    language: "en",
    text: line.text,
    parts: [{ span: [0, line.text.length], part: "body" }],
  };
}

const [task, file, ...options] = process.argv.slice(2);
const option = (name: string): string | null => (options.includes(name) ? options[options.indexOf(name) + 1] : null);
const limit = Number(option("--limit") ?? Number.POSITIVE_INFINITY);
const until = option("--until");

let k = 0;
for await (const raw of createInterface({ input: createReadStream(file) })) {
  if (!raw.trim() || k++ >= limit) continue;
  const { id, text, published, outlet, title, url } = JSON.parse(raw) as Line;
  const found = findAll(reportOf({ id, text, published: published ?? null, outlet: outlet ?? null, title: title ?? null, url: url ?? null }), until);
  if (task === "names") console.log(JSON.stringify({ id, names: found.names.map((n) => ({ span: n.span, type: n.type })) }));
  else console.log(JSON.stringify({ id, ...toReading(found) }));
}
