import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Arguments, readArguments } from "../../infra/tally/arguments.ts";
import { reportOf } from "../../infra/tally/report.ts";
import { openCommand } from "../kit/commands.ts";
import { fileOf, SMALL } from "./pb-file.ts";

const folder = mkdtempSync(join(tmpdir(), "rynek-tally-"));
const saved = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const sound = saved("sound.pb", SMALL.replace("threshold;50", "threshold;1"));
const faulty = saved("faulty.pb", SMALL.replace("2;L13/02/IX;3;41;M", "2;L13/02/IX"));
const elsewhere = saved(
  "elsewhere.pb",
  SMALL.replace("unit;Katowice", "unit;Gliwice")
    .replace("threshold;50", "threshold;1")
    .replace("2;L13/02/IX;3;41;M", "2;L13/02/IX,L13/02/IX;2,1;41;M"),
);

const tally = openCommand("tally");
afterAll(() => tally.close());
const command = (...words: string[]) => tally.run(words);

describe("npm run tally", () => {
  test("prints one line of JSON for each file", async () => {
    const { code, out } = await command("--json", sound, "--rule", "greedy-threshold");
    expect(code).toBe(0);
    expect(out.split("\n")).toHaveLength(2);
    const report = JSON.parse(out);
    expect(Object.keys(report)).toEqual([
      "file",
      "rule",
      "tie",
      "selected",
      "costGrosze",
      "budgetGrosze",
      "projects",
      "warnings",
      "digest",
    ]);
    expect(report).toMatchObject({
      file: sound,
      rule: "greedy-threshold",
      tie: "file-order",
      selected: ["L13/01/IX", "L13/03/IX"],
      costGrosze: 61_000_00,
      budgetGrosze: 100_000_00,
    });
    expect(report.projects[1]).toEqual({
      id: "L13/02/IX",
      score: 4,
      votes: 2,
      costGrosze: 50_000_50,
      outcome: "did-not-fit",
      reason: "Did not fit: 40000 PLN was left, 10000.50 PLN too little. L13/03/IX fitted later.",
    });
    expect(report.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test("says how money is spread over categories, and gives the figures as JSON when asked", async () => {
    const named = SMALL.replace("project_id;cost;", "project_id;category;cost;")
      .replace("L13/01/IX;", "L13/01/IX;sport, greenery;")
      .replace("L13/02/IX;", "L13/02/IX;sport;")
      .replace("L13/03/IX;", "L13/03/IX;;")
      .replace("threshold;50", "threshold;1");
    const file = saved("categories.pb", named);
    const { out } = await command("--json", "--figures", file, "--rule", "greedy-threshold");
    const { figures, projects, costGrosze } = JSON.parse(out);
    const costs = Object.fromEntries(
      projects.map((one: { id: string; costGrosze: number }) => [one.id, one.costGrosze]),
    );
    expect(figures.categories).toEqual([
      { name: "greenery", projects: 1, funded: 1, costGrosze: costs["L13/01/IX"], votes: expect.any(Number) },
      { name: "sport", projects: 2, funded: 1, costGrosze: costs["L13/01/IX"], votes: expect.any(Number) },
    ]);
    expect(costGrosze).toBe(costs["L13/01/IX"] + costs["L13/03/IX"]);
    expect((await command(file, "--rule", "greedy-threshold")).out).toMatch(
      / {2}sport: .* for 1 of 2 projects/,
    );
  });

  test("counts projects by any id, and every rule that META may name", async () => {
    const odd = saved(
      "odd.pb",
      SMALL.replace("unit;Katowice", "unit;Gliwice")
        .replace("rule;greedy-threshold", "rule;equalshares-comparison")
        .replaceAll("L13/01/IX", "constructor")
        .replaceAll("L13/02/IX", "__proto__"),
    );
    const { code, out } = await command("--json", odd, sound);
    expect(code).toBe(0);
    const [first, second] = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ rule: "equalshares-comparison", warnings: [] });
    expect(first.projects.map(({ id }: { id: string }) => id)).toEqual([
      "constructor",
      "__proto__",
      "L13/03/IX",
    ]);
    expect(second.file).toBe(sound);
  });

  test("takes Katowice's rule set for a file of Katowice, and says where the file disagrees", async () => {
    const { out } = await command("--json", sound);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ rule: "katowice-ix", tie: "cheaper,file-order", selected: [] });
    expect(report.projects[0].reason).toBe("Below the minimum of 50 points, by 45.");
    expect(report.warnings).toEqual(["META states a minimum of 1 points, katowice-ix has 50 (district)"]);
  });

  test("refuses a faulty file with line and column, counts the others, and exits with 2", async () => {
    const { code, out, err } = await command("--json", faulty, "no-such-file.pb", sound);
    expect(code).toBe(2);
    expect(err).toContain(`${faulty}:26:1: the line has 2 fields where the header has 5\n`);
    expect(err).toContain("no-such-file.pb: ENOENT");
    expect(JSON.parse(out).file).toBe(sound);
  });

  test("shows the same ballots under another rule, beside the one that binds, which stays the same", async () => {
    const binding = JSON.parse((await command("--json", sound, "--rule", "greedy")).out);
    const words = ["--json", sound, "--rule", "greedy", "--what-if", "greedy-no-skip"];
    const { whatIf, ...rest } = JSON.parse((await command(...words)).out);
    expect(rest).toEqual(binding);
    const other = JSON.parse((await command("--json", sound, "--rule", "greedy-no-skip")).out);
    expect(whatIf).toMatchObject({ rule: "greedy-no-skip", binding: false, selected: other.selected });
    const { out } = await command(sound, "--what-if", "equalshares");
    expect(out).toContain("what if, binding nobody: by the rule equalshares");
    expect((await command(sound, "--what-if", "no-such-rule")).code).toBe(2);
  });

  test("warns of a ballot that names a project twice, and of a rule that it does not know", async () => {
    const unknown = saved(
      "unknown.pb",
      SMALL.replace("unit;Katowice", "unit;X").replace("rule;greedy-threshold", "rule;majority"),
    );
    const { code, out } = await command("--json", elsewhere, unknown);
    const [first, second] = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(first.warnings[0]).toBe("1 ballot names a project twice: counted once (line 26)");
    expect(first.warnings).toContain('the column "score" differs from the ballots for L13/02/IX');
    expect(second.rule).toBe("greedy");
    expect(second.warnings[0]).toBe(
      'META names the rule "majority", which is not known here: this is the outcome of plain greedy',
    );
  });

  test("settles ties as it is told", () => {
    const tied = SMALL.replace("unit;Katowice", "unit;X")
      .replace("threshold;50", "threshold;1")
      .replace("4;L13/01/IX;1;77;M\n", "");
    const report = (...words: string[]) =>
      reportOf("tied.pb", fileOf(tied), readArguments(["tied.pb", ...words]) as Arguments);
    expect(report().selected[0]).toBe("L13/01/IX");
    expect(report("--tie", "cheaper").selected[0]).toBe("L13/02/IX");
    const lot = report("--tie", "lot:24 September");
    expect(lot.tie).toBe("lot:24 September");
    expect(lot.projects.map(({ outcome }) => outcome).sort()).toEqual(["funded", "funded", "lost-lot"]);
  });

  test("prints a table for people", async () => {
    const { out } = await command(sound, "--rule", "greedy");
    expect(out).toContain("rule greedy, ties file-order: 2 of 3 projects funded, 61000 of 100000");
    expect(out).toMatch(/^1 {2}L13\/01\/IX +5 +3 +60000 {2}funded/m);
  });

  test("lists its rules", async () => {
    const { code, out } = await command("--rules");
    expect(code).toBe(0);
    expect(out.split("\n")).toEqual(expect.arrayContaining(["katowice-xii", "greedy-no-skip"]));
  });

  test("says what is wrong with a command line", async () => {
    const { code, out, err } = await command("--rule", "no-such-rule", sound);
    expect({ code, out, err }).toEqual({
      code: 2,
      out: "",
      err: 'no rule is called "no-such-rule"; --rules lists them\n',
    });
    expect(readArguments([])).toBe("no file is named");
    expect(readArguments(["--tie", "dice", sound])).toContain("--tie dice");
    expect(readArguments(["--tie", "lot:", sound])).toContain("--tie lot:");
    expect(readArguments(["--colour", sound])).toContain("--colour");
  });
});
