import { partOf, type Viewer, type Whose } from "../../shared/domain/office/whose.ts";
import { waitsForOf } from "../../shared/domain/office/work.ts";
import type { Store } from "../../shared/store/store.ts";
import type { PlacedWork } from "../../shared/store/work.ts";

interface WorkList {
  readonly items: readonly PlacedWork[];
  /** The place after which the next page begins, where there is one. */
  readonly next: string | null;
}

/** What waits for owners, item by item. */
export type WorkOf = (
  ...asked: Parameters<Store["work"]["of"]>
) => AsyncGenerator<PlacedWork> | Promise<AsyncGenerator<PlacedWork>>;

/**
 * One page of what waits. What takes two and was begun by this person is not theirs to do: it stands under *second* alone, where the other
 * half of such work stands too.
 */
export const workList = async (
  whose: Whose,
  viewer: Viewer,
  page: { readonly after?: string | undefined; readonly limit: number },
  workOf: WorkOf,
): Promise<WorkList> => {
  const { owners, from, upTo } = partOf(whose, viewer);
  const items: PlacedWork[] = [];
  for await (const work of await workOf(owners, { after: page.after ?? from, upTo })) {
    const takesTwo = work.by !== undefined;
    const isMine = waitsForOf(work, viewer.me.id) === "me";
    if (whose === "second" ? !takesTwo : !isMine) continue;
    if (items.length === page.limit) return { items, next: items.at(-1)?.place ?? null };
    items.push(work);
  }
  return { items, next: null };
};
