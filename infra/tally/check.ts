import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { checkMeta } from "../../shared/domain/pabulib/checks/meta.ts";
import { checkParts } from "../../shared/domain/pabulib/checks/parts.ts";
import { checkProjects } from "../../shared/domain/pabulib/checks/projects.ts";
import { checkVotes } from "../../shared/domain/pabulib/checks/votes.ts";
import { type Finding, type FindingsOfKind, findingsList } from "../../shared/domain/pabulib/findings.ts";
import { type Repaired, textOfRepaired } from "../../shared/domain/pabulib/repair/document.ts";
import { type RepairedReading, readRepaired } from "../../shared/domain/pabulib/repair/read.ts";
import { writePb } from "../../shared/domain/pabulib/write.ts";
import type { Arguments } from "./arguments.ts";
import { checkOutcome } from "./outcome.ts";

/** What is printed of a checked file, with `--json` on one line. */
interface CheckReport {
  readonly file: string;
  readonly verdict: "clean" | "warned" | "repaired" | "refused";
  readonly counts: Readonly<Record<Finding["verdict"], number>>;
  /** The file as it was repaired, where that was asked for. */
  readonly written?: string;
  readonly findings: readonly Finding[];
}

/** So many findings of a kind are printed for people; what is left out is counted. */
const PRINTED = 20;

/** Checks one file, writes it repaired if asked to, and prints what was found; says whether it is refused, or counted but its winners withheld. */
export const checkFile = (name: string, options: Arguments): "sound" | "refused" | "withheld" => {
  const bytes = readFileSync(name);
  const reading = readRepaired(bytes, options.fix !== undefined);
  let isWithheld = false;
  if (reading.ok) {
    checkMeta(reading.repaired, reading.findings);
    checkProjects(reading.repaired, reading.findings);
    checkParts(reading.repaired, reading.findings);
    checkVotes(reading.repaired, reading.findings);
    isWithheld = checkOutcome(reading, options) === "withheld";
  }
  const kinds = reading.findings.all();
  const written = reading.ok && options.fix !== undefined ? fixed(name, options.fix, reading) : undefined;
  const refusal: Finding[] = reading.ok ? [] : [{ ...reading.fault, verdict: "refused", kind: "unreadable" }];
  const report = reportOf(name, kinds, refusal, written);
  console.log(options.json ? JSON.stringify(report) : tableOf(report, kinds, refusal));
  if (!reading.ok) return "refused";
  return isWithheld ? "withheld" : "sound";
};

const reportOf = (
  file: string,
  kinds: readonly FindingsOfKind[],
  refusal: readonly Finding[],
  written: string | undefined,
): CheckReport => {
  const counts = { repaired: 0, warned: 0, refused: refusal.length };
  for (const { first, count } of kinds) counts[first.verdict] += count;
  const verdict = (["refused", "repaired", "warned"] as const).find((one) => counts[one] > 0) ?? "clean";
  const findings = [...refusal, ...kinds.flatMap(({ places }) => places)].toSorted(
    (a, b) => a.line - b.line || a.column - b.column,
  );
  return { file, verdict, counts, ...(written !== undefined && { written }), findings };
};

const tableOf = (
  { file, verdict, counts, written }: CheckReport,
  kinds: readonly FindingsOfKind[],
  refusal: readonly Finding[],
): string => {
  const printed = [...refusal, ...kinds.flatMap(({ places }) => places.slice(0, PRINTED))].toSorted(
    (a, b) => a.line - b.line || a.column - b.column,
  );
  const left = kinds.filter(({ count }) => count > PRINTED);
  return [
    ...printed.map((one) => `${file}:${one.line}:${one.column}: ${one.verdict}: ${one.message}`),
    ...left.map(
      ({ first, count }) =>
        `${file}: ${first.verdict}: ${count - PRINTED} more like line ${first.line}: ${first.message}`,
    ),
    `${file}: ${verdict}${verdict === "clean" ? "" : ` (${sumOf(counts)})`}${written === undefined ? "" : `, written to ${written}`}`,
  ].join("\n");
};

const sumOf = (counts: CheckReport["counts"]): string =>
  (["refused", "repaired", "warned"] as const)
    .flatMap((verdict) => (counts[verdict] > 0 ? [`${counts[verdict]} ${verdict}`] : []))
    .join(", ");

type Read = Extract<RepairedReading, { ok: true }>;

/** Writes the file as it was repaired; one to which nothing had to be done, as it is. */
const fixed = (name: string, folder: string, { repaired, findings }: Read): string => {
  const path = join(folder, basename(name));
  if (resolve(folder) === resolve(dirname(name)))
    throw new Error(`--fix ${folder}: the file itself stands there`);
  mkdirSync(folder, { recursive: true });
  const isSound = findings
    .all()
    .every(({ first }) => first.verdict === "warned" && first.kind !== "comment-twice");
  writeFileSync(path, isSound ? readFileSync(name) : textOf(repaired));
  return path;
};

const textOf = (repaired: Repaired): string =>
  [...writePb(textOfRepaired(repaired, findingsList()))].join("");
