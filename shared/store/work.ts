import type { Cycle } from "../domain/cycle/cycle.ts";
import type { CycleId } from "../domain/ids.ts";
import { DATED_QUEUES, dueBy } from "../domain/office/edition-work.ts";
import { ALL_QUEUES, type Owner, type Work, workOf } from "../domain/office/work.ts";
import { refusal } from "../domain/refusals.ts";
import type { Instant } from "../domain/time.ts";
import { inOrder } from "./in-order.ts";
import type { Key } from "./keys.ts";
import { replayed } from "./replayed.ts";
import type { Table } from "./table.ts";
import { update } from "./write.ts";

/**
 * Attributes that put an item into the work index, beside what it says itself: it is written, and later taken out, with the write of the
 * very fact that waits, so that there is no second list to keep in step.
 */
export const waits = ({ owner, dueAt, kind, id, about, by }: Work) => ({
  workOf: owner,
  workKey: `${dueAt}#${kind}#${id}`,
  work: { kind, id, about, by },
});

/** The attributes that an update removes when nothing waits any more. */
export const WAITS_NO_MORE = ["workOf", "workKey", "work"] as const;

/** Work with its item, and its place in the order of its owner: what is due first comes first. */
export type PlacedWork = Work & { readonly key: Key; readonly place: string };

export interface WorkPage {
  /** The place after which the page begins. */
  readonly after?: string | undefined;
  /** The latest moment of what is due, itself included. */
  readonly upTo?: Instant | undefined;
}

/** What waits for somebody, in the order in which it is due. */
export const openWork = (table: Table) => {
  /** One owner's, read as it is asked for. What no longer parses is left out: one odd item hides no other. */
  const ofOwner = async function* (owner: Owner, page: WorkPage): AsyncGenerator<PlacedWork> {
    for await (const { key, workKey, work } of table.work(owner, page)) {
      const known = workOf({ ...work, owner, dueAt: workKey.slice(0, workKey.indexOf("#")) });
      if (known) yield { ...known, key, place: workKey };
    }
  };

  /** Every item of an edition that waits with these. */
  const ofCycle = async function* (cycleId: CycleId, owners: readonly Owner[]): AsyncGenerator<PlacedWork> {
    for (const owner of owners)
      for await (const work of ofOwner(owner, {}))
        if ("cycleId" in work.about && work.about.cycleId === cycleId) yield work;
  };

  /** An item of the index as it was read: one that was done or changed meanwhile is let be. */
  const asPlaced = ({ key, place }: PlacedWork) => ({
    key,
    when: { text: "#workKey = :place", values: { place } },
    otherwise: () => refusal("request/changed-since", { version: 0 }),
  });

  /** The work of several owners as one list, read no further than it is walked. What several items ask for at once is one line. */
  const together = (read: typeof ofOwner) =>
    async function* (owners: readonly Owner[], page: WorkPage = {}): AsyncGenerator<PlacedWork> {
      let last = "";
      const streams = owners.map((owner) => read(owner, page));
      for await (const work of inOrder(streams, (one, other) => one.place < other.place)) {
        if (work.place !== last) yield work;
        last = work.place;
      }
    };

  return {
    of: together(ofOwner),

    /** `of` for many lists of one moment: an owner whom several of them share is read once. */
    sharing: (): ReturnType<typeof together> => {
      const walks = new Map<string, ReturnType<typeof replayed<PlacedWork>>>();
      return together((owner, page) => {
        const asked = JSON.stringify([owner, page]);
        const walk = walks.get(asked) ?? replayed(ofOwner(owner, page));
        walks.set(asked, walk);
        return walk();
      });
    },

    /** The work of an edition is due when its calendar now says, in its queues and with these; done again it changes nothing. */
    redate: async (cycle: Pick<Cycle, "id" | "calendar">, owners: readonly Owner[]): Promise<void> => {
      for await (const work of ofCycle(cycle.id, [...DATED_QUEUES, ...owners])) {
        const dueAt = dueBy(work.kind, cycle);
        if (dueAt !== undefined && dueAt !== work.dueAt)
          await table.write([update({ ...asPlaced(work), set: waits({ ...work, dueAt }) })]);
      }
    },

    /** Nothing of an edition waits any more, in no queue and with none of these: it was called off, or is closed. */
    endOf: async (cycleId: CycleId, owners: readonly Owner[]): Promise<void> => {
      for await (const work of ofCycle(cycleId, [...ALL_QUEUES, ...owners]))
        await table.write([update({ ...asPlaced(work), remove: WAITS_NO_MORE })]);
    },
  };
};
