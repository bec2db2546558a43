import { z } from "zod";
import { audited, type Deed } from "../../../shared/acts/audited.ts";
import { entryOf } from "../../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { workOfBatch } from "../../../shared/domain/office/edition-work.ts";
import { notValid, refusal } from "../../../shared/domain/refusals.ts";
import { accept, Refused } from "../../../shared/domain/result.ts";
import { dayOf, LocalDate } from "../../../shared/domain/time.ts";
import { Batch, registrationEnds } from "../../../shared/domain/voting/paper.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import type { StaffRequest } from "../../../shared/platform/endpoint.ts";
import { routes } from "../../routes.ts";
import { pointOf } from "../voting-points/point-of.ts";

export const NewBatch = z
  .strictObject({
    point: Batch.shape.point,
    /** Counted by hand, before anybody keys. */
    cards: Batch.shape.cards.min(1),
    receivedOn: LocalDate,
  })
  .meta({ id: "NewBatch" });
export type NewBatch = z.infer<typeof NewBatch>;

/** The cycle while its box is open to paper: from the opening of its vote until it is sealed, which may be days after its close. */
export const checkTakesPaper = ({ phase, ruleSet, calendar }: Cycle) => {
  if (!ruleSet.paper) throw new Refused(refusal("paper/not-taken", {}));
  const window = entryOf(calendar, "voting");
  if (phase !== "voting" || !window)
    throw new Refused(refusal("cycle/wrong-phase", { phase, needed: ["voting"] }));
  return { window, rule: ruleSet.paper };
};

/**
 * Registers cards under their control total. A batch of cards that came after the close is registered too: each is then rejected as late,
 * and counted.
 */
export const registerBatch = async (
  {
    by,
    cycle,
    batch,
  }: {
    readonly by: Deed & Pick<StaffRequest, "fingerprint">;
    readonly cycle: Cycle;
    readonly batch: NewBatch;
  },
  deps: Deps,
): Promise<Batch> => {
  const { receivedAt } = by;
  const actor = by.actor;
  const { window, rule } = checkTakesPaper(cycle);
  const endedAt = registrationEnds(window.endsAt, rule);
  if (receivedAt >= endedAt) throw new Refused(refusal("paper/too-late", { endedAt }));
  const point = await pointOf(cycle.id, batch.point, deps);
  const [first, today] = [dayOf(window.startsAt), dayOf(receivedAt)];
  if (batch.receivedOn < first || batch.receivedOn > today) {
    const issue =
      batch.receivedOn < first
        ? ({ rule: "too-early", limit: first } as const)
        : ({ rule: "too-late", limit: today } as const);
    throw new Refused(notValid([{ pointer: "/receivedOn", ...issue }]));
  }
  const made: Batch = {
    ...batch,
    id: by.newId("bch"),
    state: "open",
    by: actor.id,
    byName: actor.name,
    ...(receivedAt >= window.endsAt && { afterClose: true as const }),
    keyings: 0,
    fingerprint: by.fingerprint,
  };
  const facts = { point: point.name, cards: batch.cards, receivedOn: batch.receivedOn };
  const record = audited({ ...by, route: routes.postBatch }, cycle.id, { facts });
  return accept(
    await deps.store.batches.create(cycle.id, made, {
      voteEndsAt: window.endsAt,
      work: workOfBatch(made, point, cycle),
      audit: record,
    }),
  );
};
