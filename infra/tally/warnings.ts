import type { BallotFault, FaultyBallot } from "../../shared/domain/pabulib/admit.ts";
import type { PbFile } from "../../shared/domain/pabulib/file.ts";
import { unreadNumbers } from "../../shared/domain/pabulib/meta-number.ts";
import { metaParts } from "../../shared/domain/pabulib/meta-parts.ts";
import type { Tally } from "../../shared/domain/tally/tally.ts";

const FAULTS: Record<BallotFault, string> = {
  "unknown-project": "names a project that is not listed",
  "points-mismatch": "has more or fewer points than projects",
  "points-not-whole": "has points that are not whole numbers",
  "repeated-project": "names a project twice",
  "too-few-projects": "names too few projects",
  "too-many-projects": "names too many projects",
  "over-cost": "names projects that cost too much together",
  "under-cost": "names projects that cost too little together",
  "too-few-points": "gives too few points",
  "too-many-points": "gives too many points",
  "too-few-points-for-one": "gives a project too few points",
  "too-many-points-for-one": "gives a project too many points",
};

const COUNTED: Partial<Record<BallotFault, string>> = { "repeated-project": "counted once" };

/** The sum of what is odd about a file's ballots, one sentence for each fault; voters are never named. */
export const ballotWarnings = (file: PbFile, faulty: readonly FaultyBallot[]): string[] =>
  [
    ...Map.groupBy(
      faulty,
      ({ fault, counted, part }) =>
        `${FAULTS[fault]}${part === undefined ? "" : ` of the ${part}`}: ${counted ? (COUNTED[fault] ?? "counted all the same") : "void"}`,
    ),
  ].map(([what, ballots]) => {
    const lines = ballots.slice(0, 5).map(({ row }) => file.votes.lines[row]);
    const more = ballots.length > lines.length ? ", …" : "";
    const count = ballots.length === 1 ? "1 ballot" : `${ballots.length} ballots, each`;
    return `${count} ${what} (line ${lines.join(", ")}${more})`;
  });

/** What META says of parts, and was not used. */
const unreadPart = (key: string, why: string): string => `META's ${key} was not used: ${why}`;

/** Where the file says of itself something else than the count. */
export const fileWarnings = (file: PbFile, tally: Tally): string[] => {
  const { meta, projects, votes } = file;
  const warnings = unreadNumbers(meta).map(
    ([key, text]) => `META states ${key} as "${text}", which is no number for it: it was not used`,
  );
  for (const { key, why } of metaParts(file).unread) warnings.push(unreadPart(key, why));
  const stated = (key: string, counted: number): void => {
    const text = meta.get(key);
    if (text !== undefined && text !== "" && Number(text) !== counted)
      warnings.push(`META says ${key} ${text}, the file has ${counted}`);
  };
  stated("num_projects", projects.length);
  stated("num_votes", votes.count);
  for (const column of ["votes", "score"] as const) {
    const listed = columnOf(file, column);
    const wrong = tally.lines.filter(
      (line) => listed.has(line.id) && Number(listed.get(line.id)) !== line[column],
    );
    if (wrong.length > 0)
      warnings.push(`the column "${column}" differs from the ballots for ${names(wrong)}`);
  }
  return [...warnings, ...winnerWarnings(file, tally)];
};

/** Marks other than 1 stand for projects funded outside the rule. */
const winnerWarnings = (file: PbFile, { lines }: Tally): string[] => {
  const marks = columnOf(file, "selected");
  if (marks.size === 0) return [];
  const differing = lines.filter(({ id, outcome }) => (marks.get(id) === "1") !== (outcome === "funded"));
  const [extra, missing] = [true, false].map((won) =>
    differing.filter(({ outcome }) => (outcome === "funded") === won),
  );
  const comment = commentBeside(file);
  return [
    ...(missing?.length
      ? [`the file marks as selected, the count does not fund: ${names(missing)}${comment}`]
      : []),
    ...(extra?.length
      ? [`the count funds, the file does not mark as selected: ${names(extra)}${comment}`]
      : []),
  ];
};

/** What the file says of itself: most of what differs is explained there. */
export const commentBeside = ({ meta }: PbFile): string => {
  const comment = meta.get("comment")?.trim() ?? "";
  return comment === "" ? "" : `; META's comment: "${comment}"`;
};

/** The part of the ballots, in percent, that may be void without a count being withheld. */
const VOID_PERCENT = 5;

/** Why no winners are named: more of the ballots are void than any city has seen; most likely the file or the rule is not what it should be. */
export const withheldReason = ({ votes }: PbFile, faulty: readonly FaultyBallot[]): string | null => {
  const void_ = faulty.filter(({ counted }) => !counted).length;
  if (100 * void_ <= VOID_PERCENT * votes.count) return null;
  return `${void_} of ${votes.count} ballots are void, more than ${VOID_PERCENT} %`;
};

/** The same as it is told. */
export const withheldText = (reason: string): string => `${reason}: no winners are named without --force`;

/** Said when nothing in the rule but a lot separates projects, no lot was given, and it mattered. */
export const lotWarnings = ({ ties }: Tally): string[] =>
  ties
    .filter(({ decided, settledBy }) => decided && settledBy.includes("file-order"))
    .map(
      ({ projects }) =>
        `a tie decides: ${projects.join(", ")} stand in the order of the file, the official list`,
    );

const columnOf = ({ projectColumns, projects }: PbFile, column: string): Map<string, string> => {
  const place = projectColumns.indexOf(column);
  return new Map(place < 0 ? [] : projects.map(({ id, fields }) => [id, fields[place] ?? ""]));
};

const names = (lines: readonly { readonly id: string }[]): string => lines.map(({ id }) => id).join(", ");
