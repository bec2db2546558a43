import { sealBallot } from "../../functions/voting/cast-ballot.ts";
import { accept } from "../../shared/domain/result.ts";
import { epochSeconds, plusSeconds } from "../../shared/domain/time.ts";
import type { BallotSection } from "../../shared/domain/voting/ballot.ts";
import type { CodeVoter } from "../../shared/platform/actor.ts";
import type { SealedVote } from "../../shared/store/ballots.ts";
import { keys } from "../../shared/store/keys.ts";
import { newKey, type Place } from "./place.ts";

const HOUR_SECONDS = 3600;

/** Somebody whose code was right: all that is left is to cast. */
export interface Confirmed {
  readonly voter: CodeVoter;
  readonly token: string;
  readonly key: string;
  readonly sections: readonly BallotSection[];
}

/** Voters of no roll with sessions that are confirmed, so that nothing but the ballot is measured. */
export const confirmed = async (place: Place, count: number): Promise<Confirmed[]> => {
  const { house, cycleId, district, electors } = place;
  const { store, tokens, system } = house.deps;
  const now = system.now();
  const expiresAt = plusSeconds(now, HOUR_SECONDS);
  const expiresAtSeconds = epochSeconds(expiresAt);
  const votes = await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const { sections = [], email = "" } = electors[n % electors.length] ?? {};
      const voter = { cycleId, voterKey: newKey(), session: newKey(), district };
      const token = await tokens.seal("voter", voter, expiresAt);
      return { voter, token, key: newKey(), sections, email };
    }),
  );
  await store.table.fill(
    votes.flatMap(({ voter: { voterKey, session }, email }) => [
      {
        key: keys.voterSession(session),
        item: {
          cycleId,
          voter: { key: voterKey, district },
          contact: email,
          language: "pl",
          codeExpiresAt: expiresAt,
          expiresAt,
          tries: 0,
          confirmed: true,
          expiresAtSeconds,
        },
      },
      {
        key: keys.voterContact(cycleId, voterKey),
        item: { contact: email, language: "pl", expiresAtSeconds },
      },
    ]),
  );
  return votes;
};

interface Prepared {
  readonly vote: SealedVote;
  readonly session: string;
}

/** The same, checked and sealed beforehand: all that is left is the transaction. */
export const sealed = async (place: Place, count: number): Promise<Prepared[]> => {
  const { deps } = place.house;
  const receivedAt = deps.system.now();
  const votes = await confirmed(place, count);
  return await Promise.all(
    votes.map(async ({ voter, key, sections }) => ({
      vote: accept(await sealBallot({ voter, key, sections, receivedAt }, deps)),
      session: voter.session,
    })),
  );
};

/** The bare transaction: its four items, and nothing around them. */
export const castBare =
  ({ house }: Place) =>
  async ({ vote, session }: Prepared): Promise<void> => {
    const { ballots, voterSessions } = house.deps.store;
    accept(await ballots.cast(vote, await voterSessions.spend(session, vote.receivedAt)));
  };
