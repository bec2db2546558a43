import type { VoteType } from "./file.ts";

/** What a field may hold. */
export type FieldKind = "text" | "count" | "number" | "money" | "list" | "date" | "choice" | "coordinate";

interface Field {
  readonly kind: FieldKind;
  /** Every file has it. */
  readonly needed?: true;
  /** It may stand empty. */
  readonly mayBeEmpty?: true;
  readonly choices?: readonly string[];
}

type Fields = Readonly<Record<string, Field>>;

/** By name alone: whatever a file calls a field, `__proto__` too, is there or not. */
const byName = <T extends object>(named: T): T => Object.assign(Object.create(null), named);

/** The fields that the format knows, in its order: `pabulib.org/format`, as its own checker has them. */
export const META_FIELDS: Fields = byName({
  description: { kind: "text", needed: true },
  country: { kind: "text", needed: true },
  unit: { kind: "text", needed: true },
  district: { kind: "text" },
  subunit: { kind: "text" },
  instance: { kind: "text", needed: true },
  num_projects: { kind: "count", needed: true },
  num_votes: { kind: "count", needed: true },
  budget: { kind: "money", needed: true },
  vote_type: { kind: "choice", needed: true },
  rule: { kind: "choice", needed: true },
  date_begin: { kind: "date", needed: true },
  date_end: { kind: "date", needed: true },
  min_length: { kind: "count" },
  max_length: { kind: "count" },
  min_sum_cost: { kind: "money" },
  max_sum_cost: { kind: "money" },
  min_points: { kind: "number" },
  max_points: { kind: "number" },
  min_sum_points: { kind: "number" },
  max_sum_points: { kind: "number" },
  default_score: { kind: "number" },
  min_project_cost: { kind: "money" },
  max_project_cost: { kind: "money" },
  min_project_score_threshold: { kind: "number" },
  neighborhoods: { kind: "list" },
  subdistricts: { kind: "list" },
  categories: { kind: "list" },
  edition: { kind: "text" },
  language: { kind: "text" },
  currency: { kind: "text" },
  fully_funded: { kind: "choice", choices: ["1"] },
  experimental: { kind: "choice", choices: ["1"] },
  comment: { kind: "text" },
  acknowledgments: { kind: "text" },
  leftover_budget: { kind: "text" },
  budget_per_category: { kind: "list" },
  budget_per_neighborhood: { kind: "list" },
  min_length_per_category: { kind: "list" },
  max_length_per_category: { kind: "list" },
  min_sum_cost_per_category: { kind: "list" },
  max_sum_cost_per_category: { kind: "list" },
});

export const PROJECT_FIELDS: Fields = byName({
  project_id: { kind: "text", needed: true },
  cost: { kind: "money", needed: true },
  votes: { kind: "number" },
  score: { kind: "number" },
  name: { kind: "text" },
  category: { kind: "list", mayBeEmpty: true },
  beneficiaries: { kind: "list", mayBeEmpty: true },
  selected: { kind: "choice", choices: ["0", "1", "2", "3"] },
  neighborhood: { kind: "text", mayBeEmpty: true },
  subunit: { kind: "text", mayBeEmpty: true },
  district: { kind: "text", mayBeEmpty: true },
  description: { kind: "text", mayBeEmpty: true },
  proposer: { kind: "text", mayBeEmpty: true },
  public_id: { kind: "text", mayBeEmpty: true },
  latitude: { kind: "coordinate", mayBeEmpty: true },
  longitude: { kind: "coordinate", mayBeEmpty: true },
});

export const VOTE_FIELDS: Fields = byName({
  voter_id: { kind: "text", needed: true },
  vote: { kind: "list", needed: true, mayBeEmpty: true },
  points: { kind: "list", mayBeEmpty: true },
  age: { kind: "text", mayBeEmpty: true },
  sex: { kind: "choice", choices: [..."MFO"], mayBeEmpty: true },
  voting_method: { kind: "choice", choices: ["internet", "paper"], mayBeEmpty: true },
  district: { kind: "text", mayBeEmpty: true },
  neighborhood: { kind: "text", mayBeEmpty: true },
  education: { kind: "text", mayBeEmpty: true },
  topic_preference_transport: { kind: "number", mayBeEmpty: true },
  topic_preference_culture: { kind: "number", mayBeEmpty: true },
  topic_preference_nature: { kind: "number", mayBeEmpty: true },
  district_preference: { kind: "text", mayBeEmpty: true },
  time_taken_seconds: { kind: "number", mayBeEmpty: true },
  format_easiness: { kind: "text", mayBeEmpty: true },
  format_expressiveness: { kind: "text", mayBeEmpty: true },
  format_rank: { kind: "text", mayBeEmpty: true },
});

/** Names that fields had before. */
export const RENAMED: Readonly<Record<string, string>> = byName({ target: "beneficiaries" });

/** The rules that the format names. */
export const RULES = [
  "greedy",
  "greedy-no-skip",
  "greedy-threshold",
  "greedy-exclusive",
  "greedy-custom",
  "equalshares",
  "equalshares-comparison",
  "equalshares/add1",
  "equalshares/add1-comparison",
  "unknown",
] as const;

/** Keys of META that say nothing where ballots are of this kind. */
export const MEANINGLESS: Partial<Record<VoteType, readonly string[]>> = {
  approval: ["min_points", "max_points", "min_sum_points", "max_sum_points", "default_score"],
  "choose-1": ["min_points", "max_points", "min_sum_points", "max_sum_points", "default_score"],
};
