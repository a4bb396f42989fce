import { z } from "zod";

/** `[start, end)` in UTF-16 code units of `report.text`. */
export const spanSchema = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .readonly()
  .describe("[start, end) in UTF-16 code units of report.text");
