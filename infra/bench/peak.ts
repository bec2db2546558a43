/** `node peak.ts count|split FILE` does that once and prints the most memory that the process ever had, in bytes. */
import { readFileSync } from "node:fs";
import { chunksOf } from "../tally/chunks.ts";
import { countAll, splitLines } from "./counting.ts";
import { peakBytes } from "./needs.ts";

const [what, name] = process.argv.slice(2);
const file = String(name);
if (what === "split") splitLines(readFileSync(file));
else countAll(chunksOf(file));
console.log(peakBytes());
