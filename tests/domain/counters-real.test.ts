import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { agree } from "../../functions/count/agree.ts";
import { group, parse, ruleOf } from "../../infra/bench/counting.ts";
import { plainOf } from "../../infra/bench/rules.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import { recount } from "../../shared/recount/recount.ts";
import { NAMED_RULES } from "../../shared/rulesets/named-rules.ts";

const folder = process.env.RYNEK_PB_DIR;
const names = folder ? readdirSync(folder).filter((name) => name.endsWith(".pb")) : [];
if (!folder) console.warn("real elections are skipped: RYNEK_PB_DIR names no folder of .pb files");

/** So many distinct ballots the second counter counts in a moment, by every rule. */
const FEW = 120;

describe.skipIf(names.length === 0)("both counters, on real ballots", () => {
  test.each(names)("of %s, agree by every rule", (name) => {
    const file = parse([readFileSync(join(folder ?? "", name))]);
    const election = group(file);
    const binding = ruleOf(file);
    const isSmall = election.ballots.weights.length <= FEW;
    for (const [rule, { order, fill, ties }] of NAMED_RULES) {
      const isGreedy = fill.kind !== "equal-shares" && fill.kind !== "phragmen";
      if (!isGreedy && !isSmall) continue;
      const counted = { ...binding, order, fill, ties };
      expect([rule, agree(tally(election, counted), recount(plainOf(election, counted)))]).toEqual([
        rule,
        true,
      ]);
    }
  });
});
