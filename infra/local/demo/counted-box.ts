import { hash } from "node:crypto";
import { choiceGroups } from "../../../functions/count/grouped-choices.ts";
import { keepList } from "../../../functions/count/list-box.ts";
import { countFiles } from "../../../shared/acts/count-files.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import type { ProjectId } from "../../../shared/domain/ids.ts";
import { listOfLeaves } from "../../../shared/domain/proof/leaf-list.ts";
import { accept, existing } from "../../../shared/domain/result.ts";
import { dayOf, type Instant, plusDays } from "../../../shared/domain/time.ts";
import type { Chance } from "../../generator/random.ts";
import type { Cast } from "../../rehearse/voters.ts";
import type { House } from "../house.ts";

/** Of a hundred voters in Katowice 16 to 19 vote with a guardian. */
const CHILD_SHARE = 0.17;

/** On the first and the last day of a vote people come in crowds. */
const DAY_WEIGHTS = [20, 9, 7, 6, 5, 4, 4, 5, 5, 4, 4, 5, 7, 15];

/** How many people of a city are on the roll, of those who live there. */
const ON_ROLL = 0.95;

const counted = (names: Iterable<string>): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

/** A made-up leaf, as long as those of real ballots are: an id, and the hash of what was sealed. */
const leafOf = (n: number): string => {
  const digits = hash("sha512", `demo ${n}`, "hex");
  return `${digits.slice(0, 20)} ${digits.slice(20, 72)}`;
};

/**
 * What the count keeps of a ballot box, for a vote of the real city's size: the list of its leaves, the choices of each pool, and who voted where.
 * To seal and open forty thousand ballots takes minutes, so there are none behind these leaves; tallies, draws, signatures and publication follow
 * from here as they do after every count.
 */
export const restoreCounted = async (
  { deps }: House,
  cycle: Cycle,
  {
    votes,
    ids,
    opened,
    chance,
  }: {
    readonly votes: readonly Cast[];
    readonly ids: ReadonlyMap<string, ProjectId>;
    readonly opened: Instant;
    readonly chance: Chance;
  },
): Promise<void> => {
  const { store, files } = deps;
  const box = await keepList(cycle.id, listOfLeaves(votes.map((_, n) => leafOf(n))), deps);
  const groups = choiceGroups(existing(await store.ballotLists.get(cycle.id)).pools);
  for (const { district, sections } of votes)
    groups.add({
      cycle: cycle.id,
      district,
      sections: sections.map(({ pool, choices }) => [
        pool,
        choices.map(([number, points]) => [ids.get(number) ?? number, points]),
      ]),
    });
  const out = countFiles(files, cycle.id, box.run);
  for (const { id } of cycle.pools) await out.putChoices(id, groups.of(id));
  const days = DAY_WEIGHTS.map((_, n) => plusDays(dayOf(opened), n));
  accept(
    await store.counts.collected({
      cycleId: cycle.id,
      run: box.run,
      markers: votes.length,
      ballots: votes.length,
      counted: votes.length,
      voids: [],
      differences: [],
      perDistrict: counted(votes.map(({ district }) => district)),
      guardians: counted(
        votes.flatMap(() => (chance.share() < CHILD_SHARE ? (days[chance.weighted(DAY_WEIGHTS)] ?? []) : [])),
      ),
      leavesDigest: box.leavesDigest,
      undecidedPools: [],
      disputedPools: [],
      leftOver: null,
      leftOverTies: [],
      signOffs: [],
    }),
  );
};

/** The roll of such a vote, in its numbers: the entries themselves are destroyed soon after it. */
export const wholeRoll = ({ roll, residents = {} }: Cycle): Pick<Cycle, "roll"> => {
  if (!roll) throw new Error("an edition without a roll");
  const perDistrict = Object.fromEntries(
    Object.entries(residents).map(([district, people]) => [district, Math.round(people * ON_ROLL)]),
  );
  return { roll: { ...roll, entries: Object.values(perDistrict).reduce((a, b) => a + b, 0), perDistrict } };
};
