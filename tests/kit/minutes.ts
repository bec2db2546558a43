import { expect } from "vitest";
import { type Answer, newKey, type Place } from "./place.ts";
import { today } from "./time.ts";
import { letterLeads } from "./walk.ts";

const HOUR_MS = 3_600_000;

/** What the office writes of a meeting. */
export const SAID = {
  agenda: "1. Powitanie\n2. Ławki w parku\n3. Wnioski",
  attendance: 37,
  raised: {
    residents: ["Za mało ławek przy alei."],
    councillors: ["Rada dzielnicy popiera ławki."],
    organisations: [],
    office: ["Pieniądze są w budżecie na przyszły rok."],
  },
  motions: ["Postawić pięć ławek przy alei."],
} as const;

/** A meeting that is on: it began an hour ago and ends in one. */
export const meetingThatIsOn = async (place: Place, more: object = {}): Promise<string> => {
  const at = (hours: number): string => new Date(place.clock.now() + hours * HOUR_MS).toISOString();
  const { status, body, text } = await place.call("POST /v1/staff/meetings", {
    token: await place.staff("editor"),
    key: newKey(),
    body: {
      title: "Ławki w parku",
      startsAt: at(-1),
      endsAt: at(1),
      place: { name: "Dom kultury", address: "ul. Markiefki 44a, Katowice" },
      capacity: 50,
      ...more,
    },
  });
  if (status !== 201) throw new Error(text);
  return body.id;
};

type Who = "editor" | "coordinator" | "clerk";

export const write = async (
  place: Place,
  meetingId: string,
  body: object = SAID,
  who: Who = "clerk",
): Promise<Answer> =>
  place.call(`POST /v1/staff/meetings/${meetingId}/minutes`, { token: await place.staff(who), body });

export const acceptMinutes = async (place: Place, meetingId: string, who: Who = "editor"): Promise<Answer> =>
  place.call(`POST /v1/staff/meetings/${meetingId}/minutes/acceptance`, { token: await place.staff(who) });

/** Past the last day for motions. */
export const afterMotions = async (place: Place): Promise<void> => {
  await place.clock.moveTo((now) => now + 5 * 24 * HOUR_MS);
};

/** Asks for the link to a motion, and answers the path that the letter leads to. */
export const motionLink = async (place: Place, meetingId: string, email: string): Promise<string> => {
  const asked = await place.call(`POST /spotkania/${meetingId}/wnioski`, { form: { email, key: newKey() } });
  expect(asked.status).toBe(200);
  const letter = await place.letterTo(email);
  const paths = letterLeads(place.url, letter ? [letter] : []).map(({ to }) => to);
  return paths.find((path) => path.includes("/wnioski/")) ?? "";
};

/** Minutes that are published, with one version. */
export const publishedMinutes = async (place: Place, more: object = {}): Promise<string> => {
  const meetingId = await meetingThatIsOn(place, more);
  await afterMotions(place);
  expect((await write(place, meetingId)).status).toBe(200);
  expect((await acceptMinutes(place, meetingId)).status).toBe(200);
  return meetingId;
};

/** A decision of a meeting that has minutes, to be carried out in so many days. */
export const decide = async (
  place: Place,
  meetingId: string,
  { days = 30, ...more }: { days?: number; text?: string; unit?: string } = {},
): Promise<Answer> =>
  place.call(`POST /v1/staff/meetings/${meetingId}/decisions`, {
    token: await place.staff("editor"),
    key: newKey(),
    body: { text: "Stanie pięć ławek przy alei.", unit: "zielen", dueOn: today(place, days), ...more },
  });

export const noteProgress = async (
  place: Place,
  { meetingId, id }: { meetingId: string; id: string },
  body: object,
  [who, n]: readonly ["editor" | "unit", number] = ["unit", 1],
): Promise<Answer> =>
  place.call(`POST /v1/staff/meetings/${meetingId}/decisions/${id}/progress`, {
    token: await place.staff(who, n),
    body,
  });

/** Minutes on their way: a meeting that is on, with a motion of each kind, and what was written so far. */
export const minutesOnTheirWay = async (
  place: Place,
): Promise<Readonly<Record<"onMeeting" | "motion" | "decision", string>>> => {
  const meetingId = await meetingThatIsOn(place);
  await motionLink(place, meetingId, "olga@example.com");
  const { body } = await place.call(`POST /v1/staff/meetings/${meetingId}/motions`, {
    token: await place.staff("clerk"),
    key: newKey(),
    body: { text: "Lampa przy wejściu", way: "desk" },
  });
  await write(place, meetingId);
  const { body: decision } = await decide(place, meetingId);
  return { onMeeting: meetingId, motion: body.id, decision: decision.id };
};

/** Which meeting stands behind a path: one that is on, where minutes are written; one that is to come, which the office may end. */
export const meetingAt = (
  path: string,
  city: { readonly onMeeting: string; readonly closing: string; readonly meeting: string },
): string => {
  if (/minutes|protokol|motions|wnioski|decisions|decyzje/.test(path)) return city.onMeeting;
  // Sign-ups at the desk are those of the meeting that stays.
  if (/(?:signups|needs|zapisy|potrzeby)\/\{/.test(path)) return city.meeting;
  return /staff|urzad/.test(path) ? city.closing : city.meeting;
};

/** What their schemas cannot say: a term to come, and a unit that is there. */
export const DECISION_SENSE = {
  postDecision: (body: object, { place }: { readonly place: Place }) => ({
    ...body,
    unit: "zielen",
    dueOn: today(place, 400),
  }),
  postDecisionChange: (body: object, { place }: { readonly place: Place }) => ({
    ...body,
    unit: "zielen",
    dueOn: today(place, 400),
  }),
  postDecisionProgress: (body: object) => ({ ...body, step: "start", proof: "https://example.com/odbior" }),
};
