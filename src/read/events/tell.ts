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
  readonly next: Map<Piece | undefined, Node>;
  weight: number;
}

/**
 * Sums weights of features as they are told. A feature's weight is found by its form and values, step by step: its name is made the
 * first time only.
 */
export class Summed {
  sum = 0;
  private readonly forms = new Map<string, Node>();

  constructor(private readonly weights: ReadonlyMap<string, number>) {}

  readonly tell: Tell = (form, x, y, z) => {
    let node = this.forms.get(form);
    if (!node) {
      node = this.node(nameOf(form, x));
      if (x !== undefined) node.weight = 0;
      this.forms.set(form, node);
    }
    if (x !== undefined) node = this.step(node, x, form, x, undefined, undefined);
    if (y !== undefined) node = this.step(node, y, form, x, y, undefined);
    if (z !== undefined) node = this.step(node, z, form, x, y, z);
    this.sum += node.weight;
  };

  private step(from: Node, by: Piece, form: string, x?: Piece, y?: Piece, z?: Piece): Node {
    const known = from.next.get(by);
    if (known) return known;
    const made = this.node(nameOf(form, x, y, z));
    from.next.set(by, made);
    return made;
  }

  private node(name: string): Node {
    return { next: new Map(), weight: this.weights.get(name) ?? 0 };
  }
}
