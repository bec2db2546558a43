import { base32 } from "../domain/base32.ts";
import type { City } from "../domain/city.ts";
import { type CycleId, type ProjectId, probeId } from "../domain/ids.ts";
import { MEASURE } from "../domain/languages.ts";
import type { RuleSet } from "../domain/rule-set.ts";
import { type Instant, instant, milliseconds } from "../domain/time.ts";
import type { BallotSection } from "../domain/voting/ballot.ts";
import type { Facts } from "../domain/voting/facts.ts";
import {
  PROBE_VOTERS,
  probeBallot,
  probeDistrict,
  probeFacts,
  probeLists,
  probeRules,
} from "../domain/voting/probe.ts";
import type { BoothList } from "../domain/voting/section.ts";
import { mac } from "../platform/keyed.ts";
import { idFrom } from "../platform/system.ts";
import type { Vault } from "../platform/vault.ts";
import { RULE_SETS } from "../rulesets/index.ts";

const DAY_MS = 86_400_000;

/** A day of the canary begins at two by UTC, when nobody votes. */
const NIGHT_MS = 2 * 3_600_000;

/** A vote of the canary is there so long before its day and so long after: at the change of days two are. */
export const OVERLAP_MS = 10 * 60_000;

/** A vote of the canary: what its secret and the day say, to whoever makes it and to the canary, who share nothing else. */
export interface Probe {
  readonly id: CycleId;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly rules: RuleSet;
  readonly district: string;
  readonly lists: readonly BoothList[];
  readonly ballot: readonly BallotSection[];
  /** What the n-th voter types. */
  readonly factsOf: (n: number) => Facts;
}

/** The newest of the rules under which the city votes; a city that none are shipped for has no canary. */
const rulesOf = ({ name }: City): RuleSet | undefined =>
  [...RULE_SETS.values()].filter(({ city }) => city.name === name[MEASURE]).at(-1);

/** The vote of the canary that is on at a moment; undefined where the city has none. */
export const probeAt = async (
  at: Instant,
  city: City,
  vault: Pick<Vault, "canary">,
): Promise<Probe | undefined> => {
  const shipped = rulesOf(city);
  if (!shipped) return undefined;
  const day = Math.floor((milliseconds(at) - NIGHT_MS) / DAY_MS);
  const { current } = await vault.canary("votes");
  const chance = (...of: string[]): Uint8Array => mac(current, String(day), ...of);
  const rules = probeRules(shipped);
  const lists = probeLists(rules, (pool, n): ProjectId => idFrom("prj", chance("project", pool, String(n))));
  const startsMs = day * DAY_MS + NIGHT_MS;
  return {
    id: probeId(base32(chance("id").subarray(0, 10)).toLowerCase()),
    startsAt: instant(startsMs - OVERLAP_MS),
    endsAt: instant(startsMs + DAY_MS + OVERLAP_MS),
    rules,
    district: probeDistrict(rules),
    lists,
    ballot: probeBallot(lists),
    factsOf: (n) => probeFacts(rules, chance("voter", String(n)).subarray(0, 15), n),
  };
};

/** Whose turn it is: a voter for every five minutes of the day. */
export const voterAt = (at: Instant, { startsAt }: Pick<Probe, "startsAt">): number =>
  Math.floor((milliseconds(at) - milliseconds(startsAt) - OVERLAP_MS) / 300_000) % PROBE_VOTERS;
