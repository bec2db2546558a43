import { readFileSync } from "node:fs";
import { cityCalled } from "../../shared/cities/cities.ts";
import type { City } from "../../shared/domain/city.ts";
import type { PbFile } from "../../shared/domain/pabulib/file.ts";
import { isWithdrawnCost } from "../../shared/domain/pabulib/money.ts";
import { readPb } from "../../shared/domain/pabulib/read.ts";
import { textOf } from "../../shared/domain/pabulib/text.ts";
import { projectNumber, readProjectNumber } from "../../shared/domain/project/number-scheme.ts";
import type { RuleSet } from "../../shared/domain/rule-set.ts";
import { ruleSetOf } from "../../shared/rulesets/index.ts";

/** A past contest as its file tells it. */
export interface Contest {
  readonly name: string;
  readonly year: number;
  readonly city: City;
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

/** The pool of a contest, from the numbers of its projects. */
const poolOf = (file: PbFile, name: string, { city, ruleSet }: Pick<Contest, "city" | "ruleSet">): string => {
  const pools = new Set(file.projects.map(({ id }) => readProjectNumber(city.projectNumbers, id)?.pool));
  const [pool] = pools;
  if (pools.size === 1 && ruleSet.pools.some(({ id }) => id === pool)) return pool as string;
  const example = projectNumber(city.projectNumbers, {
    pool: ruleSet.pools[0]?.id ?? "",
    sequence: 8,
    edition: ruleSet.edition.numeral,
  });
  throw new Unplayable(`${name}: its projects do not have the numbers of one pool (as ${example})`);
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
  const { columns, kinds, offsets, projects, points } = file.votes;
  const voter = columns.indexOf("voter_id");
  const ballots = new Map<string, (readonly [string, number])[]>();
  let row = 0;
  for (const fields of textOf(bytes).votes) {
    const id = fields[voter] ?? "";
    if (ballots.has(id)) throw new Unplayable(`${name}: voter ${id} is there twice`);
    const choices: [string, number][] = [];
    const kind = kinds[row] ?? 0;
    for (let entry = offsets[kind] ?? 0; entry < (offsets[kind + 1] ?? 0); entry++) {
      choices.push([file.projects[projects[entry] ?? 0]?.id ?? "", points[entry] ?? 0]);
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
  const [country = "", unit = ""] = [file.meta.get("country"), file.meta.get("unit")];
  const year = Number(/\d{4}/.exec(file.meta.get("date_begin") ?? "")?.[0]);
  const ruleSet = ruleSetOf({ country, city: unit, year });
  const city = cityCalled(unit);
  if (!ruleSet || !city) throw new Unplayable(`${name}: no rule set ships for ${unit}, ${country}, ${year}`);
  return {
    name,
    year,
    city,
    ruleSet,
    pool: poolOf(file, name, { city, ruleSet }),
    budgetGrosze: file.budgetGrosze,
    projects: projectsOf(file),
    ballots: ballotsOf(bytes, file, name),
  };
};
