import { zlotyText } from "../money.ts";
import type { Election, ExclusionGroup } from "../tally/election.ts";
import type { CountingRule } from "../tally/rule.ts";
import type { Tally } from "../tally/tally.ts";
import type { BallotForm } from "../voting/ballot-form.ts";
import { ballotRows } from "./ballot-rows.ts";
import { ballotMeta, VOTE_TYPE, voteColumnsOf } from "./meta-ballot.ts";
import { WITHDRAWN_COST } from "./money.ts";
import type { PbText } from "./text.ts";

/** What a city publishes of one pool, beside the count itself. Dates as `DD.MM.YYYY`, the format's own. */
interface Publication {
  readonly description: string;
  readonly country: string;
  readonly unit: string;
  /** The name of the district or area; null for a citywide pool. */
  readonly district: string | null;
  readonly voteYear: number;
  readonly edition: number | undefined;
  readonly dateBegin: string;
  readonly dateEnd: string;
  readonly ballot: BallotForm;
  readonly election: Election;
  readonly tally: Tally;
  /** The public number and the title of a project, by its id. */
  readonly projects: ReadonlyMap<string, { readonly number: string; readonly title: string }>;
}

/**
 * A published count as a `.pb` file that Pabulib's checker accepts. Projects stand in the order of turns, so that the
 * file's order repeats what lots decided. Ballots stand sorted and numbered afresh: their order tells nothing of casting.
 */
export const publishedText = (publication: Publication): PbText => {
  const { election, tally, projects } = publication;
  const absent = new Set(election.projects.filter(({ excluded }) => excluded).map(({ id }) => id));
  const columns = voteColumnsOf(publication.ballot);
  const numbers = election.projects.map(({ id }) => projects.get(id)?.number ?? id);
  return {
    meta: metaOf(publication),
    projectColumns: ["project_id", "cost", "votes", "score", "name", "selected"],
    projects: tally.lines.map(({ id, costGrosze, votes, score, outcome }) => {
      const { number = id, title = "" } = projects.get(id) ?? {};
      const cost = absent.has(id) ? WITHDRAWN_COST : zlotyText(costGrosze);
      return [number, cost, `${votes}`, `${score}`, oneLine(title), outcome === "funded" ? "1" : "0"];
    }),
    voteColumns: columns,
    votes: ballotRows(election.ballots, numbers, columns.length),
  };
};

const metaOf = (publication: Publication): [string, string][] => {
  const { district, ballot, election, tally } = publication;
  const { threshold } = tally.rule;
  // The format knows one kind of minimum: points, reached by exactly so many.
  const minimum = threshold?.kind === "points" ? threshold.minimum + (threshold.inclusive ? 0 : 1) : 0;
  return [
    ["description", oneLine(publication.description)],
    ["country", publication.country],
    ["unit", publication.unit],
    ...pairs(district === null ? {} : { district, subunit: district }),
    ["instance", `${publication.voteYear}`],
    ["num_projects", `${election.projects.length}`],
    ["num_votes", `${tally.ballots}`],
    ["budget", zlotyText(election.budgetGrosze)],
    ["vote_type", VOTE_TYPE[ballot.kind]],
    ["rule", metaRuleName(tally.rule, election)],
    ["date_begin", publication.dateBegin],
    ["date_end", publication.dateEnd],
    ...ballotMeta(ballot, { amountGrosze: election.budgetGrosze, projects: election.projects.length }),
    ...pairs(minimum ? { min_project_score_threshold: `${minimum}` } : {}),
    ...pairs(publication.edition === undefined ? {} : { edition: `${publication.edition}` }),
    ["language", "pl"],
    ["currency", "PLN"],
    ...pairs(commentOf(publication)),
  ];
};

const pairs = (values: Record<string, string>): [string, string][] => Object.entries(values);

/** The name under which the format knows the rule; of one that it has no word for, `greedy-custom` or `unknown`. */
const metaRuleName = ({ order, fill, threshold }: CountingRule, { groups }: Election): string => {
  const isPlain = order === "points" || order === "votes";
  switch (fill.kind) {
    case "skip":
      if (!isPlain) return "greedy-custom";
      return groups ? "greedy-exclusive" : threshold ? "greedy-threshold" : "greedy";
    case "stop":
      return isPlain ? "greedy-no-skip" : "greedy-custom";
    case "stop-with-top-up":
      return "greedy-custom";
    case "equal-shares": {
      const { utility, completion, comparison } = fill;
      const isKnown =
        utility === "cost" &&
        (completion.kind === "none" || (completion.kind === "add1" && !completion.thenGreedy));
      if (!isKnown || comparison === "exclusion") return "unknown";
      return `equalshares${completion.kind === "add1" ? "/add1" : ""}${comparison ? "-comparison" : ""}`;
    }
    case "phragmen":
      return "unknown";
  }
};

/** The format has no column for an absent project's cost and reason, nor for groups of exclusion. */
const commentOf = ({ election, projects: named }: Publication): Record<string, string> => {
  const { projects, groups = [] } = election;
  const numberOf = (id: string): string => named.get(id)?.number ?? id;
  const absent = projects.flatMap(({ id, costGrosze, excluded }) =>
    excluded
      ? [`${numberOf(id)}, at ${zlotyText(costGrosze)} PLN, was ${excluded.why}: ${excluded.reason}`]
      : [],
  );
  const lines = [...absent, ...groups.map((group) => groupText(group, numberOf))];
  if (lines.length === 0) return {};
  return { comment: lines.map((text, index) => `#${index + 1}: ${oneLine(text)}`).join(" ") };
};

const groupText = ({ projects, rule, reason }: ExclusionGroup, numberOf: (id: string) => string): string =>
  `${projects.map(numberOf).join(", ")}: ${rule === "best-wins" ? "only the first in order takes part" : `at most ${rule.atMost} funded`}: ${reason}`;

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
