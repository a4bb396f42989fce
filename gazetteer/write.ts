import { CAPITAL, type Division, KINDS, MINOR, packPopulation, SEAT } from "../src/gazetteer/entry.js";
import { nameKey } from "../src/gazetteer/key.js";
import { ALONE, BLOCK, HEADER, MAGIC, VERSION } from "../src/gazetteer/layout.js";
import type { RawPlace } from "./place.js";

/** Bytes of the packed file; its layout is described in `src/gazetteer/layout.ts`. */
export function packed(places: readonly RawPlace[], divisions: readonly Division[]): Uint8Array {
  const number = new Map(divisions.map((d, i) => [d.code, i]));
  const n = places.length;
  const withId = places.findIndex((p) => p.geonames === 0);
  const ids = new Uint32Array(withId < 0 ? n : withId);
  const lat = new Int32Array(n);
  const lon = new Int32Array(n);
  const division = new Uint16Array(n);
  const population = new Uint8Array(n);
  const kind = new Uint8Array(n);
  places.forEach((p, i) => {
    if (i < ids.length) ids[i] = p.geonames;
    lat[i] = Math.round(p.lat * 1e5);
    lon[i] = Math.round(p.lon * 1e5);
    division[i] = number.get(p.division)!;
    population[i] = packPopulation(p.population);
    kind[i] = KINDS.indexOf(p.kind) | (p.minor ? MINOR : 0) | (p.seat === "country" ? CAPITAL : p.seat === "division" ? SEAT : 0);
  });
  const names = namePool(places);
  const keys = keyBlocks(places);
  const sections = [
    new TextEncoder().encode(JSON.stringify(divisions.map((d) => [d.code, d.name, d.country]))),
    bytes(ids),
    bytes(lat),
    bytes(lon),
    bytes(division),
    population,
    kind,
    bytes(names.starts),
    names.pool,
    bytes(keys.starts),
    keys.pool,
  ];
  return join(sections);
}

function bytes(array: Uint32Array | Int32Array | Uint16Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function join(sections: readonly Uint8Array[]): Uint8Array {
  const pad = (length: number) => (length + 3) & ~3;
  const header = new Uint32Array(HEADER + 2 * sections.length);
  header[0] = MAGIC;
  header[1] = VERSION;
  let at = header.byteLength;
  sections.forEach((s, i) => {
    header[HEADER + 2 * i] = at;
    header[HEADER + 2 * i + 1] = s.length;
    at += pad(s.length);
  });
  const out = new Uint8Array(at);
  out.set(bytes(header), 0);
  sections.forEach((s, i) => {
    out.set(s, header[HEADER + 2 * i]);
  });
  return out;
}

function namePool(places: readonly RawPlace[]): { pool: Uint8Array; starts: Uint32Array } {
  const out: number[] = [];
  const starts: number[] = [];
  places.forEach((p, i) => {
    if (i % BLOCK === 0) starts.push(out.length);
    const name = Buffer.from(p.name, "utf8").subarray(0, 255);
    out.push(name.length, ...name);
  });
  return { pool: Uint8Array.from(out), starts: Uint32Array.from(starts) };
}

function keyBlocks(places: readonly RawPlace[]): { pool: Uint8Array; starts: Uint32Array } {
  const postings = new Map<string, number[]>();
  const file = (key: string, posting: number) => {
    if (!/^[a-z0-9 ]{2,63}$/.test(key)) return;
    const list = postings.get(key);
    if (!list) postings.set(key, [posting]);
    else if (!list.some((p) => p >> 1 === posting >> 1) && list.length < 255) list.push(posting);
  };
  places.forEach((p, i) => {
    file(nameKey(p.name), i << 1);
  });
  places.forEach((p, i) => {
    for (const name of p.alternates) file(nameKey(name), (i << 1) | 1);
  });
  const out: number[] = [];
  const starts: number[] = [];
  let last = "";
  [...postings.keys()].sort().forEach((key, i) => {
    let shared = 0;
    if (i % BLOCK === 0) starts.push(out.length);
    else while (shared < key.length && key[shared] === last[shared]) shared++;
    const rest = Buffer.from(key.slice(shared), "latin1");
    const list = postings.get(key)!;
    if (list.length === 1) out.push(shared | ALONE, rest.length, ...rest);
    else out.push(shared, rest.length, ...rest, list.length);
    for (const p of list) out.push(p & 255, (p >> 8) & 255, p >> 16);
    last = key;
  });
  return { pool: Uint8Array.from(out), starts: Uint32Array.from(starts) };
}
