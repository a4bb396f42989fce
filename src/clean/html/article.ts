import type { Block, Frame, Page } from "./page.js";

/** Class and id words that speak for or against an article, after Mozilla's Readability. */
const FOR = /article|body|content|entry|hentry|h-entry|main|page|post|text|blog|story/;
const AGAINST =
  /-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget/;

const TAG_SCORES: Readonly<Record<string, number>> = {
  div: 5,
  article: 8,
  main: 5,
  pre: 3,
  td: 3,
  blockquote: 3,
  address: -3,
  ol: -3,
  ul: -3,
  dl: -3,
  dd: -3,
  dt: -3,
  li: -3,
  form: -3,
  h1: -5,
  h2: -5,
  h3: -5,
  h4: -5,
  h5: -5,
  h6: -5,
  th: -5,
};

/** Elements whose own text is a paragraph of what they stand in. */
const PARAGRAPHS = new Set(["p", "pre", "td", "li", "blockquote", "figcaption", "dd", "h2", "h3", "h4"]);
const SHORTEST = 25;

const isCandidateZone = (block: Block): boolean =>
  block.frame.zone === null || block.frame.zone === "header" || block.frame.zone === "figure";

/**
 * The lines of a page that are its article. Paragraphs vote for the elements that hold them, less where text is links, as in
 * Arc90's and Mozilla's Readability; the best element and its fitting neighbours are the article. Our own counting over one list of
 * lines, not a port: nothing is moved, so every line keeps its place.
 */
export function articleOf(page: Page): ReadonlySet<Block> {
  const scores = vote(page);
  const root = climb(best(scores), scores);
  if (!root) return new Set(page.blocks.filter((b) => isCandidateZone(b) && isProse(page, b)));
  const inside = areaOf(page, root, scores);
  return new Set(page.blocks.filter((b) => inside.has(b.frame) && belongs(page, b)));
}

function vote(page: Page): Map<Frame, number> {
  const scores = new Map<Frame, number>();
  for (const block of page.blocks) {
    const length = block.span[1] - block.span[0];
    if (length < SHORTEST || !isCandidateZone(block)) continue;
    const worth = 1 + commasIn(page.text, block) + Math.min(Math.floor(length / 100), 3);
    let frame = PARAGRAPHS.has(block.frame.name) ? block.frame.parent : block.frame;
    for (let level = 0; frame?.parent && level < 5; level++, frame = frame.parent) {
      const share = level === 0 ? 1 : level === 1 ? 2 : level * 3;
      scores.set(frame, (scores.get(frame) ?? start(frame)) + worth / share);
    }
  }
  for (const [frame, score] of scores) scores.set(frame, score * (1 - frame.linked / Math.max(1, frame.text)));
  return scores;
}

function commasIn(text: string, block: Block): number {
  let commas = 0;
  for (let at = text.indexOf(",", block.span[0]); at >= 0 && at < block.span[1]; at = text.indexOf(",", at + 1)) commas++;
  return commas;
}

function start(frame: Frame): number {
  return (TAG_SCORES[frame.name] ?? 0) + weight(frame);
}

function weight(frame: Frame): number {
  return (FOR.test(frame.hint) ? 25 : 0) - (AGAINST.test(frame.hint) ? 25 : 0);
}

function best(scores: ReadonlyMap<Frame, number>): Frame | null {
  let top: Frame | null = null;
  let most = 0;
  for (const [frame, score] of scores) {
    if (score <= most) continue;
    top = frame;
    most = score;
  }
  return top;
}

/** An article in several sections: where an element above scores nearly as well or better, it is the article. */
function climb(top: Frame | null, scores: ReadonlyMap<Frame, number>): Frame | null {
  if (!top) return null;
  let root = top;
  let last = scores.get(top) ?? 0;
  const least = last / 3;
  for (let above = top.parent; above?.parent && above.name !== "body"; above = above.parent) {
    const score = scores.get(above);
    if (score === undefined) continue;
    if (score < least) break;
    if (score > last) {
      root = above;
      break;
    }
    last = score;
  }
  while (root.parent?.parent && root.parent.name !== "body" && root.parent.text === root.text) root = root.parent;
  return root;
}

/** The root, its children, and neighbours that score or read like it. */
function areaOf(page: Page, root: Frame, scores: ReadonlyMap<Frame, number>): ReadonlySet<Frame> {
  const least = Math.max(10, (scores.get(root) ?? 0) * 0.2);
  const inside = new Set<Frame>([root]);
  for (const frame of page.frames) {
    if (frame.parent && inside.has(frame.parent)) inside.add(frame);
    else if (frame.parent === root.parent && frame !== root && fits(frame, root, least, scores)) inside.add(frame);
  }
  return inside;
}

function fits(frame: Frame, root: Frame, least: number, scores: ReadonlyMap<Frame, number>): boolean {
  if (frame.zone !== null && frame.zone !== "header") return false;
  const bonus = root.hint.trim() !== "" && frame.hint === root.hint ? (scores.get(root) ?? 0) * 0.2 : 0;
  if ((scores.get(frame) ?? 0) + bonus >= least) return true;
  const density = frame.linked / Math.max(1, frame.text);
  return frame.name === "p" && frame.text > 80 && density < 0.25;
}

/** Whether a line within the article's area is of the article: no caption, no list of links, no heading of the page. */
function belongs(page: Page, block: Block): boolean {
  const { frame } = block;
  if (frame.zone !== null && frame.zone !== "header") return false;
  if (frame.name === "h1") return false;
  const length = block.span[1] - block.span[0];
  const density = block.linked / Math.max(1, length);
  if (density > 0.8 && !endsASentence(page.text, block)) return false;
  const holder = frame.parent;
  if (frame.name === "li" && holder && holder.linked > holder.text * 0.4) return false;
  return true;
}

function endsASentence(text: string, block: Block): boolean {
  return /[.!?]["'”’)]?$/.test(text.slice(Math.max(block.span[0], block.span[1] - 3), block.span[1]));
}

function isProse(page: Page, block: Block): boolean {
  return block.span[1] - block.span[0] >= 40 && endsASentence(page.text, block);
}
