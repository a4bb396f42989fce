import { KM } from "./distance.js";
import type { Group } from "./evidence.js";

/** Beliefs weaker than this put nothing anywhere. */
const LEAST = 0.02;

/** Kilometres over which two names' places vouch for each other less by a factor of e. */
const MUTUAL_KM = 60;

/** How well a candidate goes with what the other names of its report are believed to be. */
export interface Company {
  readonly near: number;
  /** Kilometres to the nearest small place that another name is held for. */
  readonly nearest: number;
  readonly mutual: number;
  /** Belief in places of the candidate's division and country, and how often the other names are said. */
  readonly division: number;
  readonly country: number;
  readonly total: number;
}

/**
 * All candidates of all names as columns, with what is believed of each: what a candidate's company is is asked for every candidate in
 * every round. Not what it is by itself.
 */
export class Spread {
  /** Candidates of name g are those from `starts[g]` to `starts[g + 1]`. */
  private readonly starts: Int32Array;
  private readonly mentions: Float64Array;
  private readonly breadth: Float64Array;
  private readonly entry: Int32Array;
  private readonly lat: Float64Array;
  private readonly lon: Float64Array;
  /** Whether it lies somewhere (no country, no area), in one spot (no region either). */
  private readonly lies: Uint8Array;
  private readonly small: Uint8Array;
  private readonly division: Int32Array;
  private readonly country: Int32Array;
  private readonly belief: Float64Array;
  private readonly weight: Float64Array;
  private readonly root: Float64Array;
  private readonly byDivision: Float64Array;
  private readonly byCountry: Float64Array;
  private readonly points: Int32Array;
  private pointCount = 0;
  private total = 0;
  private own = -1;
  private readonly company = { near: 0, nearest: 0, mutual: 0, division: 0, country: 0, total: 0 };

  constructor(groups: readonly Group[]) {
    const n = groups.reduce((sum, g) => sum + g.candidates.length, 0);
    this.starts = new Int32Array(groups.length + 1);
    this.mentions = Float64Array.from(groups, (g) => Math.min(3, g.spots.length));
    this.breadth = Float64Array.from(groups, (g) => Math.log2(1 + g.candidates.length));
    [this.entry, this.division, this.country, this.points] = [new Int32Array(n), new Int32Array(n), new Int32Array(n), new Int32Array(n)];
    [this.lat, this.lon, this.belief] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
    [this.weight, this.root] = [new Float64Array(n), new Float64Array(n)];
    [this.lies, this.small] = [new Uint8Array(n), new Uint8Array(n)];
    const divisions = new Map<string, number>();
    const countries = new Map<string, number>();
    let at = 0;
    groups.forEach((g, k) => {
      for (const { entry } of g.candidates) {
        this.entry[at] = entry.index;
        this.lat[at] = entry.lat;
        this.lon[at] = entry.lon;
        this.lies[at] = entry.kind !== "country" && entry.kind !== "area" ? 1 : 0;
        this.small[at] = this.lies[at] === 1 && entry.kind !== "region" ? 1 : 0;
        this.division[at] = entry.division && entry.kind !== "country" ? numberOf(divisions, entry.division.code) : -1;
        this.country[at] = entry.country ? numberOf(countries, entry.country) : -1;
        at++;
      }
      this.starts[k + 1] = at;
    });
    this.byDivision = new Float64Array(divisions.size);
    this.byCountry = new Float64Array(countries.size);
  }

  believe(beliefs: readonly Float64Array[]): void {
    const { starts, belief, weight, root, mentions } = this;
    for (let g = 0; g < beliefs.length; g++) {
      for (let i = starts[g]; i < starts[g + 1]; i++) {
        belief[i] = beliefs[g][i - starts[g]];
        weight[i] = belief[i] * mentions[g];
        root[i] = Math.sqrt(belief[i]);
      }
    }
    this.own = -1;
  }

  beliefIn(group: number, candidate: number): number {
    return this.belief[this.starts[group] + candidate];
  }

  /** The company of a candidate of a name; the same object each time. */
  companyOf(group: number, candidate: number): Company {
    if (this.own !== group) this.gather(group);
    const at = this.starts[group] + candidate;
    const { company, division, country } = this;
    this.tellNear(at);
    company.mutual = this.small[at] === 1 ? this.mutual(at, group) : 0;
    company.division = division[at] < 0 ? 0 : this.byDivision[division[at]];
    company.country = country[at] < 0 ? 0 : this.byCountry[country[at]];
    company.total = this.total;
    return company;
  }

  /** Adds up what the names other than one are believed to be. */
  private gather(own: number): void {
    const { starts, weight, division, country, byDivision, byCountry } = this;
    byDivision.fill(0);
    byCountry.fill(0);
    this.own = own;
    this.pointCount = 0;
    this.total = 0;
    for (let g = 0; g + 1 < starts.length; g++) {
      if (g === own) continue;
      this.total += this.mentions[g];
      for (let i = starts[g]; i < starts[g + 1]; i++) {
        if (weight[i] < LEAST) continue;
        if (this.lies[i] === 1) this.points[this.pointCount++] = i;
        if (division[i] >= 0) byDivision[division[i]] += weight[i];
        if (country[i] >= 0) byCountry[country[i]] += weight[i];
      }
    }
  }

  private tellNear(at: number): void {
    const { points, entry, weight, lat, lon, small } = this;
    let near = 0;
    let nearest = Number.POSITIVE_INFINITY;
    for (let k = 0; k < this.pointCount; k++) {
      const p = points[k];
      if (entry[p] === entry[at]) continue;
      const dLat = lat[p] - lat[at];
      let dLon = Math.abs(lon[p] - lon[at]);
      if (dLon > 180) dLon = 360 - dLon;
      const x = dLon * Math.cos(((lat[p] + lat[at]) / 2) * (Math.PI / 180));
      const km = KM * Math.sqrt(dLat * dLat + x * x);
      near += weight[p] * Math.exp(-km / 80);
      if (small[p] === 1 && weight[p] > 0.4 && km < nearest) nearest = km;
    }
    this.company.near = near;
    this.company.nearest = nearest;
  }

  /**
   * How near a candidate is to the nearest candidate of each other name, likely or not: two names that both have a place in one corner
   * of the world vouch for each other. Names that stand everywhere count little.
   */
  private mutual(at: number, own: number): number {
    const { starts, entry, lat, lon, small, root, breadth } = this;
    let sum = 0;
    for (let g = 0; g + 1 < starts.length; g++) {
      if (g === own || starts[g] === starts[g + 1]) continue;
      let top = 0;
      let reach = Number.POSITIVE_INFINITY;
      for (let i = starts[g]; i < starts[g + 1]; i++) {
        // however near, it counts no more than its root
        if (root[i] <= top || small[i] === 0 || entry[i] === entry[at]) continue;
        const dLat = lat[i] - lat[at];
        if (dLat > reach || dLat < -reach) continue;
        let dLon = Math.abs(lon[i] - lon[at]);
        if (dLon > 180) dLon = 360 - dLon;
        const x = dLon * Math.cos(((lat[i] + lat[at]) / 2) * (Math.PI / 180));
        const square = dLat * dLat + x * x;
        if (square > reach * reach) continue;
        const value = Math.exp(-(KM * Math.sqrt(square)) / MUTUAL_KM) * root[i];
        if (value <= top) continue;
        top = value;
        // a root is one at most: what lies farther away than so many degrees counts less, with room for rounding
        reach = (MUTUAL_KM / KM) * (1e-6 - Math.log(top));
      }
      sum += top / breadth[g];
    }
    return sum / (1 + sum);
  }
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}
