import { z } from "zod";
import type { CycleId } from "../domain/ids.ts";
import { refusal } from "../domain/refusals.ts";
import { accept, type Result } from "../domain/result.ts";
import { type Instant, instant, milliseconds } from "../domain/time.ts";
import { PointId } from "../domain/voting/voting-point.ts";
import { comeThrough, pastTheGates } from "./gates.ts";
import { keys } from "./keys.ts";
import { pendingSince } from "./notices.ts";
import type { Segment } from "./scans.ts";
import type { Table } from "./table.ts";
import { create, put, type Write } from "./write.ts";

/** The record that somebody has voted: no choice, and no time finer than a day. The link to the ballot is sealed to a key held by others. */
export const Marker = z.object({
  keyHash: z.string(),
  channel: z.enum(["web", "desk", "paper"]),
  /** Where, for a ballot that was cast with a clerk or came on paper. */
  point: PointId.optional(),
  district: z.string(),
  /** The day of the vote; of a paper card, that on which it was handed in. */
  day: z.string(),
  /** Cast by a child together with a guardian: for the count of such votes alone. */
  guardian: z.literal(true).optional(),
  link: z.instanceof(Uint8Array),
});
export type Marker = z.infer<typeof Marker>;

export const SealedBallot = z.object({ pk: z.string(), sealed: z.instanceof(Uint8Array) });
export type SealedBallot = z.infer<typeof SealedBallot>;

/** A vote ready to be stored: the marker of who voted, and the ballot that nobody can read. */
export interface SealedVote {
  readonly cycleId: CycleId;
  readonly voterKey: string;
  readonly gate: number;
  readonly receivedAt: Instant;
  /** The end of a paper card's day, of which no more is known: from `receivedAt` until not this. */
  readonly receivedBefore?: Instant;
  readonly marker: Marker;
  readonly ballotId: string;
  readonly sealed: Uint8Array;
}

/** A transaction holds a hundred items. */
const RESTORED_AT_ONCE = 50;

export const openBallots = (table: Table) => ({
  /**
   * One ballot in one transaction of four items (8 write units; on the web one more, for the marker's entry in the pending index). The
   * fourth belongs to the way it came: a code is taken away, a clerk's count goes up, a paper card is settled. The marker comes first:
   * after a try that had committed, it is the marker that says so, before the code that is gone.
   */
  cast: (one: SealedVote, fourth: Write): Promise<Result<void>> => {
    const receivedAtMs = milliseconds(one.receivedAt);
    const latestMs = one.receivedBefore === undefined ? receivedAtMs : milliseconds(one.receivedBefore) - 1;
    return table.write([
      create({
        key: keys.marker(one.cycleId, one.voterKey),
        // The pending key is random: the index may not tell in which order people voted.
        item: {
          ...one.marker,
          ...(one.marker.channel === "web" && pendingSince("markers", one.marker.keyHash)),
        },
        otherwise: () => refusal("voting/already-voted", {}),
      }),
      comeThrough(
        { ...one, district: one.marker.district },
        {
          text: "#state = :open AND #openAtMs <= :latest AND #closeAtMs > :at",
          values: { open: "open", at: receivedAtMs, latest: latestMs },
        },
        (gate) =>
          refusal("voting/closed", {
            opensAt: gate && Number(gate.openAtMs) > latestMs ? instant(Number(gate.openAtMs)) : null,
            closesAt: gate ? instant(Number(gate.closeAtMs)) : null,
          }),
      ),
      create({
        table: "ballots",
        key: keys.ballot(one.cycleId, one.ballotId),
        item: { sealed: one.sealed },
        otherwise: () => refusal("request/key-reused", {}),
      }),
      fourth,
    ]);
  },

  /** Puts back votes that were cast before, each marker with its ballot: nothing is checked, and nobody is told again. */
  restore: async (votes: readonly SealedVote[]): Promise<void> => {
    for (let start = 0; start < votes.length; start += RESTORED_AT_ONCE) {
      const pairs = votes
        .slice(start, start + RESTORED_AT_ONCE)
        .flatMap(({ cycleId, voterKey, marker, ballotId, sealed }) => [
          put({ key: keys.marker(cycleId, voterKey), item: marker }),
          put({ table: "ballots", key: keys.ballot(cycleId, ballotId), item: { sealed } }),
        ]);
      accept(await table.write(pairs));
    }
    // A vote whose gates are gone has nothing that counts.
    for (const cycleId of new Set(votes.map((one) => one.cycleId)))
      await table.write([pastTheGates(cycleId)]);
  },

  marker: (cycleId: CycleId, voterKey: string): Promise<Marker | undefined> =>
    table.get(keys.marker(cycleId, voterKey), Marker),

  ballot: (cycleId: CycleId, ballotId: string): Promise<SealedBallot | undefined> =>
    table.get(keys.ballot(cycleId, ballotId), SealedBallot, { table: "ballots" }),

  /** Hands over every marker of a cycle, a page at a time: a pass over the table. */
  eachMarker: (cycleId: CycleId, look: (markers: Marker[]) => void): Promise<void> =>
    table.scanPages("main", keys.marker(cycleId, "").pk, Marker, look),
  /** The sealed ballots of one segment, and the markers of one, for the count alone, after the gates are sealed. An item stays in the same one, as long as there are as many. */
  ballotsIn: (
    segment: Segment,
    cycleId: CycleId,
    look: (ballots: SealedBallot[]) => Promise<void> | void,
  ): Promise<void> => table.scanSegment("ballots", keys.ballot(cycleId, "").pk, SealedBallot, look, segment),
  markersIn: (segment: Segment, cycleId: CycleId, look: (markers: Marker[]) => void): Promise<void> =>
    table.scanSegment("main", keys.marker(cycleId, "").pk, Marker, look, segment),
});
