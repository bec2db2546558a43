import { type Cycle, poolOf } from "../../../shared/domain/cycle/cycle.ts";
import type { Language } from "../../../shared/domain/languages.ts";
import { formOf } from "../../../shared/domain/rule-set.ts";
import type { BallotPool } from "../../../shared/pages/voting/list.ts";
import type { BallotList } from "../../../shared/store/ballot-lists.ts";
import { poolNameIn } from "../../../shared/words/pool-name.ts";
import { poolsOf } from "../booth.ts";

/** Near things first: the own district's list, then the citywide one. */
export const districtFirst = (pools: readonly string[]): string[] =>
  pools.toSorted((one, other) => Number(one === "M") - Number(other === "M"));

/** The name of a pool's district; null for the whole city. */
export const placeOf = ({ ruleSet, pools }: Cycle, pool: string, language: Language): string | null =>
  pool === "M"
    ? null
    : (poolNameIn(language, ruleSet, pool) ?? pools.find(({ id }) => id === pool)?.name ?? pool);

/** The lists of one voter, as the ballot shows them; a list without projects is none. */
export const ownPools = (
  cycle: Cycle,
  list: BallotList,
  { district, language }: { readonly district: string; readonly language: Language },
): BallotPool[] =>
  districtFirst(poolsOf(cycle, district)).flatMap((id) => {
    const projects = list.pools.find((pool) => pool.id === id)?.projects ?? [];
    const amountGrosze = poolOf(cycle, id)?.amountGrosze ?? 0;
    return projects.length > 0
      ? [{ id, place: placeOf(cycle, id, language), form: formOf(cycle.ruleSet, id), amountGrosze, projects }]
      : [];
  });
