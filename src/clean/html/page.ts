import { Tokenizer } from "htmlparser2";
import { type OffsetMap, OffsetMapBuilder } from "../../base/offsets.js";
import type { Span } from "../../base/span.js";
import { type Attributes, BLOCKS, CLOSED_BY_ITSELF, HIDDEN, isHidden, LINES, VOID, type Zone, zoneOf } from "./elements.js";

/** An element that may hold text. Not a DOM node: it knows its parent, not its children. */
export interface Frame {
  readonly name: string;
  /** Class and id, lower case. */
  readonly hint: string;
  readonly parent: Frame | null;
  /** What kind of area of the page it lies in, as its nearest telling ancestor says. */
  zone: Zone;
  readonly role: string;
  /** Code units of text and of linked text in it and below; complete once the page is read. */
  text: number;
  linked: number;
}

/** A line of visible text: what stands between two block borders. */
export interface Block {
  readonly span: Span;
  /** The innermost block element. */
  readonly frame: Frame;
  /** Code units within links. */
  readonly linked: number;
}

/** A page as it is seen: its visible text in order with the way home to the source, its lines, and what its head declares. */
export interface Page {
  readonly text: string;
  readonly offsets: OffsetMap;
  readonly blocks: readonly Block[];
  readonly frames: readonly Frame[];
  /** Contents of `<meta>` by property, name or itemprop, lower case, in order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly jsonLd: readonly string[];
  readonly title: string | null;
  readonly language: string | null;
  readonly canonical: string | null;
  /** `datetime` of `<time>` elements, in order. */
  readonly times: readonly string[];
}

/** How far a closing tag looks for what it closes: pages nest less, bombs nest more. */
const FURTHEST_CLOSED = 200;
/** What holds more of the text than this is no menu, whatever its class says. */
const MOST_OF_PAGE = 0.4;
const MOST_JSON_LD = 2 ** 20;

/** Reads a page in one pass over its tags; nothing recursive, so that depth costs nothing. Fetches and runs nothing. */
export function readPage(raw: string): Page {
  return new PageReader(raw).read();
}

class PageReader {
  private out: string[] = [];
  private length = 0;
  private readonly map = new OffsetMapBuilder();
  private readonly blocks: Block[] = [];
  private readonly frames: Frame[] = [];
  private top: Frame;
  private hidden: { readonly name: string; depth: number } | null = null;
  private links = 0;
  private blockStart = -1;
  private blockLinked = 0;
  private blockFrame: Frame;
  private spaceAt = -1;
  private at = 0;
  private tag = "";
  private attribute = "";
  private value = "";
  private attributes: Attributes = {};
  private collecting: string[] | null = null;
  private readonly meta = new Map<string, string[]>();
  private readonly jsonLd: string[] = [];
  private readonly times: string[] = [];
  private title: string | null = null;
  private language: string | null = null;
  private canonical: string | null = null;

  constructor(private readonly raw: string) {
    this.top = { name: "#page", hint: "", parent: null, zone: null, role: "", text: 0, linked: 0 };
    this.blockFrame = this.top;
    this.frames.push(this.top);
  }

  read(): Page {
    const { raw } = this;
    const tokens = new Tokenizer(
      { decodeEntities: true },
      {
        ontext: (start, end) => this.onText(start, end),
        ontextentity: (code, end) => this.onCharacter(String.fromCodePoint(code), end),
        onopentagname: (start, end) => this.beginTag(raw.slice(start, Math.min(end, start + 40)).toLowerCase()),
        onattribname: (start, end) => {
          this.attribute = raw.slice(start, Math.min(end, start + 40)).toLowerCase();
          this.value = "";
        },
        onattribdata: (start, end) => {
          if (this.value.length < 4000) this.value += raw.slice(start, Math.min(end, start + 4000));
        },
        onattribentity: (code) => {
          this.value += String.fromCodePoint(code);
        },
        onattribend: () => {
          if (!(this.attribute in this.attributes)) this.attributes[this.attribute] = this.value;
        },
        onopentagend: (end) => this.endTag(end, false),
        onselfclosingtag: (end) => this.endTag(end, true),
        onclosetag: (start, end) =>
          this.close(
            raw
              .slice(start, Math.min(end, start + 40))
              .trim()
              .toLowerCase(),
            end,
          ),
        oncdata: () => {},
        oncomment: () => {},
        ondeclaration: () => {},
        onprocessinginstruction: () => {},
        onend: () => {},
      },
    );
    tokens.write(raw);
    tokens.end();
    this.endBlock();
    for (let k = this.frames.length - 1; k > 0; k--) {
      const { parent, text, linked } = this.frames[k];
      if (parent) {
        parent.text += text;
        parent.linked += linked;
      }
    }
    for (const frame of this.frames) {
      const most = frame.text > this.frames[0].text * MOST_OF_PAGE;
      if (frame.parent) frame.zone = zoneOf(frame.name, frame.hint, frame.role, frame.parent.zone, most);
    }
    const { meta, jsonLd, title, language, canonical, times, blocks, frames } = this;
    return { text: this.out.join(""), offsets: this.map.build(), blocks, frames, meta, jsonLd, title, language, canonical, times };
  }

  private beginTag(name: string): void {
    this.tag = name;
    this.attributes = {};
  }

  private endTag(end: number, selfClosing: boolean): void {
    const { tag, attributes } = this;
    this.at = end + 1;
    if (tag === "title" && this.title === null && !this.hidden) this.collecting = [];
    if (tag === "script" && /ld\+json/i.test(attributes.type ?? "")) this.collecting = [];
    if (tag === "meta") this.onMeta(attributes);
    if (tag === "html") this.language ??= attributes.lang || null;
    if (tag === "link" && attributes.rel === "canonical") this.canonical ??= attributes.href || null;
    if (tag === "time" && attributes.datetime) this.times.push(attributes.datetime);
    if (this.hidden) {
      if (this.hidden.name === tag && !selfClosing) this.hidden.depth++;
      return;
    }
    const void_ = VOID.has(tag) || selfClosing;
    if (!void_ && (HIDDEN.has(tag) || isHidden(attributes))) {
      this.hidden = { name: tag, depth: 1 };
      return;
    }
    if (tag === "br") this.lineBreak();
    if (tag === "hr") this.endBlock();
    if (!void_) this.open(tag, attributes);
  }

  private open(name: string, attributes: Attributes): void {
    const isBlock = BLOCKS.has(name);
    if (isBlock) {
      this.endBlock();
      for (const closed of CLOSED_BY_ITSELF[name] ?? []) if (this.top.name === closed) this.pop();
      if (this.top.name === "p") this.pop();
    }
    const hint = `${attributes.class ?? ""} ${attributes.id ?? ""} ${attributes.itemprop ?? ""}`.slice(0, 300).toLowerCase();
    const frame: Frame = {
      name,
      hint,
      parent: this.top,
      zone: null,
      role: attributes.role ?? "",
      text: 0,
      linked: 0,
    };
    this.frames.push(frame);
    this.top = frame;
    if (name === "a") this.links++;
    if (isBlock) this.blockFrame = frame;
  }

  private close(name: string, end: number): void {
    this.at = end + 1;
    if (this.collecting && (name === "title" || name === "script")) {
      const words = this.collecting.join("");
      if (name === "title") this.title = words.replace(/\s+/g, " ").trim() || null;
      else if (words.length <= MOST_JSON_LD) this.jsonLd.push(words);
      this.collecting = null;
    }
    if (this.hidden) {
      if (this.hidden.name === name && --this.hidden.depth === 0) this.hidden = null;
      return;
    }
    if (name === "br" || name === "p") this.endBlock();
    let frame: Frame | null = this.top;
    for (let k = 0; frame && frame.name !== name; k++) frame = k < FURTHEST_CLOSED ? frame.parent : null;
    if (!frame?.parent) return;
    while (this.top !== frame) this.pop();
    this.pop();
  }

  private pop(): void {
    const { name, parent } = this.top;
    if (!parent) return;
    if (BLOCKS.has(name)) this.endBlock();
    if (name === "a") this.links--;
    this.top = parent;
    if (BLOCKS.has(name)) {
      let block: Frame = parent;
      while (block.parent && !BLOCKS.has(block.name)) block = block.parent;
      this.blockFrame = block;
    }
  }

  private onMeta(attributes: Attributes): void {
    const { content } = attributes;
    if (!content) return;
    for (const key of [attributes.property, attributes.name, attributes.itemprop]) {
      if (!key) continue;
      const values = this.meta.get(key.toLowerCase());
      if (values) values.push(content);
      else this.meta.set(key.toLowerCase(), [content]);
    }
  }

  private onText(start: number, end: number): void {
    this.at = end;
    if (this.collecting) {
      this.collecting.push(this.raw.slice(start, end));
      return;
    }
    if (this.hidden) return;
    const { raw } = this;
    let from = start;
    while (from < end) {
      let to = from;
      while (to < end && !isSpace(raw.charCodeAt(to))) to++;
      if (to > from) this.write(raw.slice(from, to), from, to - from);
      from = to;
      while (to < end && isSpace(raw.charCodeAt(to))) to++;
      if (to > from && this.spaceAt < 0) this.spaceAt = from;
      from = to;
    }
  }

  private onCharacter(character: string, end: number): void {
    const start = this.at;
    this.at = end;
    if (this.collecting) this.collecting.push(character);
    else if (this.hidden) return;
    else if (character.trim() === "") this.spaceAt = this.spaceAt < 0 ? start : this.spaceAt;
    else this.write(character, start, end - start);
  }

  /** Adds words to the line; white space before them becomes one space, and none at the start of a line. */
  private write(words: string, start: number, sourceLength: number): void {
    if (this.blockStart < 0) {
      if (this.length > 0) this.push(LINES.has(this.blockFrame.name) ? "\n" : "\n\n", start, 0);
      this.blockStart = this.length;
      this.blockLinked = 0;
    } else if (this.spaceAt >= 0) this.push(" ", this.spaceAt, start - this.spaceAt);
    this.spaceAt = -1;
    this.push(words, start, sourceLength);
    this.top.text += words.length + 1;
    if (this.links > 0) {
      this.blockLinked += words.length + 1;
      this.top.linked += words.length + 1;
    }
  }

  private push(words: string, start: number, sourceLength: number): void {
    this.out.push(words);
    this.map.add(words.length, start, sourceLength);
    this.length += words.length;
  }

  private lineBreak(): void {
    this.endBlock();
  }

  private endBlock(): void {
    this.spaceAt = -1;
    if (this.blockStart < 0) return;
    this.blocks.push({ span: [this.blockStart, this.length], frame: this.blockFrame, linked: this.blockLinked });
    this.blockStart = -1;
  }
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x200b;
}
