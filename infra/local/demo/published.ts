import { sealBallot } from "../../../functions/voting/cast-ballot.ts";
import { voterKeysOf } from "../../../shared/acts/voter-keys.ts";
import type { CycleId, ProjectId } from "../../../shared/domain/ids.ts";
import { createKeyPair } from "../../../shared/platform/seal.ts";
import { RULE_SETS } from "../../../shared/rulesets/index.ts";
import { generateEdition } from "../../generator/edition.ts";
import { rollOf, type Voter, votersOf } from "../../rehearse/voters.ts";
import { type Desk, daysFrom } from "./desk.ts";
import { enterProjects } from "./projects.ts";

/** Few enough voters for a first start of seconds: some districts with many, whose results are worth reading, and the rest with a handful. */
const CITYWIDE = "M";
const BUSY = new Set(["L1", "L6", "L13", "L20"]);
const BALLOTS = { busy: 110, quiet: 5, citywideAlone: 10 };

/** About as many votes are cast with a guardian as in Katowice: 16 to 19 in a hundred. */
const ONE_CHILD_IN = 6;

const ballotsOf = (pool: string): number =>
  pool === CITYWIDE ? BALLOTS.citywideAlone : BUSY.has(pool) ? BALLOTS.busy : BALLOTS.quiet;

/** Everybody's ballot, checked and sealed as the door does it, and put into the box in bulk: a first start is short. */
const castAll = async (
  { house }: Desk,
  cycleId: CycleId,
  voters: readonly Voter[],
  ids: ReadonlyMap<string, ProjectId>,
): Promise<void> => {
  const { deps } = house;
  const receivedAt = deps.system.now();
  const hashed = await voterKeysOf(deps.vault, cycleId);
  const votes = await Promise.all(
    voters.map(async ({ pesel, district, sections }, n) => {
      const sealed = await sealBallot(
        {
          voter: {
            cycleId,
            voterKey: hashed.voterKey(hashed.entryId(pesel)),
            session: "",
            district,
            ...(n % ONE_CHILD_IN === 0 && { guardian: true }),
          },
          key: Buffer.from(deps.system.random(24)).toString("base64url"),
          sections: sections.map(({ pool, choices }) => ({
            pool,
            points: Object.fromEntries(
              choices.map(([number, points]) => [ids.get(number) ?? number, points]),
            ),
          })),
          receivedAt,
        },
        deps,
      );
      if (!sealed.ok) throw new Error(`a demo ballot: ${sealed.refusal.code}`);
      return sealed.value;
    }),
  );
  await deps.store.ballots.restore(votes);
};

/** Last year's edition: voted, counted from the sealed ballot box, signed by two and published. */
export const seedPublished = async (desk: Desk): Promise<string> => {
  const { house, call } = desk;
  const ruleSet = RULE_SETS.get("katowice-x");
  if (!ruleSet) throw new Error("no rule set for the demo");
  const contests = generateEdition({ ruleSet, seed: 10, ballotsOf: ({ pool }) => ballotsOf(pool) });
  const [ballotKey, linkKey] = await Promise.all([createKeyPair(), createKeyPair()]);
  const cycle = await call<{ id: CycleId }>("coordinator", "POST /v1/staff/cycles", {
    name: "Budżet Obywatelski Katowice",
    ruleSet: ruleSet.name,
    calendar: [{ name: "voting", startsAt: daysFrom(house, -14), endsAt: daysFrom(house, 1) }],
    pools: contests.map(({ pool, budgetGrosze }) => ({ id: pool, amountGrosze: budgetGrosze })),
    keys: { ballots: ballotKey.publicKey, links: linkKey.publicKey },
  });
  const at = `/v1/staff/cycles/${cycle.id}`;
  const ids = await enterProjects(house, cycle.id, contests);
  const voters = votersOf(contests);
  await call("coordinator", `POST ${at}/roll`, rollOf(voters));
  await call("coordinator", `POST ${at}/transitions`, { to: "ballot-frozen", reason: "Lista jest gotowa" });
  await house.settle();
  await castAll(desk, cycle.id, voters, ids);
  // Before its time, so two people end it.
  const { proposedMove } = await call<{ proposedMove: { at: string } }>(
    "coordinator",
    `POST ${at}/transitions`,
    { to: "sealed", reason: "Koniec głosowania" },
  );
  await call("commission", `POST ${at}/transitions/acceptance`, {
    to: "sealed",
    proposedAt: proposedMove.at,
  });
  await house.settle();
  // The seals follow a minute after the close, which is a few seconds ahead.
  await house.clock.moveTo((now) => now + 67_000);
  await call("commission", `POST ${at}/count-key`, { privateKey: ballotKey.privateKey });
  await house.settle();
  const { count } = await call<{ count: { digest: string; undecidedPools: string[] } }>(
    "commission",
    `GET ${at}`,
  );
  for (const pool of count.undecidedPools) {
    const order =
      contests.find((contest) => contest.pool === pool)?.projects.map(({ number }) => ids.get(number)) ?? [];
    await call("commission", `POST ${at}/draws`, {
      pool,
      draws: [{ order, protocol: "Protokół losowania nr 1" }],
    });
  }
  await house.settle();
  const { count: final } = await call<{ count: { digest: string } }>("commission", `GET ${at}`);
  for (const n of [0, 1]) await call("commission", `POST ${at}/sign-offs`, { digest: final.digest }, n);
  await house.settle();
  return cycle.id;
};
