import { readFileSync } from "node:fs";
import type { PbFile } from "../../shared/domain/pabulib/file.ts";
import { isWithdrawnCost } from "../../shared/domain/pabulib/money.ts";
import { readPb } from "../../shared/domain/pabulib/read.ts";
import { textOf } from "../../shared/domain/pabulib/text.ts";
import type { RuleSet } from "../../shared/domain/rule-set.ts";
import { ruleSetOf } from "../../shared/rulesets/index.ts";

/** A past contest as its file tells it. */
export interface Contest {
  readonly name: string;
  readonly year: number;
  readonly ruleSet: RuleSet;
  readonly pool: string;
  readonly budgetGrosze: number;
  readonly projects: readonly PastProject[];
  /** Choices by the file's voter id: project numbers with points. */
  readonly ballots: ReadonlyMap<string, readonly (readonly [number: string, points: number])[]>;
}

export interface PastProject {
  readonly number: string;
  readonly title: string;
  readonly costGrosze: number;
  /** The official outcome: funded under the rule. Null when the file does not say. */
  readonly isSelected: boolean | null;
  readonly isWithdrawn: boolean;
}

/** Why a file cannot be played, in words for whoever named it. */
export class Unplayable extends Error {}

/** The pool of a contest, from the numbers of its projects: `L13/08/VII` is district 13, `M/66/VII` citywide. */
const poolOf = (file: PbFile, name: string): string => {
  const pools = new Set(file.projects.map(({ id }) => id.split("/", 1)[0] ?? ""));
  const [pool] = pools;
  if (pool === undefined || pools.size !== 1 || !/^(M|L\d+)$/.test(pool)) {
    throw new Unplayable(`${name}: its projects do not have the numbers of one pool (L13/08/XII, M/21/XII)`);
  }
  return pool;
};

const projectsOf = (file: PbFile): PastProject[] => {
  const column = (name: string): number => file.projectColumns.indexOf(name);
  const [title, selected] = [column("name"), column("selected")];
  return file.projects.map(({ id, costGrosze, fields }) => ({
    number: id,
    title: fields[title] || id,
    costGrosze,
    isSelected: selected < 0 ? null : fields[selected] === "1",
    isWithdrawn: isWithdrawnCost(costGrosze),
  }));
};

const ballotsOf = (bytes: Uint8Array, file: PbFile, name: string): Contest["ballots"] => {
  const voter = file.votes.columns.indexOf("voter_id");
  const ballots = new Map<string, (readonly [string, number])[]>();
  let row = 0;
  for (const fields of textOf(bytes).votes) {
    const id = fields[voter] ?? "";
    if (ballots.has(id)) throw new Unplayable(`${name}: voter ${id} is there twice`);
    const choices: [string, number][] = [];
    for (let entry = file.votes.offsets[row] ?? 0; entry < (file.votes.offsets[row + 1] ?? 0); entry++) {
      choices.push([file.projects[file.votes.projects[entry] ?? 0]?.id ?? "", file.votes.points[entry] ?? 0]);
    }
    ballots.set(id, choices);
    row += 1;
  }
  return ballots;
};

export const readContest = (name: string): Contest => {
  const bytes = readFileSync(name);
  const reading = readPb([bytes]);
  if (!reading.ok) {
    const { line, column, message } = reading.fault;
    throw new Unplayable(`${name}:${line}:${column}: ${message}`);
  }
  const { file } = reading;
  const [country = "", city = ""] = [file.meta.get("country"), file.meta.get("unit")];
  const year = Number(/\d{4}/.exec(file.meta.get("date_begin") ?? "")?.[0]);
  const ruleSet = ruleSetOf({ country, city, year });
  if (!ruleSet) throw new Unplayable(`${name}: no rule set ships for ${city}, ${country}, ${year}`);
  return {
    name,
    year,
    ruleSet,
    pool: poolOf(file, name),
    budgetGrosze: file.budgetGrosze,
    projects: projectsOf(file),
    ballots: ballotsOf(bytes, file, name),
  };
};
