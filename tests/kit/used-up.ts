import { COMING_ANEW, IDENTIFYING } from "../../functions/admissions.ts";
import { voterKeysOf } from "../../shared/acts/voter-keys.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { instant } from "../../shared/domain/instant.ts";
import { networkOf } from "../../shared/domain/network.ts";
import { personOf } from "../../shared/domain/voting/fact-sets.ts";
import type { BucketRule, BucketRules } from "../../shared/platform/admission.ts";
import { type Admit, admissionOf } from "../../shared/platform/admit.ts";
import type { Place } from "./place.ts";

interface Whom {
  readonly cycleId: string;
  readonly pesel: string;
  readonly email: string;
  readonly ip: string;
}

/** Wrong proofs of a person in these buckets alone, as if from that address, until one of them is empty; how many there were. */
const useUp = async (place: Place, rules: BucketRules, whom: Whom): Promise<number> => {
  const { deps, clock } = place;
  const cycleId = whom.cycleId as CycleId;
  const edition = await deps.store.cycles.get(cycleId);
  if (!edition) throw new Error("no cycle");
  const hashed = await voterKeysOf(deps.vault, cycleId);
  const { who } = personOf(edition.ruleSet.identity, { pesel: whom.pesel });
  const route = {
    admission: { bytes: 0, fields: 0, cost: { units: 0, letters: 0 }, buckets: { wrong: rules } },
  } as const;
  const from = { network: networkOf(whom.ip), receivedAt: instant(clock.now()) };
  const { wrong } = admissionOf(route, from, deps).admit as unknown as {
    readonly wrong: Admit<typeof IDENTIFYING>;
  };
  const of = {
    edition,
    person: hashed.person(...who),
    contact: hashed.contact(whom.email),
    "person's contact": "",
    isRight: false,
  };
  let taken = 0;
  while ((await wrong(of)).ok) taken++;
  return taken;
};

const onlyBy = (by: string, rules: readonly BucketRule[]): BucketRules => {
  const found = rules.find((rule) => rule.by.join() === by);
  if (!found) throw new Error(`nobody is limited by ${by}`);
  return [found];
};

/** Whatever may be wrong about a person at a network is used up; but for who comes anew. */
export const useUpTries = (place: Place, whom: Whom): Promise<number> =>
  useUp(place, onlyBy("person,network", IDENTIFYING), whom);

/** Nobody who comes anew to a network is heard any more about a person. */
export const useUpFirstTries = (place: Place, whom: Whom): Promise<number> =>
  useUp(place, onlyBy("person,network", COMING_ANEW), whom);

/** Whatever may be wrong from a connection is used up. */
export const useUpAddress = (place: Place, whom: Whom): Promise<number> =>
  useUp(place, onlyBy("address", IDENTIFYING), whom);
