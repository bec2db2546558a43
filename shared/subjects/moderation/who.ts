/** Who moderates what: those whom its unit named, the coordinators who supervise them, and nobody their own post. */

import { isSameMailbox } from "../../domain/mailbox.ts";
import { actsFor, type Person, unitAndBelow } from "../../domain/office/directory.ts";
import { type Refusal, refusal } from "../../domain/refusals.ts";
import { dayOf } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import type { StaffRequest } from "../../platform/endpoint.ts";
import type { Consultation } from "../consultations/rules.ts";
import type { Post } from "./posts.ts";
import type { Look } from "./rules.ts";

type By = Pick<StaffRequest, "actor" | "receivedAt">;
type Store = Pick<Deps, "store">;

/** They themselves, and the absent for whom they stand in today. */
export const selvesOf = async ({ actor, receivedAt }: By, { store }: Store): Promise<string[]> => {
  const staff = await store.directory.staff();
  const me = staff.find(({ id }) => id === actor.id);
  return me ? actsFor(me, staff, dayOf(receivedAt)).map(({ id }) => id) : [actor.id];
};

const isSupervisor = ({ actor }: By): boolean => actor.roles.includes("coordinator");

/** Which of them somebody moderates, as a question to each. */
export const moderates = async (by: By, deps: Store) => {
  const selves = isSupervisor(by) ? [] : await selvesOf(by, deps);
  return ({ moderators }: Pick<Consultation, "moderators">): boolean =>
    isSupervisor(by) || moderators.length === 0 || moderators.some((one) => selves.includes(one));
};

/** Why somebody does not act on a post that is with somebody else. */
export const heldByOther = async (
  { held }: Pick<Look, "held">,
  by: By,
  deps: Store,
): Promise<Refusal | false> => {
  if (!held || isSupervisor(by)) return false;
  return !(await selvesOf(by, deps)).includes(held.by) && refusal("moderation/held", { name: held.byName });
};

/** Nobody judges what they have written themselves, as far as the directory knows their mailbox. */
export const ownPost = async (
  { author }: Pick<Post, "author">,
  { actor }: By,
  { store }: Store,
): Promise<Refusal | false> => {
  if (author?.email === undefined) return false;
  const mail = (await store.directory.person(actor.id))?.mail ?? undefined;
  return isSameMailbox(author.email, mail) && refusal("moderation/own", {});
};

/** Whether somebody names the moderators of one: whoever runs consultations, and the unit that owes its report. */
export const mayName = async (
  { unit }: Pick<Consultation, "unit">,
  by: By,
  { store }: Store,
): Promise<boolean> => {
  if (by.actor.roles.some((role) => role === "editor" || role === "coordinator")) return true;
  const [units, staff] = await Promise.all([store.directory.units(), store.directory.staff()]);
  const me = staff.find(({ id }) => id === by.actor.id);
  if (!me || unit === undefined) return false;
  return actsFor(me, staff, dayOf(by.receivedAt)).some(
    (one) => one.unit !== null && unitAndBelow(units, one.unit).includes(unit),
  );
};

export const canModerate = ({ roles }: Pick<Person, "roles">): boolean => roles.includes("moderator");
