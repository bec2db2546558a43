import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { agree } from "../../functions/count/agree.ts";
import { group, parse, ruleOf } from "../../infra/bench/counting.ts";
import { plainOf } from "../../infra/bench/rules.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import { recount } from "../../shared/recount/recount.ts";
import { NAMED_RULES } from "../../shared/rulesets/named-rules.ts";
import { chanceOf, runs, seed } from "../kit/chance.ts";

const folder = process.env.RYNEK_PB_DIR;
const names = folder ? readdirSync(folder).filter((name) => name.endsWith(".pb")) : [];
if (!folder) console.warn("real elections are skipped: RYNEK_PB_DIR names no folder of .pb files");

/** So many distinct ballots the second counter counts in a moment, by every rule; more of them by the greedy ones. */
const FEW = 120;
const AT_ONCE = [...NAMED_RULES].filter(([, { fill }]) => !["equal-shares", "phragmen"].includes(fill.kind));

/** The long form counts every file by every rule, the short one by three that are drawn for it. */
const DRAWN = 3;
const rulesFor = (name: string, ballots: number) => {
  const all = ballots <= FEW ? [...NAMED_RULES] : AT_ONCE;
  const chance = chanceOf(seed, name);
  return runs(1) > 1 ? all : Array.from({ length: DRAWN }, () => chance.one(all));
};

describe.skipIf(names.length === 0)("both counters, on real ballots", () => {
  test.each(names)("of %s, agree by whichever rule", (name) => {
    const file = parse([readFileSync(join(folder ?? "", name))]);
    const election = group(file);
    const binding = ruleOf(file);
    for (const [rule, { order, fill, ties }] of rulesFor(name, election.ballots.weights.length)) {
      const counted = { ...binding, order, fill, ties };
      expect([rule, agree(tally(election, counted), recount(plainOf(election, counted)))]).toEqual([
        rule,
        true,
      ]);
    }
  });
});
