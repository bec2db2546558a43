import { z } from "zod";
import { audited, type Deed } from "../../shared/acts/audited.ts";
import { wake } from "../../shared/acts/wake.ts";
import { type Calendar, entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { paragraphs } from "../../shared/domain/text.ts";
import { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { routes } from "../routes.ts";
import { calendarWith, followTable } from "./move-calendar.ts";

export const NewExtension = z
  .strictObject({ endsAt: Instant, reason: paragraphs(1000) })
  .meta({ id: "NewExtension", description: "The reason is published with the new end" });
export type NewExtension = z.infer<typeof NewExtension>;

/** Names the proposal: one that took its place meanwhile is not accepted unseen. */
export const AcceptedExtension = z
  .strictObject({ endsAt: Instant, proposedAt: Instant })
  .meta({ id: "AcceptedExtension", description: "`endsAt` and `at` of `extension`" });
export type AcceptedExtension = z.infer<typeof AcceptedExtension>;

interface OnCycle {
  readonly by: Deed;
  readonly cycle: Cycle;
}

/** The calendar with a later end of the open vote. A vote whose end has passed is not opened again: its gates are being sealed. */
const extended = (cycle: Cycle, endsAt: Instant, now: Instant): { calendar: Calendar; before: Instant } => {
  if (cycle.phase !== "voting")
    throw new Refused(refusal("cycle/wrong-phase", { phase: cycle.phase, needed: ["voting"] }));
  const calendar = accept(calendarWith(cycle, { name: "voting", endsAt }, now));
  const before = entryOf(cycle.calendar, "voting")?.endsAt;
  if (before === undefined) throw new Error("an open vote without an end");
  if (endsAt <= before)
    throw new Refused(refusal("cycle/calendar", { phase: "voting", problem: "not-later" }, "/endsAt"));
  return { calendar, before };
};

/** Proposes a later end of the open vote. A new proposal takes the place of the one before; nothing moves yet. */
export const proposeExtension = async (
  { by, cycle, asked }: OnCycle & { readonly asked: NewExtension },
  { store }: Deps,
): Promise<void> => {
  const { id, name } = by.actor;
  const { endsAt, reason } = asked;
  const { before } = extended(cycle, endsAt, by.receivedAt);
  const pending = cycle.extension;
  if (pending?.by === id && pending.endsAt === endsAt && pending.reason === reason) return;
  const facts = { endsAt, before };
  const record = audited({ ...by, route: routes.postExtension }, cycle.id, { reason, facts });
  const extension = { endsAt, reason, by: id, name, at: by.receivedAt };
  accept(await store.cycles.change(cycle, { extension }, [record]));
};

/**
 * Another person accepts: gates, calendar, hold and pages move to the new end. The gates go first: a calendar that promises more than they
 * let in would lose votes. Should the table refuse, they are set back to what it says.
 */
export const acceptExtension = async (
  { by, cycle, proposal: { endsAt, proposedAt } }: OnCycle & { readonly proposal: AcceptedExtension },
  deps: Deps,
): Promise<void> => {
  const { store } = deps;
  const { id: me } = by.actor;
  const pending = cycle.extension;
  const isDone = pending === undefined && cycle.extensions?.at(-1)?.endsAt === endsAt;
  if (isDone) return;
  if (pending?.endsAt !== endsAt || pending.at !== proposedAt)
    throw new Refused(refusal("request/changed-since", { version: cycle.version }, "/endsAt"));
  if (pending.by === me) throw new Refused(refusal("identity/same-person", {}));
  const { calendar, before } = extended(cycle, endsAt, by.receivedAt);
  const window = entryOf(calendar, "voting");
  if (!window) throw new Error("no vote in the calendar that it was extended in");
  accept(await store.cycles.setGates(cycle.id, { openAt: window.startsAt, closeAt: endsAt }));
  const { reason } = pending;
  const extensions = [...(cycle.extensions ?? []), { before, endsAt, reason, at: by.receivedAt }];
  const record = audited({ ...by, route: routes.postExtensionAcceptance }, cycle.id, {
    reason,
    facts: { endsAt, before },
  });
  const changed = await store.cycles.extend(cycle, { calendar, extensions, by: me, endsAt }, record);
  await followTable(cycle.id, deps);
  await wake(accept(changed), deps);
};
