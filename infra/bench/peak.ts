/** `node peak.ts count|split FILE` does that once and prints the most memory that the process ever had, in bytes. */
import { readFileSync } from "node:fs";
import { chunksOf } from "../tally/chunks.ts";
import { countAll, splitLines } from "./counting.ts";

const [what, name] = process.argv.slice(2);
const file = String(name);
if (what === "split") splitLines(readFileSync(file));
else countAll(chunksOf(file));
// Linux's own mark of this process: what getrusage says begins with the size of the one that started it.
const mark = process.platform === "linux" ? readFileSync("/proc/self/status", "utf8") : "";
console.log(1024 * Number(/VmHWM:\s+(\d+)/.exec(mark)?.[1] ?? process.resourceUsage().maxRSS));
