import { DeleteCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { pastTheGates } from "../../shared/store/gates.ts";
import { keys } from "../../shared/store/keys.ts";
import type { TableName } from "../../shared/store/shape.ts";
import type { Store } from "../../shared/store/store.ts";
import { digestOf, type Orphans, questionText } from "../keys/match.ts";
import type { KeptMarker, VotesKept } from "./votes.ts";

export type Names = Readonly<Record<TableName, string>>;

/** A vote whose ballot is lost, as far as the tables know it: nobody's name. */
type Lost = Pick<KeptMarker, "channel" | "district" | "day" | "point">;

export interface Mended {
  /** Whose ballots are not there: they may vote again. */
  readonly mayVoteAgain: readonly Lost[];
  /** Whose ballots are not there, and who cannot simply vote again: a card on paper is settled. */
  readonly settledByHand: readonly Lost[];
  /** Ballots without a marker, which were left out. */
  readonly leftOut: readonly string[];
}

/** A clerk's day at this point that counts such a vote. */
const shiftOf = async (cycleId: Orphans["cycleId"], { point, day }: KeptMarker, store: Store) => {
  const shifts = await store.votingPoints.allShifts(cycleId);
  const shift = shifts.find((one) => one.point === point && one.day === day && one.cast > 0);
  return shift && keys.shift(cycleId, shift.point, shift.day, shift.clerk);
};

/**
 * Takes apart what is alone in two restored tables, before anybody votes into them: a marker without a ballot, so that the voter may vote
 * again, and a ballot without a marker, so that nobody votes twice. This is the only code that removes a ballot, and the policy of a table
 * that is in use lets nobody run it there.
 */
export const mend = async (
  { cycle, markers, question }: VotesKept,
  orphans: Orphans,
  store: Store,
  names: Names,
): Promise<Mended> => {
  if (orphans.digest !== digestOf(questionText(question)))
    throw new Error("the answer is to another question: ask the holders of the link key again");
  if (cycle.phase !== "voting")
    throw new Error(
      `the vote of ${cycle.id} is over (${cycle.phase}): nobody can vote again, and what follows is the commission's to decide`,
    );
  if (orphans.twice.length > 0)
    throw new Error(`several markers name one ballot (${orphans.twice.join(", ")}): no restore makes that`);
  const { client } = store.table;
  // A vote that is taken back stays in what its gate has counted.
  await store.table.write([pastTheGates(cycle.id)]);
  const mayVoteAgain: Lost[] = [];
  const settledByHand: Lost[] = [];
  for (const name of orphans.links) {
    const marker = markers.get(name);
    if (!marker) throw new Error(`no marker bears the link ${name}`);
    const { pk, sk, channel, district, day, point } = marker;
    const lost = { channel, district, day, ...(point !== undefined && { point }) };
    const shift = channel === "desk" ? await shiftOf(cycle.id, marker, store) : undefined;
    if (channel === "paper") {
      settledByHand.push(lost);
      continue;
    }
    await client.send(
      new TransactWriteCommand({
        TransactItems: [
          { Delete: { TableName: names.main, Key: { pk, sk } } },
          ...(shift
            ? [
                {
                  Update: {
                    TableName: names.main,
                    Key: shift,
                    UpdateExpression: "ADD #cast :less",
                    ExpressionAttributeNames: { "#cast": "cast" },
                    ExpressionAttributeValues: { ":less": -1 },
                  },
                },
              ]
            : []),
        ],
      }),
    );
    mayVoteAgain.push(lost);
  }
  for (const ballot of orphans.ballots)
    await client.send(new DeleteCommand({ TableName: names.ballots, Key: keys.ballot(cycle.id, ballot) }));
  return { mayVoteAgain, settledByHand, leftOut: orphans.ballots };
};
