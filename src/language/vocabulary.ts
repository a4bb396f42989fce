/**
 * Strings and their small integer ids, shared by the whole process: a norm or a lemma is an index here, so that stages compare
 * integers. Ids depend on the order in which strings were first seen: they are never stored, printed or hashed.
 */
export class Vocabulary {
  private readonly ids = new Map<string, number>();
  private readonly strings: string[] = [];

  /** The id of a string, made if it has none yet. */
  id(s: string): number {
    const known = this.ids.get(s);
    if (known !== undefined) return known;
    const id = this.strings.length;
    this.strings.push(s);
    this.ids.set(s, id);
    return id;
  }

  /** The id of a string, or -1 where nobody has used it yet. */
  find(s: string): number {
    return this.ids.get(s) ?? -1;
  }

  of(id: number): string {
    return this.strings[id];
  }

  get size(): number {
    return this.strings.length;
  }
}

/** The one vocabulary of the process. */
export const vocabulary = new Vocabulary();
