import type { Precision } from "../src/model/vocabulary.js";

/** A place on its way into the packed file. */
export interface RawPlace {
  readonly geonames: number;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  /** Code of the first-order division, "US.TX"; where the division is unknown, of the country alone: "US.". */
  readonly division: string;
  readonly kind: Precision;
  readonly population: number;
  readonly minor: boolean;
  readonly seat?: "country" | "division";
  readonly alternates: readonly string[];
}

export interface RawDivision {
  readonly code: string;
  readonly name: string;
  readonly geonames: number;
}
