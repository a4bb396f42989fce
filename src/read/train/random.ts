/** Numbers in [0, 1) from a seed (mulberry32), the same on every machine. For training only: nothing in reading is random. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Puts lists into an order that depends on the seed alone (Fisher-Yates); each call goes on where the last one stopped. */
export function shuffler(seed: number): <T>(list: readonly T[]) => T[] {
  const random = seeded(seed);
  return (list) => {
    const out = [...list];
    for (let i = out.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [out[i], out[j]] = [out[j], out[i]];
    }
    return out;
  };
}
