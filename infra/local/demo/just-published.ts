import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import type { CycleId } from "../../../shared/domain/ids.ts";
import { createKeyPair } from "../../../shared/platform/seal.ts";
import { generateEdition, realBallots } from "../../generator/edition.ts";
import type { PoolParameters } from "../../generator/parameters.ts";
import { seeded } from "../../generator/random.ts";
import { bringKeys, holderOf } from "../../keys/prove.ts";
import { rollOf, votersOf } from "../../rehearse/voters.ts";
import { castAll } from "./cast.ts";
import { signCount } from "./count.ts";
import { enterEdition } from "./edition.ts";
import { poolsOf, smallRules } from "./rules.ts";
import type { Story } from "./story.ts";

const VOTE = -24;
const SEED = 3;

/** Districts with a few voters each: a budget of their own, with few enough votes to seal each of them. */
const POOLS: readonly PoolParameters[] = [
  { pool: "L3", amountZloty: 160_000, projects: 6, ballots: 74 },
  { pool: "L7", amountZloty: 120_000, projects: 5, ballots: 61 },
  { pool: "L13", amountZloty: 180_000, projects: 7, ballots: 96 },
  { pool: "L20", amountZloty: 90_000, projects: 4, ballots: 38 },
];

/** A smaller budget whose vote has just been counted, ballot by ballot, and published. */
export const JUST_PUBLISHED: Story = {
  says: "a smaller edition with new results: ballots that were sealed, opened and counted",
  tell: async function* ({ house, call, day, time, workday, ...desk }) {
    yield VOTE - 6;
    const ruleSet = smallRules("osiedla", "IV", desk.year);
    const contests = generateEdition({ ruleSet, seed: SEED, pools: POOLS, ballotsOf: realBallots() });
    const voters = votersOf(contests);
    const [ballots, links] = [createKeyPair(), createKeyPair()];
    const { id } = await call<{ id: CycleId }>("coordinator", "POST /v1/staff/cycles", {
      name: "Budżet Osiedli",
      ruleSet,
      calendar: [
        { name: "voting", startsAt: day(VOTE), endsAt: day(VOTE + 10) },
        { name: "results", startsAt: time(VOTE + 14, 12 * 60), endsAt: day(60) },
      ],
      pools: poolsOf(POOLS),
    });
    const at = `/v1/staff/cycles/${id}`;
    await bringKeys({ ballots: holderOf(ballots), links: holderOf(links) }, (member, path, body) =>
      call("commission", `POST ${at}/keys/${path}`, body, member),
    );
    const how = { voteOn: VOTE, chance: seeded(SEED) };
    const ids = await enterEdition({ house, time, workday }, await cycleOf(id, house.deps), contests, how);
    await call("coordinator", `POST ${at}/roll`, rollOf(voters));
    await call("coordinator", `POST ${at}/roll/acceptance`, undefined, 1);
    await call("coordinator", `POST ${at}/transitions`, { to: "ballot-frozen", reason: "Lista jest gotowa" });

    yield VOTE + 4;
    await castAll(house, id, voters, ids);

    yield VOTE + 11;
    await call("commission", `POST ${at}/count-key`, { privateKey: ballots.privateKey });
    await signCount({ house, call }, id);
    return {};
  },
};
