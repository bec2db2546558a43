import { z } from "zod";
import { signupKeysOf } from "../../shared/acts/signup-keys.ts";
import type { MeetingId, SignupId } from "../../shared/domain/ids.ts";
import type { Signup } from "../../shared/domain/meeting/signup.ts";
import { keys } from "../../shared/store/keys.ts";
import { pendingSince } from "../../shared/store/notices.ts";
import { put } from "../../shared/store/write.ts";
import type { Place } from "../kit/place.ts";

export const HOUR_MS = 3_600_000;

/** A meeting as staff send it, `hours` from now. */
export const aMeeting = (place: Pick<Place, "clock">, more: object = {}, hours = 48) => {
  const startsAt = place.clock.now() + hours * HOUR_MS;
  return {
    title: "Co dalej z parkiem",
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + 2 * HOUR_MS).toISOString(),
    place: { name: "Szkoła Podstawowa nr 12", address: "ul. Paderewskiego 46, Katowice" },
    accessibility: "Wejście bez schodów, pętla indukcyjna",
    capacity: 50,
    ...more,
  };
};

/** One that owes nothing before it is opened. */
export const aConsultation = (place: Pick<Place, "clock">, more: object = {}) => ({
  kind: "dialogue",
  subject: {
    title: "Plan dla parku Boguckiego",
    decided: "Gdzie staną ławki, plac zabaw i wybieg dla psów.",
    fixed: "Drzewa zostają. Budżet wynosi 400 000 zł.",
  },
  territory: ["L13"],
  forms: ["online", "meeting"],
  startsAt: new Date(place.clock.now() + HOUR_MS).toISOString(),
  endsAt: new Date(place.clock.now() + 20 * 24 * HOUR_MS).toISOString(),
  ...more,
});

/** Calls a meeting as an editor and answers what the API answered. */
export const callMeeting = async (place: Place, more: object = {}, hours?: number) => {
  const made = await place.call("POST /v1/staff/meetings", {
    token: await place.staff("editor"),
    key: true,
    body: aMeeting(place, more, hours),
  });
  if (made.status !== 201) throw new Error(made.text);
  return made;
};

const aSignup = (n: number, more: object) => ({
  name: `Osoba ${n}`,
  email: `osoba-${n}@example.com`,
  seats: 1,
  ...more,
});

/** Somebody whom an editor signs up: with a place at once. */
export const signUp = async (place: Place, meetingId: string, n: number, more: object = {}) =>
  place.call(`POST /v1/staff/meetings/${meetingId}/signups`, {
    token: await place.staff("editor"),
    body: aSignup(n, more),
  });

/** Somebody who asks for the link. */
export const askForPlace = (place: Place, meetingId: string, n: number, more: object = {}) =>
  place.call(`POST /v1/meetings/${meetingId}/signups`, { body: aSignup(n, more) });

/** The link of a sign-up as it was mailed, path only, from the outbox: letters are the business of another test. */
export const mailedLink = async (place: Place, meetingId: string, signupId: string): Promise<string> => {
  const { linkOf } = await signupKeysOf(place.deps.vault);
  return linkOf(meetingId as MeetingId, signupId as SignupId);
};

export const tokenOf = async (place: Place, meetingId: string, signupId: string): Promise<string> =>
  (await mailedLink(place, meetingId, signupId)).split("/").at(-1) ?? "";

/** Notices in the outbox, told or not, by kind: what people are to be told. */
export const noticesTo = async (
  place: Place,
  email: string,
): Promise<{ kind: string; facts: Record<string, unknown> }[]> => {
  const all = await place.deps.store.table.scan(
    "main",
    "NOTICE#",
    z.object({
      kind: z.string(),
      to: z.string(),
      facts: z.record(z.string(), z.unknown()).default({}),
      pk: z.string(),
    }),
  );
  return all.filter(({ to }) => to === email);
};

/** The latest link by which this address confirms a sign-up. */
export const confirmationFor = async (place: Place, email: string): Promise<string> => {
  await place.told();
  const links = place
    .letters()
    .filter(({ to }) => to === email)
    .flatMap(({ text }) => [
      ...(text ?? "").matchAll(/https?:\/\/[^/\s]+(?:\/\w\w)?(\/zapis\/[\w.-]+)(?=\s)/g),
    ]);
  const last = links.at(-1)?.[1];
  if (last === undefined) throw new Error(`no link for ${email}`);
  return last;
};

/** Asks for a place and confirms it, and answers where its page is. */
export const confirmPlace = async (
  place: Place,
  meetingId: string,
  n: number,
  more: object = {},
): Promise<string> => {
  await askForPlace(place, meetingId, n, more);
  const link = await confirmationFor(place, aSignup(n, more).email.trim().toLowerCase());
  const confirmed = await place.call(`POST ${link}`, { form: {} });
  return confirmed.headers.get("location") ?? "";
};

/** A sign-up whose function died after its first write: the person's item is there, without a place and without a letter. */
export const cutOffSignup = async (
  place: Place,
  meetingId: MeetingId,
  email: string,
): Promise<{ signup: Signup & { readonly email: string } }> => {
  const { idOf } = await signupKeysOf(place.deps.vault);
  const createdAt = new Date(place.clock.now()).toISOString();
  const signup: Signup & { readonly email: string } = {
    id: idOf(meetingId, email),
    meetingId,
    name: "Osoba",
    email,
    seats: 1,
    language: "pl",
    createdAt,
    fingerprint: "cut-off",
  };
  const item = { ...signup, ...pendingSince("signups", createdAt) };
  await place.deps.store.table.write([put({ key: keys.signup(meetingId, signup.id), item })]);
  return { signup };
};
