/** A verdict that was accepted is taken off the list that would publish it, until that list is public. */
import type { CycleId, ProjectId } from "../../domain/ids.ts";
import type { Publication, PublishedList } from "../../domain/procedure/publication.ts";
import type { Deps } from "../../platform/deps.ts";
import { keys } from "../../store/keys.ts";
import { lastOf } from "../../store/publications.ts";
import { check, type Write } from "../../store/write.ts";

interface Named {
  readonly cycleId: CycleId;
  readonly projectId: ProjectId;
}

const isOf = (list: PublishedList) => (one: Publication) => one.list === list;

/** Whether a public list has it already, though its own record still waits to be carried out. */
export const isListed = async (
  list: PublishedList,
  { cycleId, projectId }: Named,
  { store }: Pick<Deps, "store">,
): Promise<boolean> => {
  const moving = (await store.publications.of(cycleId))
    .filter(isOf(list))
    .filter(({ done, parts }) => done < parts);
  const verdicts = await Promise.all(moving.map((one) => store.publications.verdicts(one)));
  return verdicts.flat().some(({ id }) => id === projectId);
};

/** What is written with it: the proposal to publish the list is overtaken, and no list became public since this was read. */
export const takenOff = async (
  list: PublishedList,
  { cycleId }: Named,
  { store }: Pick<Deps, "store">,
): Promise<Write[]> => {
  const last = lastOf(await store.publications.of(cycleId), list);
  const act = await store.pending.standing(cycleId, "publish-list", "");
  const isNotThere = { text: "attribute_not_exists(#pk)" };
  return [
    check({ key: keys.publication(cycleId, list, last + 1), when: isNotThere }),
    ...(act === undefined
      ? [check({ key: keys.pendingOn(cycleId, "publish-list", ""), when: isNotThere })]
      : []),
    ...(act?.proposal.list === list ? await store.pending.overtake(act) : []),
  ];
};
