import { sealBallot } from "../../../functions/voting/cast-ballot.ts";
import { voterKeysOf } from "../../../shared/acts/voter-keys.ts";
import type { CycleId, ProjectId } from "../../../shared/domain/ids.ts";
import { accept } from "../../../shared/domain/result.ts";
import type { Voter } from "../../rehearse/voters.ts";
import type { House } from "../house.ts";

/** About as many votes are cast with a guardian as in Katowice: 16 to 19 in a hundred. */
const ONE_CHILD_IN = 6;

/** Everybody's ballot, checked and sealed as the door does it, and put into the box in bulk: a first start is short. */
export const castAll = async (
  { deps }: House,
  cycleId: CycleId,
  voters: readonly Voter[],
  ids: ReadonlyMap<string, ProjectId>,
): Promise<void> => {
  const receivedAt = deps.system.now();
  const hashed = await voterKeysOf(deps.vault, cycleId);
  const votes = await Promise.all(
    voters.map(async ({ pesel, district, sections }, n) => {
      const voterKey = hashed.voterKey(hashed.entryId(pesel));
      const sealed = await sealBallot(
        {
          voter: {
            cycleId,
            voterKey,
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
      return accept(sealed);
    }),
  );
  await deps.store.ballots.restore(votes);
};
