import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { type Opening, openingFiles } from "../../shared/acts/count-files.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { listOfLeaves } from "../../shared/domain/proof/leaf-list.ts";
import { existing } from "../../shared/domain/result.ts";
import { type BallotContent, readContent } from "../../shared/domain/voting/ballot-content.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { opener } from "../../shared/platform/seal.ts";
import { Done, step } from "../../shared/platform/step.ts";
import { keys } from "../../shared/store/keys.ts";
import { Segment, segmentsOf } from "../../shared/store/scans.ts";
import { choiceGroups } from "./grouped-choices.ts";
import { leafOf, listBox, segmentsIn } from "./list-box.ts";
import { nameCounts } from "./name-counts.ts";
import { type Figures, type OpenedSegment, readOpened, writeOpened } from "./opened-segment.ts";

/** Ballots that are opened in one go: some hundredths of a second. */
const AT_ONCE = 64;

type Open = ReturnType<typeof opener>;

/** What is written on a ballot; undefined when it is not one that was sealed for this box. Then it does not count, and that is told. */
const contentIn = (sealed: Uint8Array, cycleId: CycleId, open: Open): BallotContent | undefined => {
  try {
    const content = readContent(open({ purpose: "ballot", cycleId }, sealed));
    return content.cycle === cycleId ? content : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Opens the ballots of a segment, a page at a time: what was chosen is added up and forgotten. A void ballot stays among the leaves and is not
 * opened; it counts for the district of its marker.
 */
const ballotsIn = async (segment: Segment, { id }: Cycle, privateKey: string, { store }: Deps) => {
  const voids = new Map((await store.voids.voided(id)).map((one) => [keys.ballot(id, one.ballot).pk, one]));
  const { pools } = existing(await store.ballotLists.get(id));
  const open = opener(privateKey);
  const groups = choiceGroups(pools);
  const districts = nameCounts();
  const leaves: string[] = [];
  let counted = 0;
  await store.ballots.ballotsIn(segment, id, async (ballots) => {
    for (const [n, ballot] of ballots.entries()) {
      // Opening is work without a pause, and others wait for their turn: an answer of the tables, a caller on the same machine.
      if (n % AT_ONCE === 0) await setImmediate();
      leaves.push(leafOf(ballot, id));
      const left = voids.get(ballot.pk);
      const content = left ? undefined : contentIn(ballot.sealed, id, open);
      if (left) districts.add(left.district);
      if (!content || !groups.add(content)) continue;
      counted += 1;
      districts.add(content.district);
    }
  });
  return {
    counted,
    ballots: districts.all(),
    leaves: listOfLeaves(leaves),
    choices: pools.map(({ id: pool }) => [pool, groups.of(pool)] as const),
  };
};

export const atPoint = (channel: string, point: string, day: string): string =>
  [channel, point, day].join(" ");

/** Who has voted, by district; of those who came to a point or sent a card, by point and day; of children with a guardian, by day. */
const markersIn = async (
  segment: Segment,
  cycleId: CycleId,
  { store }: Deps,
): Promise<Omit<Figures, "counted" | "ballots">> => {
  const marked = nameCounts();
  const atPoints = nameCounts();
  const guardians = nameCounts();
  await store.ballots.markersIn(segment, cycleId, (page) => {
    for (const { channel, point, district, day, guardian } of page) {
      marked.add(district);
      if (guardian) guardians.add(day);
      if (point !== undefined) atPoints.add(atPoint(channel, point, day));
    }
  });
  return { markers: marked.all(), atPoints: atPoints.all(), guardians: guardians.all() };
};

/** The opening that is due of a box; undefined without the key. */
export const openingOf = async (cycle: Cycle, { store, vault }: Deps): Promise<Opening | undefined> => {
  const privateKey = await vault.countKey(cycle);
  if (privateKey === undefined) return undefined;
  const { openings = 0 } = (await store.counts.get(cycle.id)) ?? {};
  return { cycle, privateKey, openings };
};

/** What is in a segment; what this opening has opened before, it does not open again. */
export const openedIn = async (segment: Segment, opening: Opening, deps: Deps): Promise<OpenedSegment> => {
  const { cycle, privateKey } = opening;
  const kept = openingFiles(deps.files, opening);
  const before = await kept.get(segment);
  if (before) return readOpened(before);
  const { counted, ballots, leaves, choices } = await ballotsIn(segment, cycle, privateKey, deps);
  const marked = await markersIn(segment, cycle.id, deps);
  const opened = { figures: { counted, ballots, ...marked }, leaves, choices };
  await kept.put(segment, writeOpened(opened));
  return opened;
};

/** Whether a count stands already: one in which nothing differs. */
export const isCollected = async (cycleId: CycleId, { store }: Pick<Deps, "store">): Promise<boolean> =>
  (await store.counts.get(cycleId))?.differences.length === 0;

const Split = z.strictObject({ segments: z.array(Segment) });

/** The segments in which the box, which is listed first, is opened: none of one that is counted, or without the commission's key. */
export const splitToOpen = step(
  "split-to-open",
  z.object({ cycleId: CycleId }),
  Split,
  async ({ cycleId }, deps) => {
    const cycle = await cycleOf(cycleId, deps);
    const isToOpen = cycle.countKeyGivenAt !== undefined && !(await isCollected(cycleId, deps));
    if (!isToOpen) return { segments: [] };
    await listBox(cycleId, deps);
    return { segments: segmentsOf(segmentsIn(cycle)) };
  },
);

/** Opens one segment of the box. Without the key it does nothing: the collecting asks for it. */
export const openSegment = step(
  "open-segment",
  z.object({ cycleId: CycleId, ...Segment.shape }),
  Done,
  async ({ cycleId, segment, of }, deps) => {
    const opening = await openingOf(await cycleOf(cycleId, deps), deps);
    if (opening) await openedIn({ segment, of }, opening, deps);
    return {};
  },
);
