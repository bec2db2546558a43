import { z } from "zod";
import { type Calendar, entryOf } from "../../domain/cycle/calendar.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import type { PendingAct } from "../../domain/office/pending.ts";
import { refusal } from "../../domain/refusals.ts";
import { accept, Refused } from "../../domain/result.ts";
import { paragraphs } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import type { Deed } from "../audited.ts";
import { cycleOf } from "../cycle-of.ts";
import { propose } from "../propose.ts";
import type { TakesTwo } from "../takes-two.ts";
import { wake } from "../wake.ts";
import { calendarWith, followTable } from "./window.ts";

export const NewExtension = z
  .strictObject({ endsAt: Instant, reason: paragraphs(1000) })
  .meta({ id: "NewExtension", description: "The reason is published with the new end" });
export type NewExtension = z.infer<typeof NewExtension>;

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

/**
 * A later end of the open vote. The gates go first: a calendar that promises more than they let in would lose votes. Should the table refuse,
 * they are set back to what it says.
 */
export const extendVote: TakesTwo<"extend-vote"> = {
  names: {
    propose: "postExtension",
    accept: "postExtensionAcceptance",
    refuse: "postPendingRefusal",
    withdraw: "postPendingWithdrawal",
  },
  facts: ({ proposal: { endsAt, before } }) => ({ endsAt, before }),
  run: async ({ proposal: { cycleId, before, endsAt, reason } }, by, deps) => {
    const { cycles } = deps.store;
    const cycle = await cycleOf(cycleId, deps);
    const { calendar, before: end } = extended(cycle, endsAt, by.receivedAt);
    const window = entryOf(calendar, "voting");
    if (!window || end !== before)
      throw new Refused(refusal("request/changed-since", { version: cycle.version }, "/endsAt"));
    accept(await cycles.setGates(cycleId, { openAt: window.startsAt, closeAt: endsAt }));
    const extensions = [...(cycle.extensions ?? []), { before, endsAt, reason, at: by.receivedAt }];
    return [await cycles.changing(cycle, { calendar, extensions })];
  },
  follow: async ({ proposal: { cycleId } }, deps) => {
    await followTable(cycleId, deps);
    await wake({ id: cycleId }, deps);
  },
};

/** Proposes a later end of the open vote. A new proposal takes the place of the one before; nothing moves yet. */
export const proposeExtension = async (
  { by, cycle, asked }: { readonly by: Deed; readonly cycle: Cycle; readonly asked: NewExtension },
  deps: Deps,
): Promise<PendingAct<"extend-vote">> => {
  const { before } = extended(cycle, asked.endsAt, by.receivedAt);
  return await propose(
    extendVote,
    {
      kind: "extend-vote",
      proposal: { cycleId: cycle.id, edition: cycle.edition, before, ...asked },
      by,
      also: [await deps.store.cycles.changing(cycle, {}, ["extension"])],
    },
    deps,
  );
};
