/** Intake: files, pages and lines as they come in, decoded and told apart. Looks at no sentence: that is for clean and read. */
export { bytesOf, expand, STDIN } from "./files.js";
export { languageOf } from "./language.js";
export { type Line, linesOf, linesOfFile } from "./lines.js";
export { type Format, formatOf, sourceOfBytes, sourceOfLine } from "./sources.js";
