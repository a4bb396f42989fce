import { readFileSync } from "node:fs";
import { AccordingError } from "../base/error.js";
import { CAPITAL, type Division, type Entry, KIND, KINDS, type Match, MINOR, SEAT, unpackPopulation } from "./entry.js";
import { ALONE, BLOCK, HEADER, MAGIC, VERSION } from "./layout.js";
import { editDistance } from "./near.js";

const FILE = new URL("../../gazetteer/places.bin", import.meta.url);
const decoder = new TextDecoder();

/** The packed gazetteer, read in place: nothing is unpacked until somebody asks for it. Its layout is described in `layout.ts`. */
export class Packed {
  readonly size: number;
  readonly divisions: readonly Division[];
  private readonly ids: Uint32Array;
  private readonly lat: Int32Array;
  private readonly lon: Int32Array;
  private readonly division: Uint16Array;
  private readonly population: Uint8Array;
  private readonly kind: Uint8Array;
  private readonly nameStarts: Uint32Array;
  private readonly names: Uint8Array;
  private readonly keyStarts: Uint32Array;
  private readonly keys: Uint8Array;
  private readonly made = new Map<number, Entry>();

  constructor(file: Uint8Array) {
    const bytes = file.byteOffset === 0 ? file : file.slice();
    const header = new Uint32Array(bytes.buffer, 0, HEADER + 22);
    if (header[0] !== MAGIC || header[1] !== VERSION) {
      throw new AccordingError(
        "gazetteer.version",
        "gazetteer/places.bin is not of this version",
        "Build it again: npm run build:gazetteer.",
      );
    }
    const at = (s: number): [number, number] => [header[HEADER + 2 * s], header[HEADER + 2 * s + 1]];
    const u8 = (s: number) => new Uint8Array(bytes.buffer, ...at(s));
    const u32 = (s: number) => new Uint32Array(bytes.buffer, at(s)[0], at(s)[1] / 4);
    const i32 = (s: number) => new Int32Array(bytes.buffer, at(s)[0], at(s)[1] / 4);
    const rows = JSON.parse(decoder.decode(u8(0))) as [string, string, string][];
    this.divisions = rows.map(([code, name, country]) => ({ code, name, country }));
    this.ids = u32(1);
    this.lat = i32(2);
    this.lon = i32(3);
    this.division = new Uint16Array(bytes.buffer, at(4)[0], at(4)[1] / 2);
    this.population = u8(5);
    this.kind = u8(6);
    this.nameStarts = u32(7);
    this.names = u8(8);
    this.keyStarts = u32(9);
    this.keys = u8(10);
    this.size = this.lat.length;
  }

  static load(): Packed {
    return new Packed(readFileSync(FILE));
  }

  entry(index: number): Entry {
    const known = this.made.get(index);
    if (known) return known;
    const division = this.divisions[this.division[index]];
    const entry: Entry = {
      index,
      geonames: index < this.ids.length ? String(this.ids[index]) : null,
      name: this.nameOf(index),
      lat: this.lat[index] / 1e5,
      lon: this.lon[index] / 1e5,
      country: division.country || null,
      division: division.name === "" ? null : division,
      kind: KINDS[this.kind[index] & KIND],
      population: unpackPopulation(this.population[index]),
      minor: (this.kind[index] & MINOR) !== 0,
      seat: this.kind[index] & CAPITAL ? "country" : this.kind[index] & SEAT ? "division" : null,
      listed: false,
    };
    if (this.made.size > 100_000) this.made.clear();
    this.made.set(index, entry);
    return entry;
  }

  private nameOf(index: number): string {
    let at = this.nameStarts[Math.floor(index / BLOCK)];
    for (let i = index % BLOCK; i > 0; i--) at += 1 + this.names[at];
    return decoder.decode(this.names.subarray(at + 1, at + 1 + this.names[at]));
  }

  /** Entries filed under a key, or an empty list. */
  lookup(key: string): Match[] {
    const at = this.find(key, true);
    return at < 0 ? [] : this.matchesOf(at);
  }

  /** Whether a key is this word, or begins with it and goes on with another. */
  startsName(word: string): boolean {
    return this.find(word, true) >= 0 || this.find(`${word} `, false) >= 0;
  }

  /**
   * Where the record of a key stands, or -1; not `exact`: of the first key that begins with `key`. Compares bytes only: a key that
   * shares more with the one before it than that one shared with ours differs from ours at the same letter.
   */
  private find(key: string, exact: boolean): number {
    for (let block = this.blockOf(key); block < this.keyStarts.length; block++) {
      const end = block + 1 < this.keyStarts.length ? this.keyStarts[block + 1] : this.keys.length;
      let common = 0;
      for (let at = this.keyStarts[block]; at < end; at = this.after(at)) {
        const shared = this.keys[at] & ~ALONE;
        if (shared > common) continue;
        if (shared < common) return -1;
        const rest = this.keys[at + 1];
        let i = 0;
        while (i < rest && common < key.length && this.keys[at + 2 + i] === key.charCodeAt(common)) {
          i++;
          common++;
        }
        if (common === key.length) return !exact || i === rest ? at : -1;
        if (i < rest && this.keys[at + 2 + i] > key.charCodeAt(common)) return -1;
      }
    }
    return -1;
  }

  /** Start of the record behind the one at `at`. */
  private after(at: number): number {
    const postings = at + 2 + this.keys[at + 1];
    return this.keys[at] & ALONE ? postings + 3 : postings + 1 + 3 * this.keys[postings];
  }

  /** Keys of one word that begin with the same two letters as `key` and are at most `most` edits away, with their entries. */
  near(key: string, most: number): { readonly key: string; readonly edits: number; readonly matches: readonly Match[] }[] {
    const found: { key: string; edits: number; matches: Match[] }[] = [];
    const here = new Uint8Array(128);
    const wanted = Uint8Array.from(key, (c) => c.charCodeAt(0));
    for (let block = this.blockOf(key.slice(0, 2)); block < this.keyStarts.length; block++) {
      const end = block + 1 < this.keyStarts.length ? this.keyStarts[block + 1] : this.keys.length;
      for (let at = this.keyStarts[block]; at < end; at = this.after(at)) {
        const shared = this.keys[at] & ~ALONE;
        const rest = this.keys[at + 1];
        for (let i = 0; i < rest; i++) here[shared + i] = this.keys[at + 2 + i];
        const order = here[0] - wanted[0] || here[1] - wanted[1];
        if (order > 0) return found;
        const length = shared + rest;
        if (order < 0 || Math.abs(length - wanted.length) > most) continue;
        const edits = editDistance(wanted, wanted.length, here, length, most);
        if (edits > most) continue;
        const word = String.fromCharCode(...here.subarray(0, length));
        if (!word.includes(" ")) found.push({ key: word, edits, matches: this.matchesOf(at) });
      }
    }
    return found;
  }

  private matchesOf(at: number): Match[] {
    const postings = at + 2 + this.keys[at + 1];
    return this.keys[at] & ALONE ? this.matches(postings, 1) : this.matches(postings + 1, this.keys[postings]);
  }

  /** The last block whose first key is not above `key`; the first block where all are. */
  private blockOf(key: string): number {
    let lo = 0;
    let hi = this.keyStarts.length - 1;
    while (lo < hi) {
      const mid = (lo + hi + 1) >> 1;
      if (this.compareHead(mid, key) <= 0) lo = mid;
      else hi = mid - 1;
    }
    return lo;
  }

  private compareHead(block: number, key: string): number {
    const at = this.keyStarts[block];
    const length = this.keys[at + 1];
    for (let i = 0; i < length && i < key.length; i++) {
      const difference = this.keys[at + 2 + i] - key.charCodeAt(i);
      if (difference !== 0) return difference;
    }
    return length - key.length;
  }

  private matches(at: number, count: number): Match[] {
    const found: Match[] = [];
    for (let i = 0; i < count; i++, at += 3) {
      const posting = this.keys[at] | (this.keys[at + 1] << 8) | (this.keys[at + 2] << 16);
      found.push({ entry: this.entry(posting >> 1), alternate: (posting & 1) === 1 });
    }
    return found;
  }
}
