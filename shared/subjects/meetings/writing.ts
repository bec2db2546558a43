import type { MeetingId } from "../../domain/ids.ts";
import {
  changed,
  checkChangeable,
  checkTimes,
  type Meeting,
  type MeetingDraft,
  MeetingFields,
  reminderDue,
} from "../../domain/meeting/meeting.ts";
import { type Issue, notValid } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import type { StaffRequest } from "../../platform/endpoint.ts";
import type { Attributes, Write } from "../../store/write.ts";
import { consultationsOf } from "../consultations/writing.ts";
import type { Doing } from "../declared.ts";
import { announce } from "./announce.ts";
import { checkDistricts } from "./districts.ts";
import { lettersOf } from "./letters.ts";
import { clockWaits } from "./work.ts";

const notAChoice = (pointer: string): Result<never> => {
  const issues: Issue[] = [{ pointer, rule: "choice" }];
  return refused(notValid(issues));
};

const checkDistrict = (district: string | null | undefined, { site }: Deps): Result<void> =>
  district ? checkDistricts([district], () => "/district", site) : ok(undefined);

/** Whether the city holds meetings of this kind for them. An appointment at the point is called in a way of its own. */
const checkAudience = (
  { kind, audience, district }: Omit<MeetingDraft, "capacity">,
  { site }: Deps,
): Result<void> => {
  const { audiences } = site.city.meetings.kinds[kind];
  if (audience !== "visit" && !audiences.some((one) => one === audience)) return notAChoice("/audience");
  return audience === "district" && district === undefined
    ? refused(notValid([{ pointer: "/district", rule: "required" }]))
    : ok(undefined);
};

/** A meeting that waits for the day on which people are reminded of it; of one that is nearer than that nobody is. */
const withReminder = (meeting: Meeting, now: Instant, isNewDate: boolean): Meeting => {
  const due = reminderDue(meeting);
  return isNewDate && due !== undefined && due <= now
    ? { ...meeting, remindedOf: meeting.startsAt }
    : meeting;
};

const reminderWaits = (meeting: Meeting, site: Deps["site"]): Attributes => {
  const due = reminderDue(meeting);
  return due === undefined ? {} : clockWaits(meeting, due, site);
};

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
  record: (id: MeetingId) => Write,
): Promise<Result<Meeting>> => {
  const { receivedAt, fingerprint, newId } = request;
  for (const checked of [
    checkTimes(draft, receivedAt),
    checkDistrict(draft.district, deps),
    checkAudience(draft, deps),
    await checkBelonging({ ...draft, capacity }, deps),
  ]) {
    if (!checked.ok) return checked;
  }
  const made: Meeting = {
    ...draft,
    id: newId("mtg"),
    version: 1,
    state: "planned",
    sequence: 0,
    changedAt: receivedAt,
    createdAt: receivedAt,
    fingerprint,
  };
  const meeting = withReminder(made, receivedAt, true);
  return deps.store.meetings.create(meeting, capacity, record(meeting.id), reminderWaits(meeting, deps.site));
};

/** Which fields an edit has changed. */
const differing = (before: Meeting, after: Meeting): string[] =>
  Object.keys(MeetingFields.shape).filter((name) => {
    const [was, is] = [before, after].map((one) => JSON.stringify(one[name as keyof Meeting]));
    return was !== is;
  });

/** Changes a meeting and its capacity together. Who signed up is told of another time or place; who moves up is told that. */
export const changeMeeting = async (
  request: StaffRequest,
  before: Meeting,
  asked: MeetingFields,
  deps: Deps,
  record: Doing<unknown>["record"],
): Promise<Result<Meeting>> => {
  const { store } = deps;
  const now = request.receivedAt;
  const { capacity: capacityNow } = await store.signups.places(before.id);
  const capacity = asked.capacity === capacityNow ? undefined : asked.capacity;
  const after = withReminder(changed(before, asked, now), now, asked.startsAt !== before.startsAt);
  const waiting = reminderWaits(after, deps.site);
  for (const checked of [
    checkChangeable(before, now),
    checkTimes(after, now),
    checkDistrict(asked.district, deps),
    checkAudience(after, deps),
  ]) {
    if (!checked.ok) return checked;
  }
  const facts = {
    fields: [...differing(before, after), ...(capacity === undefined ? [] : ["capacity"])].join(","),
    startsAt: after.startsAt,
    ...(capacity !== undefined && { capacity }),
  };
  const audit = record(facts);
  if (capacity === undefined) {
    const outcome = await store.meetings.change(before, after, [audit], waiting);
    if (!outcome.ok) return outcome;
  } else {
    const letters = await lettersOf(after, deps);
    const outcome = await store.signups.resize(before.id, capacity, { ...letters, at: now }, (writes) =>
      store.meetings.change(before, after, [audit, ...writes], waiting),
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
  record: Doing<unknown>["record"],
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
    record({}, { reason }),
    await store.signups.closing(before.id),
  ]);
  if (outcome.ok) await announce(before.id, deps);
  return outcome;
};
