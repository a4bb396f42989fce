import { readFileSync } from "node:fs";

/** A phrase of GUM's entity layer: its characters in the text, the offset of its head word, and which entity it is. */
export interface GoldMention {
  readonly start: number;
  readonly end: number;
  readonly head: number;
  readonly entity: string;
  readonly type: string;
}

export interface GumDocument {
  readonly id: string;
  readonly genre: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

interface Open {
  readonly entity: string;
  readonly type: string;
  readonly first: number;
}

interface Token {
  readonly start: number;
  readonly end: number;
  /** Index of the head token in the document, -1 at a root. */
  readonly head: number;
}

/** Reads the documents of a CoNLL-U file of GUM with the entities of its last column; phrases of several pieces are left out. */
export function readGum(path: string): GumDocument[] {
  return readFileSync(path, "utf8")
    .split(/^# newdoc id = /m)
    .slice(1)
    .map(readDocument);
}

function readDocument(block: string): GumDocument {
  const id = block.slice(0, block.indexOf("\n")).trim();
  const tokens: Token[] = [];
  const mentions: GoldMention[] = [];
  const open: Open[] = [];
  let text = "";
  let sentenceFirst = 0;
  for (const line of block.split("\n").slice(1)) {
    if (line.startsWith("# newpar") && text !== "" && !line.startsWith("# newpar_block")) text = `${text.trimEnd()}\n`;
    if (line.startsWith("# sent_id")) sentenceFirst = tokens.length;
    const cells = line.split("\t");
    if (cells.length < 10 || /[-.]/.test(cells[0])) continue;
    const start = text.length;
    const space = /SpaceAfter=No/.test(cells[9]) ? "" : " ";
    tokens.push({ start, end: start + cells[1].length, head: cells[6] === "0" ? -1 : sentenceFirst + Number(cells[6]) - 1 });
    text += cells[1] + space;
    readEntities(/(?:^|\|)Entity=([^|]+)/.exec(cells[9])?.[1] ?? "", tokens, open, mentions);
  }
  return { id, genre: id.split("_")[1], text: text.trimEnd(), mentions };
}

/** Opening "(12-person-giv:act-..." and closing "12)" brackets on the token read last. */
function readEntities(marks: string, tokens: readonly Token[], open: Open[], mentions: GoldMention[]): void {
  const at = tokens.length - 1;
  for (const [, opening, closing] of marks.matchAll(/\(([^()]+)|([^()]*)\)/g)) {
    if (opening !== undefined) {
      const [entity, type] = opening.split("-");
      open.push({ entity, type, first: at });
      continue;
    }
    let k = open.length - 1;
    if (closing) while (k >= 0 && open[k].entity !== closing) k--;
    if (k < 0) continue;
    const [o] = open.splice(k, 1);
    if (!o.entity.includes("[")) mentions.push(goldMention(tokens, o, at));
  }
}

function goldMention(tokens: readonly Token[], o: Open, last: number): GoldMention {
  let head = last;
  for (let i = o.first; i <= last; i++) {
    if (tokens[i].head < o.first || tokens[i].head > last) {
      head = i;
      break;
    }
  }
  return { start: tokens[o.first].start, end: tokens[last].end, head: tokens[head].start, entity: o.entity, type: o.type };
}
