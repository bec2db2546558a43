import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { wake } from "../../../shared/acts/wake.ts";
import type { CycleId } from "../../../shared/domain/ids.ts";
import { accept } from "../../../shared/domain/result.ts";
import { districtsIn, type RuleSet } from "../../../shared/domain/rule-set.ts";
import { createKeyPair } from "../../../shared/platform/seal.ts";
import { generateEdition, type MadeUpContest, realBallots } from "../../generator/edition.ts";
import { POOLS } from "../../generator/parameters.ts";
import { seeded } from "../../generator/random.ts";
import { bringKeys, holderOf } from "../../keys/prove.ts";
import { castIn, inventedPesel, rollOf, type Voter } from "../../rehearse/voters.ts";
import { signCount } from "./count.ts";
import { restoreCounted, wholeRoll } from "./counted-box.ts";
import { enterEdition } from "./edition.ts";
import { poolsOf, rulesOf } from "./rules.ts";
import type { Story } from "./story.ts";
import { withLot } from "./tie.ts";

/** The first day of its vote. */
const VOTE = -390;
const SEED = 2;
const CITYWIDE = "M";
const PROTOCOL = "nr 1, losowanie publiczne w sali sesyjnej";

/** The contests, one of a district with two projects that are level; and which those are. */
const withOneLot = (contests: readonly MadeUpContest[]) => {
  for (const [index, contest] of contests.entries()) {
    const tied = contest.pool === CITYWIDE ? undefined : withLot(contest);
    if (tied) return { contests: contests.with(index, tied.contest), pool: contest.pool, level: tied.level };
  }
  throw new Error("no two projects of the demo can be made level");
};

/** A roll of a person a district: the numbers of the whole one are put in its place. */
const aRow = (ruleSet: RuleSet): Voter[] =>
  districtsIn(ruleSet).map(({ id }, n) => ({
    pesel: inventedPesel(n),
    mothersMaidenName: "Nowak",
    email: "",
    district: id,
    sections: [],
  }));

/** Last year's edition, as large as the real ones: counted with one lot, published, and carried out now. */
export const CARRIED_OUT: Story = {
  says: "an edition that is carried out: 41 000 votes, published results, one of them by lot",
  tell: async function* ({ house, call, day, time, workday, ...desk }) {
    const { deps } = house;
    const chance = seeded(SEED);
    yield VOTE - 10;
    const ruleSet = rulesOf(desk.year - 1);
    const { contests, pool, level } = withOneLot(
      generateEdition({ ruleSet, seed: SEED, ballotsOf: realBallots() }),
    );
    const votes = castIn(contests);
    const [ballots, links] = [createKeyPair(), createKeyPair()];
    const { id } = await call<{ id: CycleId }>("coordinator", "POST /v1/staff/cycles", {
      name: "Budżet Obywatelski Katowice",
      ruleSet,
      calendar: [
        { name: "voting", startsAt: day(VOTE), endsAt: day(VOTE + 14) },
        { name: "results", startsAt: time(VOTE + 20, 12 * 60), endsAt: day(VOTE + 100) },
        { name: "implementation", startsAt: day(VOTE + 100), endsAt: day(VOTE + 465) },
      ],
      pools: poolsOf(POOLS),
    });
    const at = `/v1/staff/cycles/${id}`;
    await bringKeys({ ballots: holderOf(ballots), links: holderOf(links) }, (member, path, body) =>
      call("commission", `POST ${at}/keys/${path}`, body, member),
    );
    const ids = await enterEdition({ house, time, workday }, await cycleOf(id, deps), contests, {
      voteOn: VOTE,
      chance,
    });
    await call("coordinator", `POST ${at}/roll`, rollOf(aRow(ruleSet)));
    await call("coordinator", `POST ${at}/roll/acceptance`, undefined, 1);
    await call("coordinator", `POST ${at}/transitions`, { to: "ballot-frozen", reason: "Lista jest gotowa" });

    yield VOTE + 13;
    await restoreCounted(house, await cycleOf(id, deps), { votes, ids, opened: day(VOTE), chance });

    yield VOTE + 15;
    const sealed = await cycleOf(id, deps);
    const asCounted = { ...wholeRoll(sealed), countKeyGivenAt: deps.system.now() };
    const order = level.flatMap((number) => ids.get(number) ?? []);
    const draw = await deps.store.counts.keepDraw(id, { pool, draws: [{ order, protocol: PROTOCOL }] });
    await wake(accept(await deps.store.cycles.change(sealed, asCounted, [draw])), deps);
    await signCount({ house, call }, id);
    return { publishedCycleId: id };
  },
};
