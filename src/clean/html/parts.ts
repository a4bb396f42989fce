import type { Span } from "../../base/span.js";
import type { Part } from "../../model/report.js";
import type { Dateline } from "../dateline.js";
import { bylineOf, furnitureIn } from "../furniture.js";
import { PartsBuilder } from "../parts.js";
import { markDateline, type Parted } from "../plain.js";
import { articleOf } from "./article.js";
import type { Block, Page } from "./page.js";

/** Parts of a page: the lines of its article by their words, what stands around them by where it stands. */
export function partsOfPage(page: Page, title: string | null): Parted {
  const article = articleOf(page);
  const first = page.blocks.findIndex((b) => article.has(b));
  const last = page.blocks.findLastIndex((b) => article.has(b));
  const headline = headlineOf(page, title, first);
  const builder = new PartsBuilder();
  let dateline: Dateline | null = null;
  let byline: string | null = null;
  let begun = false;
  page.blocks.forEach((block, k) => {
    const [start, end] = block.span;
    if (k === headline) builder.mark(start, "headline");
    else if (!article.has(block)) builder.mark(start, around(page, block, k >= first - 3 && k <= last + 2));
    else {
      const words = page.text.slice(start, end);
      const stretches = furnitureIn(words);
      if (stretches && !begun) byline ??= bylineOf(words);
      if (stretches) for (const s of stretches) builder.mark(start + s.start, s.part);
      else if (begun) builder.mark(start, "body");
      else dateline = markDateline(builder, words, start);
      begun ||= !stretches;
    }
  });
  const span: Span | null = headline >= 0 ? page.blocks[headline].span : null;
  return { parts: builder.build(page.text.length), headline: span, dateline, byline };
}

/** A line outside the article: a caption, a pointer to another story (a link of several words), or furniture. */
function around(page: Page, block: Block, near: boolean): Part {
  if (block.frame.zone === "caption" || block.frame.zone === "figure") return near ? "caption" : "furniture";
  const words = page.text.slice(block.span[0], block.span[1]);
  const linked = block.linked >= (block.span[1] - block.span[0]) * 0.5;
  const pointer = (linked || block.frame.zone === "related") && words.split(" ").length >= 5;
  return pointer ? "teaser" : "furniture";
}

/** The heading that says the title, else the last `h1` before the article; -1 where there is none. */
function headlineOf(page: Page, title: string | null, first: number): number {
  const words = (b: Block): string => plain(page.text.slice(b.span[0], b.span[1]));
  const wanted = title === null ? "" : plain(title);
  const isHeading = (b: Block): boolean => within(b, /^h[1-3]$/);
  const same =
    wanted === ""
      ? -1
      : page.blocks.findIndex((b) => isHeading(b) && words(b) !== "" && (words(b) === wanted || wanted.startsWith(`${words(b)} `)));
  if (same >= 0) return same;
  const before = page.blocks.slice(0, first < 0 ? 0 : first + 1);
  return before.findLastIndex((b) => within(b, /^h1$/));
}

function within(block: Block, name: RegExp): boolean {
  return name.test(block.frame.name) || (block.frame.parent !== null && name.test(block.frame.parent.name));
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
