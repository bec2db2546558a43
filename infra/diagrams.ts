import { readFileSync, writeFileSync } from "node:fs";
import { DRAWINGS, redrawn } from "./diagrams/drawings.ts";

/** `npm run diagrams`: prints every diagram anew into its page. */
for (const drawing of DRAWINGS)
  writeFileSync(drawing.page, redrawn(readFileSync(drawing.page, "utf8"), drawing));
