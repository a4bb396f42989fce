/** A value that stands in a feature's name. */
export type Piece = string | number | boolean;

/** Takes one feature: the form of its name, with `{}` for each of its values. Its name is put together only where somebody reads it. */
export type Tell = (form: string, x?: Piece, y?: Piece, z?: Piece) => void;

/** A feature's name in full: "words={}&kind={}" of "stem" and "noun" is "words=stem&kind=noun". */
export function nameOf(form: string, x?: Piece, y?: Piece, z?: Piece): string {
  if (x === undefined) return form;
  const pieces = [x, y, z];
  let k = 0;
  return form.replaceAll("{}", () => String(pieces[k++]));
}

interface Node {
  next: Map<Piece, Node> | null;
  readonly weight: number;
  /** Whether nothing that begins like this weighs anything: what else its values are need not be asked. */
  readonly ends: boolean;
}

/** Nodes kept at most: words make ever new ones. */
const MOST_NODES = 50_000;

/**
 * Sums weights of features as they are told. A feature's weight is found by its form and values, step by step: its name is made the
 * first time only.
 */
export class Summed {
  sum = 0;
  private readonly forms = new Map<string, Node>();
  private readonly names: readonly string[];
  private count = 0;

  constructor(private readonly weights: ReadonlyMap<string, number>) {
    this.names = [...weights.keys()].sort();
  }

  readonly tell: Tell = (form, x, y, z) => {
    let node = this.forms.get(form) ?? this.begin(form);
    if (x !== undefined && !node.ends) {
      node = node.next?.get(x) ?? this.step(node, x, form, [x]);
      if (y !== undefined && !node.ends) {
        node = node.next?.get(y) ?? this.step(node, y, form, [x, y]);
        if (z !== undefined && !node.ends) node = node.next?.get(z) ?? this.step(node, z, form, [x, y, z]);
      }
    }
    this.sum += node.weight;
  };

  private begin(form: string): Node {
    const made = this.node(form, []);
    this.forms.set(form, made);
    return made;
  }

  private step(from: Node, by: Piece, form: string, pieces: readonly Piece[]): Node {
    if (this.count >= MOST_NODES) {
      this.forms.clear();
      this.count = 0;
    }
    const made = this.node(form, pieces);
    from.next ??= new Map();
    from.next.set(by, made);
    return made;
  }

  private node(form: string, pieces: readonly Piece[]): Node {
    this.count++;
    const texts = form.split("{}");
    if (texts.length <= pieces.length + 1) return { next: null, weight: this.weights.get(nameOf(form, ...pieces)) ?? 0, ends: true };
    const start = texts.slice(0, pieces.length + 1).reduce((all, text, k) => all + String(pieces[k - 1]) + text);
    return { next: null, weight: 0, ends: !this.begins(start) };
  }

  /** Whether a feature that weighs something begins so. */
  private begins(start: string): boolean {
    const { names } = this;
    let lo = 0;
    for (let hi = names.length; lo < hi; ) {
      const mid = (lo + hi) >> 1;
      if (names[mid] < start) lo = mid + 1;
      else hi = mid;
    }
    return lo < names.length && names[lo].startsWith(start);
  }
}
