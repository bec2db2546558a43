import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Arguments } from "../../infra/tally/arguments.ts";
import { readArguments } from "../../infra/tally/arguments.ts";
import { reportOf } from "../../infra/tally/report.ts";
import { electionFrom } from "../../shared/domain/pabulib/election.ts";
import type { PbFile } from "../../shared/domain/pabulib/file.ts";
import { metaLimits } from "../../shared/domain/pabulib/meta-limits.ts";
import { readPb } from "../../shared/domain/pabulib/read.ts";
import { textOf } from "../../shared/domain/pabulib/text.ts";
import { writePb } from "../../shared/domain/pabulib/write.ts";
import { contendersOf } from "../../shared/domain/tally/contender.ts";
import { NAMED_RULES } from "../../shared/rulesets/named-rules.ts";

const folder = process.env.RYNEK_PB_DIR;
const names = folder ? readdirSync(folder).filter((name) => name.endsWith(".pb")) : [];
if (!folder) console.warn("real elections are skipped: RYNEK_PB_DIR names no folder of .pb files");

const bytesOf = (name: string): Uint8Array => readFileSync(join(folder ?? "", name));

const fileOf = (name: string): PbFile => {
  const reading = readPb([bytesOf(name)]);
  if (!reading.ok) throw new Error(`${name}:${reading.fault.line}: ${reading.fault.message}`);
  return reading.file;
};

const column = ({ projectColumns, projects }: PbFile, name: string): (string | undefined)[] =>
  projects.map(({ fields }) => fields[projectColumns.indexOf(name)]);

const options = (...words: string[]): Arguments => readArguments(["x.pb", ...words]) as Arguments;

/** Files of rules that this engine does not count yet are read and added up, but have no winners to compare. */
const counted = (file: PbFile): boolean =>
  NAMED_RULES.has(file.meta.get("rule") ?? "") && file.projectColumns.includes("selected");

describe.skipIf(names.length === 0).each(names)("%s", (name) => {
  test("adds up to the points and voters that it states, and to its official winners", () => {
    const file = fileOf(name);
    const { election, faulty } = electionFrom(file, {
      limits: metaLimits(file),
      beyondLimits: "void",
      repeatedProject: "void",
    });
    const contenders = contendersOf(election);
    expect(faulty).toEqual([]);
    expect(contenders.map(({ votes }) => `${votes}`)).toEqual(column(file, "votes"));
    if (file.projectColumns.includes("score")) {
      expect(contenders.map(({ score }) => `${score}`)).toEqual(column(file, "score"));
    }

    const report = reportOf(name, file, options());
    if (!counted(file)) return;
    const official = file.projects.filter((_, index) => column(file, "selected")[index] === "1");
    expect(report.selected.toSorted()).toEqual(official.map(({ id }) => id).sort());
    if (file.meta.get("unit") === "Katowice")
      expect(report).toMatchObject({ tie: "cheaper,file-order", warnings: [] });
  });

  test("is written as it was read", () => {
    const text = new TextDecoder().decode(bytesOf(name)).replaceAll("\r\n", "\n");
    expect([...writePb(textOf(bytesOf(name)))].join("") === text.replace(/\n*$/, "\n")).toBe(true);
  });
});

describe.skipIf(!names.includes("Poland_Katowice_2022_Koszutka.pb"))("Koszutka 2022", () => {
  const report = (...words: string[]) =>
    reportOf("Koszutka", fileOf("Poland_Katowice_2022_Koszutka.pb"), options(...words));

  test("shows that ties do not go to more voters", () => {
    expect(report("--tie", "voters").selected).toContain("L12/14/IX");
    expect(report("--tie", "voters").warnings.join()).toContain("L12/11/IX");
    expect(report("--tie", "file-order").selected).toEqual(report("--tie", "cheaper").selected);
  });
});
