/** Folds up to three values and a template number into one 32-bit feature key. Never 0: that marks an empty slot. */
export function key1(template: number, a: number): number {
  return finish(Math.imul(template + 1, 0x9e3779b1) ^ Math.imul(a, 0x85ebca6b));
}

export function key2(template: number, a: number, b: number): number {
  return finish(Math.imul(Math.imul(template + 1, 0x9e3779b1) ^ Math.imul(a, 0x85ebca6b), 0x27d4eb2f) ^ Math.imul(b, 0xc2b2ae35));
}

export function key3(template: number, a: number, b: number, c: number): number {
  const h = Math.imul(Math.imul(template + 1, 0x9e3779b1) ^ Math.imul(a, 0x85ebca6b), 0x27d4eb2f) ^ Math.imul(b, 0xc2b2ae35);
  return finish(Math.imul(h ^ (h >>> 15), 0x165667b1) ^ Math.imul(c, 0x85ebca6b));
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 15);
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 12;
  h = Math.imul(h, 0x297a2d39);
  h ^= h >>> 15;
  return h === 0 ? 1 : h;
}

/** A hash of the code units `[from, to)` of a string. */
export function hashUnits(s: string, from: number, to: number): number {
  let h = 0x811c9dc5 ^ (to - from);
  for (let i = from; i < to; i++) h = Math.imul(h ^ s.charCodeAt(i), 0x01000193);
  return h;
}
