import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { type Row, withTable } from "../infra/bench/table.ts";

const BENCH = join(import.meta.dirname, "../infra/bench.ts");

test("the bench prints each figure of a count beside its reference, and the machine", {
  timeout: 120_000,
}, async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [BENCH, "--quick", "--only=pb", "--sizes=300,900"],
    { env: { ...process.env, RYNEK_PB_DIR: "" } },
  );
  const rows = stdout.split("\n").filter((line) => line.startsWith("|"));
  const figures = rows.slice(2).filter((line) => !line.startsWith("| **"));
  expect(rows.every((line) => line.split("|").length === 7)).toBe(true);
  expect(figures).toHaveLength(11);
  for (const line of figures)
    expect(line).toMatch(/\| [\d. ]+ (ms|MB) \| .+ \| [\d. ]+ (ms|MB) \| \d+\.\d\d × \|$/);
  expect(stdout).toContain(`Node ${process.versions.node}`);
});

test("the table stands between its marks; a section that is measured again takes the place of what it said, and the others stay", () => {
  const readme = "before\n<!-- bench:start -->\n<!-- bench:end -->\nafter\n";
  const row = (what: string, ratio: string): Row => ({
    what,
    median: "1 ms",
    reference: "bare",
    referenceMedian: "1 ms",
    ratio,
  });
  const cold = (ratio: string) => ({ title: `Cold start: in ${ratio}`, rows: [row("site", ratio)] });
  const votes = { title: "Votes", rows: [row("one | two", "3.00 ×"), row("three", "4.00 ×")] };
  const once = withTable(readme, [cold("2.00 ×"), votes]) ?? "";
  expect(once.startsWith("before\n<!-- bench:start -->\n\n| What | ")).toBe(true);
  expect(once.endsWith("\n<!-- bench:end -->\nafter\n")).toBe(true);
  expect(withTable(once, [votes])).toBe(once);
  const again = withTable(once, [cold("1.00 ×")]) ?? "";
  expect(again).toBe(once.replaceAll("2.00 ×", "1.00 ×"));
  expect(again).toContain("one \\| two");
  expect(withTable("no marks", [votes])).toBeNull();
});
