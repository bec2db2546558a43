import { audited } from "../../shared/acts/audited.ts";
import {
  changed,
  checkChangeable,
  checkTimes,
  type Meeting,
  type MeetingChange,
  type MeetingDraft,
} from "../../shared/domain/meeting/meeting.ts";
import { type Issue, notValid } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import type { StaffRequest } from "../../shared/platform/endpoint.ts";
import type { Write } from "../../shared/store/write.ts";
import { consultationsOf } from "../../shared/subjects/consultations/writing.ts";
import { routes } from "../routes.ts";
import { announce } from "./announce.ts";
import { checkDistricts } from "./districts.ts";
import { lettersOf } from "./letters.ts";

const notAChoice = (pointer: string): Result<never> => {
  const issues: Issue[] = [{ pointer, rule: "choice" }];
  return refused(notValid(issues));
};

const checkDistrict = (district: string | null | undefined, { site }: Deps): Result<void> =>
  district ? checkDistricts([district], () => "/district", site) : ok(undefined);

const checkBelonging = async (
  { consultationId, cycleId }: MeetingDraft,
  { store }: Deps,
): Promise<Result<void>> => {
  if (consultationId && !(await consultationsOf({ store }).get(consultationId)))
    return notAChoice("/consultationId");
  if (cycleId && !(await store.cycles.get(cycleId))) return notAChoice("/cycleId");
  return ok(undefined);
};

export const createMeeting = async (
  request: StaffRequest,
  { capacity, ...draft }: MeetingDraft,
  deps: Deps,
  also: readonly Write[] = [],
): Promise<Result<Meeting>> => {
  const { receivedAt, fingerprint, newId } = request;
  for (const checked of [
    checkTimes(draft, receivedAt),
    checkDistrict(draft.district, deps),
    await checkBelonging({ ...draft, capacity }, deps),
  ]) {
    if (!checked.ok) return checked;
  }
  const meeting: Meeting = {
    ...draft,
    id: newId("mtg"),
    version: 1,
    state: "planned",
    sequence: 0,
    changedAt: receivedAt,
    createdAt: receivedAt,
    fingerprint,
  };
  return deps.store.meetings.create(meeting, capacity, {
    ...audited({ ...request, route: routes.postMeeting }, meeting.id),
    and: also,
  });
};

/** Changes a meeting and its capacity together. Who signed up is told of another time or place; who moves up is told that. */
export const changeMeeting = async (
  request: StaffRequest,
  before: Meeting,
  change: MeetingChange,
  deps: Deps,
): Promise<Result<Meeting>> => {
  const { store } = deps;
  const now = request.receivedAt;
  const after = changed(before, change, now);
  for (const checked of [
    checkChangeable(before, now),
    checkTimes(after, now),
    checkDistrict(change.district, deps),
  ]) {
    if (!checked.ok) return checked;
  }
  const facts = {
    fields: Object.keys(change).join(","),
    startsAt: after.startsAt,
    ...(change.capacity !== undefined && { capacity: change.capacity }),
  };
  const audit = audited({ ...request, route: routes.patchMeeting }, before.id, { facts });
  if (change.capacity === undefined) {
    const outcome = await store.meetings.change(before, after, [audit]);
    if (!outcome.ok) return outcome;
  } else {
    const letters = await lettersOf(after, deps);
    const outcome = await store.signups.resize(
      before.id,
      change.capacity,
      { at: now, movedUp: letters.movedUp },
      (writes) => store.meetings.change(before, after, [audit, ...writes]),
    );
    if (!outcome.ok) return outcome;
  }
  await announce(before.id, deps);
  return ok({ ...after, version: before.version + 1 });
};

/** Calls a meeting off: nobody signs up any more, and everybody who did is told why. Called off twice is called off once. */
export const cancelMeeting = async (
  request: StaffRequest,
  before: Meeting,
  reason: string,
  deps: Deps,
): Promise<Result<Meeting>> => {
  const { store } = deps;
  const now = request.receivedAt;
  if (before.state === "cancelled") return ok(before);
  const checked = checkChangeable(before, now);
  if (!checked.ok) return checked;
  const after: Meeting = {
    ...before,
    state: "cancelled",
    cancelReason: reason,
    sequence: before.sequence + 1,
    changedAt: now,
    announcement: { at: now },
  };
  const outcome = await store.meetings.change(before, after, [
    audited({ ...request, route: routes.postCancellation }, before.id, { reason }),
    await store.signups.closing(before.id),
  ]);
  if (outcome.ok) await announce(before.id, deps);
  return outcome;
};
