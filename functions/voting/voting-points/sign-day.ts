import { z } from "zod";
import { audited, type Deed } from "../../../shared/acts/audited.ts";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { type BatchId, CycleId } from "../../../shared/domain/ids.ts";
import { workOfDay } from "../../../shared/domain/office/edition-work.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, Refused } from "../../../shared/domain/result.ts";
import { dayOf, LocalDate } from "../../../shared/domain/time.ts";
import { figuresOf } from "../../../shared/domain/voting/paper.ts";
import {
  checkCounted,
  checkSignable,
  type DayFigures,
  dayFigures,
  type HandCount,
  isReconciled,
  type SignedDay,
  sameCount,
  sameFigures,
} from "../../../shared/domain/voting/point-day.ts";
import { PointId, type VotingPoint } from "../../../shared/domain/voting/voting-point.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { routes } from "../../routes.ts";
import { pointOf } from "./point-of.ts";

export const DayPath = z.object({ cycleId: CycleId, pointId: PointId, day: LocalDate });
export type DayPath = z.infer<typeof DayPath>;

interface DayAtPoint {
  readonly point: VotingPoint;
  /** Who let voters in at it on the day. */
  readonly clerks: readonly string[];
  /** Closed batches of cards that were handed in on the day. */
  readonly batches: readonly BatchId[];
  readonly figures: DayFigures;
  readonly signed: SignedDay | undefined;
  /** Whether the numbers are still those that were signed. */
  readonly isCurrent: boolean;
  /** Whether they are, and two people signed them: nobody signs anew. */
  readonly stands: boolean;
}

/** A point's day as the ledger has it now, and as it was signed. */
export const dayAtPoint = async ({ cycleId, pointId, day }: DayPath, deps: Deps): Promise<DayAtPoint> => {
  const { votingPoints, batches } = deps.store;
  const point = await pointOf(cycleId, pointId, deps);
  const [shifts, all, signed] = await Promise.all([
    votingPoints.shifts(cycleId, point.id, day),
    batches.list(cycleId),
    votingPoints.day(cycleId, point.id, day),
  ]);
  const ofDay = all.filter((batch) => batch.point === point.id && batch.receivedOn === day);
  const counted = await Promise.all(
    ofDay.map(async (batch) => figuresOf(batch, await batches.cards(cycleId, batch.id))),
  );
  const figures = dayFigures(shifts, counted);
  const isCurrent = signed !== undefined && sameFigures(signed.figures, figures);
  const closed = ofDay.flatMap(({ id, state }) => (state === "closed" ? [id] : []));
  const clerks = shifts.map(({ clerk }) => clerk);
  return {
    point,
    clerks,
    batches: closed,
    figures,
    signed,
    isCurrent,
    stands: isReconciled(signed, figures),
  };
};

interface Signing {
  readonly by: Deed;
  readonly path: DayPath;
  /** What was counted by hand; whoever countersigns gives none. */
  readonly counted: HandCount | undefined;
}

/**
 * Signs a point's day: a clerk with what was counted by hand, then somebody of the commission under the same numbers. When numbers changed
 * in between, the clerk signs anew; while cards are unsettled they are bound to change, and nobody signs. What two signed stands as long as
 * the numbers do: the same hand count again is a yes, another one is refused.
 */
export const signDay = async ({ by, path, counted }: Signing, deps: Deps): Promise<void> => {
  const actor = by.actor;
  const { cycleId, day } = path;
  const [cycle, { point, clerks, batches, figures, signed, isCurrent, stands }] = await Promise.all([
    cycleOf(cycleId, deps),
    dayAtPoint(path, deps),
  ]);
  accept(checkSignable({ day, today: dayOf(by.receivedAt), cycle }, figures));
  const signature = { by: actor.id, name: actor.name };
  const record = audited({ ...by, route: routes.postDaySignature }, cycleId, {
    facts: { point: point.name, day, ballots: figures.cast, cards: figures.cards },
  });
  const { votingPoints } = deps.store;
  if (counted !== undefined) {
    if (!actor.roles.includes("clerk")) throw new Refused(refusal("identity/role", { needed: ["clerk"] }));
    if (stands && signed && sameCount(signed.counted, counted)) return;
    if (stands) throw new Refused(refusal("point/signed", {}));
    const of = { point: point.id, day, figures, counted: accept(checkCounted(figures, counted)) };
    const outdated = isCurrent ? undefined : signed?.figures;
    accept(
      await votingPoints.signDay(
        cycleId,
        {
          signed: { ...of, signatures: [signature] },
          outdated,
          work: workOfDay({ point, day }, cycle, actor.id),
          clerks,
          batches,
        },
        record,
      ),
    );
    return;
  }
  if (!actor.roles.includes("commission"))
    throw new Refused(refusal("identity/role", { needed: ["commission"] }));
  if (!signed) throw new Refused(refusal("point/unsigned", {}));
  if (!isCurrent) throw new Refused(refusal("request/changed-since", { version: 0 }));
  if (stands && signed.signatures.some((one) => one.by === actor.id)) return;
  accept(await votingPoints.countersignDay(cycleId, signed, signature, record));
};
