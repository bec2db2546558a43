import { z } from "zod";
import { recordedAtPoints } from "../../functions/count/collect.ts";
import { leafOf } from "../../functions/count/list-box.ts";
import { atPoint } from "../../functions/count/open-segment.ts";
import { sha256OfLines } from "../../shared/domain/canonical.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { isBefore } from "../../shared/domain/cycle/phases.ts";
import { Marker, SealedBallot } from "../../shared/store/ballots.ts";
import { keys } from "../../shared/store/keys.ts";
import type { Store } from "../../shared/store/store.ts";
import { linkText, nameOfLink, type Unmatched } from "../keys/match.ts";

/** A marker with the key that it lies under, which nobody but the mending of tables needs. */
const KeptMarker = Marker.extend({ pk: z.string(), sk: z.string() });
export type KeptMarker = z.infer<typeof KeptMarker>;

/** What two restored tables hold of one vote. */
export interface VotesKept {
  readonly cycle: Cycle;
  /** By the names of their links. */
  readonly markers: ReadonlyMap<string, KeptMarker>;
  readonly question: Unmatched;
  /** What disagrees, in words for the office; nothing where the numbers are as they must be. */
  readonly faults: readonly string[];
}

const differing = (
  recorded: Readonly<Record<string, number>>,
  marked: Readonly<Record<string, number>>,
): string[] =>
  [...new Set([...Object.keys(recorded), ...Object.keys(marked)])].flatMap((at) => {
    const [said = 0, found = 0] = [recorded[at], marked[at]];
    const [channel, point, day] = at.split(" ");
    return said === found
      ? []
      : [`${channel} votes at point ${point} on ${day}: ${said} by its records, ${found} by the markers`];
  });

/** Holds everything that two tables say of one vote against one another: markers, ballots, what points recorded, and the box as it was signed. */
const votesOf = async (cycle: Cycle, store: Store): Promise<VotesKept> => {
  const { id: cycleId } = cycle;
  const markers = new Map<string, KeptMarker>();
  const links: string[] = [];
  const atPoints: Record<string, number> = {};
  await store.table.scanPages("main", keys.marker(cycleId, "").pk, KeptMarker, (page) => {
    for (const marker of page) {
      const link = linkText(marker.link);
      links.push(link);
      markers.set(nameOfLink(link), marker);
      if (marker.point === undefined) continue;
      const at = atPoint(marker.channel, marker.point, marker.day);
      atPoints[at] = (atPoints[at] ?? 0) + 1;
    }
  });
  const leaves: string[] = [];
  await store.table.scanPages("ballots", keys.ballot(cycleId, "").pk, SealedBallot, (page) => {
    for (const ballot of page) leaves.push(leafOf(ballot, cycleId));
  });
  leaves.sort();
  const box = isBefore(cycle.phase, "sealed") ? undefined : await store.boxes.get(cycleId);
  const faults = [
    ...(links.length === leaves.length ? [] : [`${links.length} markers, ${leaves.length} ballots`]),
    ...differing(await recordedAtPoints(cycleId, { store }), atPoints),
    ...(box && box.leavesDigest !== sha256OfLines(leaves)
      ? [`the box was signed with ${box.size} ballots, and ${leaves.length} that differ from them are there`]
      : []),
  ];
  const ballots = leaves.map((leaf) => leaf.split(" ")[0] ?? "");
  return { cycle, markers, question: { cycleId, ballots, links }, faults };
};

/** Of every edition in which somebody has voted. */
export const allVotes = async (store: Store): Promise<VotesKept[]> => {
  const { items: cycles } = await store.cycles.list();
  const all: VotesKept[] = [];
  for (const cycle of cycles) {
    const votes = await votesOf(cycle, store);
    const { ballots, links } = votes.question;
    if (ballots.length + links.length > 0) all.push(votes);
  }
  return all;
};
