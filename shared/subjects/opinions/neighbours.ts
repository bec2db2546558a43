/** The opinions before and behind one, of those that wait for whoever looks and their units: the queue as it is worked through. */

import { unitsServed } from "../../domain/office/whose.ts";
import type { Owner } from "../../domain/office/work.ts";
import type { Deps } from "../../platform/deps.ts";
import type { StaffRequest } from "../../platform/endpoint.ts";
import type { Neighbours } from "../checks/pages.ts";
import { pathOfOpinion } from "./beside-pages.ts";
import type { OneOpinion } from "./case.ts";

/** As much work as is looked through at most: behind it the list of work is the way. */
const MOST = 200;

export const neighboursOf = async (
  { opinion, units, isOwn }: OneOpinion,
  { actor, receivedAt: now }: StaffRequest,
  { store }: Deps,
): Promise<Neighbours> => {
  const staff = isOwn ? await store.directory.staff() : [];
  const me = staff.find(({ id }) => id === actor.id);
  if (!me) return { before: null, after: null };
  const served = unitsServed({ me, staff, units, now });
  const owners: Owner[] = [`person#${me.id}`, ...served.map((unit): Owner => `unit#${unit}`)];
  const paths: string[] = [];
  let read = 0;
  for await (const work of await store.work.of(owners)) {
    if (++read > MOST) break;
    // Whoever wrote one waits for the second person.
    if (work.kind === "of-subject" && work.id.startsWith("opinion/") && work.by !== me.id)
      paths.push(work.about.path);
  }
  const here = paths.indexOf(pathOfOpinion(opinion));
  return { before: paths[here - 1] ?? null, after: paths[here + 1] ?? null };
};
