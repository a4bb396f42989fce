export { analyse } from "./analyse.js";
export { normalise } from "./normalise.js";
export { tokenise } from "./tokenise.js";
