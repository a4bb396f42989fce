export { analyse } from "./analyse.js";
export { tokenise } from "./tokenise.js";
