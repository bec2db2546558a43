import { readFileSync } from "node:fs";

/** What a step of a count needs. */
export interface Needs {
  readonly seconds: number;
  readonly bytes: number;
}

/** The most memory that this process ever had. On Linux its own mark: what getrusage says begins with the size of the process that started it. */
export const peakBytes = (): number => {
  const mark = process.platform === "linux" ? readFileSync("/proc/self/status", "utf8") : "";
  return 1024 * Number(/VmHWM:\s+(\d+)/.exec(mark)?.[1] ?? process.resourceUsage().maxRSS);
};
