import type { Admission } from "../../shared/domain/pabulib/admit.ts";
import type { PbFile } from "../../shared/domain/pabulib/file.ts";
import { metaLimits } from "../../shared/domain/pabulib/meta-limits.ts";
import { META_FILLS, metaRule } from "../../shared/domain/pabulib/meta-rule.ts";
import { countingRule, type RuleSet } from "../../shared/domain/rule-set.ts";
import type { CountingRule } from "../../shared/domain/tally/rule.ts";
import { limitsOf } from "../../shared/domain/voting/ballot-form.ts";
import { RULE_SETS, ruleSetOf } from "../../shared/rulesets/index.ts";

/** By what a file is counted: the rule, and how its ballots are judged on the way in. */
export interface Counting {
  readonly name: string;
  readonly rule: CountingRule;
  readonly admission: Admission;
  readonly warnings: readonly string[];
}

/** The names that `--rule` knows: shipped rule sets, and the format's own rules. */
export const ruleNames = (): string[] => [...RULE_SETS.keys(), ...META_FILLS.keys()];

/** The rule of that name; without one the shipped rule set for the file's country, unit and date, else its META. */
export const countingOf = (file: PbFile, name: string | undefined): Counting => {
  const ruleSet = name === undefined ? ruleSetFor(file) : RULE_SETS.get(name);
  return ruleSet ? byRuleSet(file, ruleSet) : byMeta(file, name);
};

const ruleSetFor = ({ meta }: PbFile): RuleSet | undefined =>
  ruleSetOf({
    country: meta.get("country") ?? "",
    city: meta.get("unit") ?? "",
    year: Number(/\d{4}/.exec(meta.get("date_begin") ?? "")?.[0] ?? Number.NaN),
  });

const byRuleSet = ({ meta, voteType }: PbFile, ruleSet: RuleSet): Counting => {
  const kind = meta.has("district") || meta.has("subunit") ? "district" : "citywide";
  const rule = countingRule(ruleSet, kind);
  const warnings: string[] = [];
  const stated = meta.get("min_project_score_threshold");
  const minimum = rule.threshold?.minimum ?? 0;
  if (stated !== undefined && Number(stated) !== minimum) {
    warnings.push(`META states a minimum of ${stated} points, ${ruleSet.name} has ${minimum} (${kind})`);
  }
  if (voteType !== "cumulative") {
    warnings.push(`${ruleSet.name} counts points, and the ballots of the file are "${voteType}"`);
  }
  const { repeatedProject } = ruleSet.ballot;
  return {
    name: ruleSet.name,
    rule,
    admission: { limits: limitsOf(ruleSet.ballot), repeatedProject },
    warnings,
  };
};

const byMeta = (file: PbFile, named: string | undefined): Counting => {
  const { name, rule, known } = metaRule(file, named);
  const warnings: string[] = [];
  if (!known) {
    const stated = file.meta.get("rule") ?? "";
    warnings.push(
      `META names the rule "${stated}", which is not known here: this is the outcome of plain ${name}`,
    );
  }
  if (file.meta.has("max_sum_cost"))
    warnings.push("META limits the cost of a ballot; that limit was not checked");
  return { name, rule, admission: { limits: metaLimits(file), repeatedProject: "count-once" }, warnings };
};
