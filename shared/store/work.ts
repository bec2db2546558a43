import type { z } from "zod";
import { type Owner, Work } from "../domain/office/work.ts";
import type { Instant } from "../domain/time.ts";
import { inOrder } from "./in-order.ts";
import type { Table } from "./table.ts";

/**
 * Attributes that put an item into the work index, beside what it says itself: it is written, and later taken out, with the write of the
 * very fact that waits, so that there is no second list to keep in step.
 */
export const waits = ({ owner, dueAt, ...work }: z.input<typeof Work>) => ({
  workOf: owner,
  workKey: `${dueAt}#${work.kind}#${work.id}`,
  work,
});

/** The attributes that an update removes when nothing waits any more. */
export const WAITS_NO_MORE = ["workOf", "workKey", "work"] as const;

/** Work with its place in the order of its owner: what is due first comes first. */
export type PlacedWork = Work & { readonly place: string };

export interface WorkPage {
  /** The place after which the page begins. */
  readonly after?: string;
  /** The latest moment of what is due, itself included. */
  readonly upTo?: Instant;
}

/** What waits for somebody, in the order in which it is due. */
export const openWork = (table: Table) => {
  /** One owner's, read as it is asked for. What no longer parses is left out: one odd item hides no other. */
  const ofOwner = async function* (owner: Owner, page: WorkPage): AsyncGenerator<PlacedWork> {
    for await (const { workKey, work } of table.work(owner, page)) {
      const parsed = Work.safeParse({ ...work, owner, dueAt: workKey.slice(0, workKey.indexOf("#")) });
      if (parsed.success) yield { ...parsed.data, place: workKey };
    }
  };

  return {
    /** The work of several owners as one list, read no further than it is walked. */
    of: (owners: readonly Owner[], page: WorkPage = {}): AsyncGenerator<PlacedWork> =>
      inOrder(
        owners.map((owner) => ofOwner(owner, page)),
        (one, other) => one.place < other.place,
      ),
  };
};
