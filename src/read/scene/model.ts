import { readFileSync } from "node:fs";
import { type Linear, unpackLinear } from "../linear.js";
import { BITS } from "./features.js";

const FILE = new URL("../../../models/scene.bin", import.meta.url);
let loaded: Linear | null = null;

/** What was learned of where chief events are. */
export function sceneModel(): Linear {
  loaded ??= unpackLinear(readFileSync(FILE), BITS)[0];
  return loaded;
}
