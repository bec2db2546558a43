/** `node peak.ts count|split FILE` does that once and prints the most memory that the process ever had, in bytes. */
import { readFileSync } from "node:fs";
import { countAll, splitLines } from "./counting.ts";

const [what, file] = process.argv.slice(2);
const bytes = readFileSync(String(file));
if (what === "split") splitLines(bytes);
else countAll(bytes);
console.log(process.resourceUsage().maxRSS * 1024);
