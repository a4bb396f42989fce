import { childWith, type Document } from "../../language/document.js";
import { R } from "../../language/tags.js";
import type { Filler } from "./roles.js";
import { wordsOf } from "./words.js";

const REFLEXIVE = wordsOf("reflexive");
const DOER: ReadonlySet<string> = new Set(["perpetrator", "authority"]);

/** "A policeman shot himself": who did it to nobody else is the one it was done to, and nobody's attacker. */
export function withoutSelf(doc: Document, t: number, fillers: readonly Filler[]): readonly Filler[] {
  const object = childWith(doc, t, R.obj);
  if (object < 0 || !REFLEXIVE.has(doc.norm[object]) || childWith(doc, object, R.conj) >= 0) return fillers;
  const others = fillers.filter((f) => f.token !== object);
  return others.map((f) => (DOER.has(f.role) ? { ...f, role: "victim" as const } : f));
}
