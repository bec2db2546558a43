import { type Cycle, poolOf } from "../../../shared/domain/cycle/cycle.ts";
import type { Language } from "../../../shared/domain/languages.ts";
import { formOf, nearFirst } from "../../../shared/domain/rule-set.ts";
import { isSmallList } from "../../../shared/domain/voting/small-list.ts";
import type { BallotPool } from "../../../shared/pages/voting/list.ts";
import type { BallotList } from "../../../shared/store/ballot-lists.ts";
import { listNameIn } from "../../../shared/words/list-name.ts";
import { poolsOf } from "../booth.ts";

/** The lists of one voter, as the ballot shows them, near things first; a list without projects is none. */
export const ownPools = (
  cycle: Cycle,
  list: BallotList,
  { district, language }: { readonly district: string; readonly language: Language },
): BallotPool[] =>
  nearFirst(cycle.ruleSet, poolsOf(cycle, district)).flatMap((id) => {
    const projects = list.pools.find((pool) => pool.id === id)?.projects ?? [];
    const amountGrosze = poolOf(cycle, id)?.amountGrosze ?? 0;
    const name = listNameIn(language, cycle.ruleSet, id);
    if (projects.length === 0) return [];
    const isSmall = isSmallList(cycle, id);
    return [{ id, name, form: formOf(cycle.ruleSet, id), amountGrosze, projects, isSmall }];
  });
