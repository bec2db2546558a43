import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { withTable } from "../infra/bench/table.ts";

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

test("the table stands between its marks, and again when it is written again", () => {
  const readme = "before\n<!-- bench:start -->\n<!-- bench:end -->\nafter\n";
  const once = withTable(readme, "| figures |\n") ?? "";
  expect(once).toBe("before\n<!-- bench:start -->\n\n| figures |\n\n<!-- bench:end -->\nafter\n");
  expect(withTable(once, "| figures |\n")).toBe(once);
  expect(withTable("no marks", "| figures |\n")).toBeNull();
});
