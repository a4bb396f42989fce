/** Bits of the filter for each cell. */
const FILTER_BITS = 4;

/** Rows of weights by the hash of what they weigh, by open addressing: asked for every word and pair of a report, it holds few of them. */
class RowTable {
  /** A word's hash, then its row plus one; 0 where there is none. */
  private readonly cells: Int32Array;
  /** A bit for so many hashes, set where one of them has a row: most words have none, and this fits the cache as the cells do not. */
  private readonly filter: Int32Array;

  constructor(rows: ReadonlyMap<number, number>) {
    let size = 16;
    while (size < 4 * rows.size) size *= 2;
    this.cells = new Int32Array(2 * size);
    this.filter = new Int32Array((size * FILTER_BITS) / 32);
    const { cells, filter } = this;
    for (const [word, row] of rows) {
      const bit = word & (32 * filter.length - 1);
      filter[bit >> 5] |= 1 << bit;
      let at = word & (size - 1);
      while (cells[2 * at + 1] > 0) at = (at + 1) & (size - 1);
      cells[2 * at] = word;
      cells[2 * at + 1] = row + 1;
    }
  }

  /** Row of a word's hash, or -1. */
  readonly find = (word: number): number => {
    const { cells, filter } = this;
    const bit = word & (32 * filter.length - 1);
    if (((filter[bit >> 5] >>> bit) & 1) === 0) return -1;
    const mask = (cells.length >> 1) - 1;
    for (let at = word & mask; cells[2 * at + 1] > 0; at = (at + 1) & mask) if (cells[2 * at] === word) return cells[2 * at + 1] - 1;
    return -1;
  };
}

const tables = new WeakMap<ReadonlyMap<number, number>, RowTable>();

/** The table of the rows given, made once. */
export function tableOf(rows: ReadonlyMap<number, number>): RowTable {
  let table = tables.get(rows);
  if (!table) tables.set(rows, (table = new RowTable(rows)));
  return table;
}
