import type { Admission } from "../../shared/domain/pabulib/admit.ts";
import type { Decisions } from "../../shared/domain/pabulib/election.ts";
import type { PbFile } from "../../shared/domain/pabulib/file.ts";
import { metaLimits } from "../../shared/domain/pabulib/meta-limits.ts";
import { metaThreshold } from "../../shared/domain/pabulib/meta-rule.ts";
import { countingRule, type RuleSet } from "../../shared/domain/rule-set.ts";
import type { CountingRule, Threshold } from "../../shared/domain/tally/rule.ts";
import { limitsOf } from "../../shared/domain/voting/ballot-form.ts";
import { CITY_RULES, type CityRules, CONTEST_DECISIONS } from "../../shared/rulesets/cities.ts";
import { RULE_SETS, ruleSetOf } from "../../shared/rulesets/index.ts";
import { NAMED_RULES, type NamedRule } from "../../shared/rulesets/named-rules.ts";

/** The terms by which a file is counted: the rule, how its ballots are judged on the way in, and what was decided beside them. */
interface Counting {
  readonly name: string;
  readonly rule: CountingRule;
  readonly admission: Admission;
  readonly decisions: Decisions;
  readonly warnings: readonly string[];
}

/** The names that `--rule` knows: shipped rule sets, rules of cities, and rules by name. */
export const ruleNames = (): string[] => [
  ...RULE_SETS.keys(),
  ...CITY_RULES.map(({ name }) => name),
  ...NAMED_RULES.keys(),
];

/** The rule of that name; without one that of the file's city and year, else the one that its META names. */
export const countingOf = (file: PbFile, name: string | undefined): Counting => {
  const vote = voteOf(file);
  const ruleSet = name === undefined ? ruleSetOf(vote) : RULE_SETS.get(name);
  if (ruleSet) return byRuleSet(file, ruleSet);
  const city = CITY_RULES.find((rules) => (name === undefined ? isOf(rules, vote) : rules.name === name));
  if (city) return byCity(file, city, name === undefined);
  const stated = file.meta.get("rule") ?? "";
  const named = name ?? stated;
  const rule = NAMED_RULES.get(named);
  if (rule) return byName(file, { name: named, rule, threshold: metaThreshold(file) });
  return byName(file, { name: "greedy", rule: GREEDY, threshold: metaThreshold(file) }, [
    `META names the rule "${stated}", which is not known here: this is the outcome of plain greedy`,
  ]);
};

const GREEDY = NAMED_RULES.get("greedy") as NamedRule;

type Vote = Parameters<typeof ruleSetOf>[0];

const voteOf = ({ meta }: PbFile): Vote => ({
  country: meta.get("country") ?? "",
  city: meta.get("unit") ?? "",
  year: Number(/\d{4}/.exec(meta.get("date_begin") ?? "")?.[0] ?? Number.NaN),
});

const isOf = ({ city, from, to }: CityRules, vote: Vote): boolean =>
  city.name === vote.city && city.country === vote.country && from <= vote.year && vote.year <= to;

/** META's word for any rule that has no word: of a city whose rule is known it says nothing. */
const VAGUE = "greedy-custom";

const byCity = (file: PbFile, { name, rule, threshold }: CityRules, isFound: boolean): Counting => {
  const stated = file.meta.get("rule") ?? "";
  const own = isFound ? NAMED_RULES.get(stated) : undefined;
  const counted = { name, rule, threshold: threshold === "stated" ? metaThreshold(file) : threshold };
  // A contest that says how it was counted knows better than what is known of its city.
  return own && stated !== VAGUE && own.fill.kind !== rule.fill.kind
    ? byName(file, { ...counted, name: stated, rule: own }, [
        `META names the rule "${stated}", and ${name} has another: the file's own was used`,
      ])
    : byName(file, counted);
};

const byName = (
  file: PbFile,
  {
    name,
    rule,
    threshold,
  }: { readonly name: string; readonly rule: NamedRule; readonly threshold: Threshold | null },
  warnings: readonly string[] = [],
): Counting => {
  const decisions = decisionsOn(file);
  const isExclusive = file.meta.get("rule") === "greedy-exclusive" && !decisions.groups;
  return {
    name,
    rule: { ...rule, threshold },
    admission: { limits: metaLimits(file), beyondLimits: "count", repeatedProject: "count-once" },
    decisions,
    warnings: isExclusive
      ? [
          ...warnings,
          "META says that projects exclude each other, and which ones is not known: none were excluded",
        ]
      : warnings,
  };
};

const decisionsOn = (file: PbFile): Counting["decisions"] => {
  const { city, year } = voteOf(file);
  const district = file.meta.get("district");
  return (
    CONTEST_DECISIONS.find(
      (decisions) => decisions.city === city && decisions.year === year && decisions.district === district,
    ) ?? {}
  );
};

const byRuleSet = (file: PbFile, ruleSet: RuleSet): Counting => {
  const { meta, voteType, budgetGrosze, projects } = file;
  const kind = meta.has("district") || meta.has("subunit") ? "district" : "citywide";
  const rule = countingRule(ruleSet, kind);
  const warnings: string[] = [];
  const stated = meta.get("min_project_score_threshold");
  const minimum = rule.threshold?.kind === "points" ? rule.threshold.minimum : 0;
  if (stated !== undefined && Number(stated) !== minimum) {
    warnings.push(`META states a minimum of ${stated} points, ${ruleSet.name} has ${minimum} (${kind})`);
  }
  if (voteType !== "cumulative") {
    warnings.push(`${ruleSet.name} counts points, and the ballots of the file are "${voteType}"`);
  }
  const form = ruleSet.ballot[kind];
  const limits = limitsOf(form, { amountGrosze: budgetGrosze, projects: projects.length });
  return {
    name: ruleSet.name,
    rule,
    admission: { limits, beyondLimits: "void", repeatedProject: form.repeatedProject },
    decisions: {},
    warnings,
  };
};
