import { expect } from "vitest";

import { makeProgramme } from "./consultations.ts";
import { asEditor, secondWord } from "./office.ts";
import { newKey, type Place } from "./place.ts";
import { openRequests } from "./requests.ts";
import { inHours, today } from "./time.ts";
import { letterLeads } from "./walk.ts";

export const A_REMARK = {
  text: "Ławek jest za mało.",
  name: "Zofia Przybylska",
  isNameShown: true,
  email: "zofia@example.com",
};

/** A consultation that takes remarks, with a document of two paragraphs. */
export const openGathering = async (place: Place, more: object = {}): Promise<string> => {
  const made = await asEditor(place, "POST /v1/staff/consultations", {
    kind: "dialogue",
    subject: { title: "Park Bogucki", decided: "Gdzie staną ławki.", fixed: "Drzewa zostają." },
    territory: "citywide",
    forms: ["online", "paper"],
    startsAt: inHours(place, -1),
    endsAt: inHours(place, 24 * 40),
    ...more,
  });
  const { id } = made.body;
  const text = "Ławki stoją przy alei.\n\nKosze stoją przy ławkach.";
  await asEditor(place, `POST /v1/staff/consultations/${id}/documents`, { title: "Plan", text });
  if (made.body.kind === "formal")
    for (const channel of ["bip", "website"])
      await asEditor(place, `POST /v1/staff/consultations/${id}/announcements`, {
        channel,
        on: today(place),
        proof: `https://example.com/${channel}`,
        note: "strona 4",
      });
  expect((await asEditor(place, `POST /v1/staff/consultations/${id}/publication`)).status).toBe(200);
  return id;
};

export const say = (place: Place, id: string, more: object = {}, key = newKey()) =>
  place.call(`POST /v1/consultations/${id}/remarks`, { key, body: { ...A_REMARK, ...more } });

/** Where the last letter to an address leads. */
export const remarkLink = async (place: Place, to: string): Promise<string> => {
  const letter = await place.letterTo(to);
  const paths = letterLeads(place.url, letter ? [letter] : []).map(({ to: path }) => path);
  return paths.find((path) => /\/uwagi\/potwierdzenie\//.test(path)) ?? "";
};

/** A remark that stands in the list. */
export const remark = async (
  place: Place,
  id: string,
  more: { email?: string; text?: string } & object = {},
) => {
  expect((await say(place, id, more)).status).toBe(202);
  const link = await remarkLink(place, more.email ?? A_REMARK.email);
  expect((await place.call(`POST ${link}`, { form: {} })).status).toBe(303);
  return link;
};

export const decide = (place: Place, id: string, remarkId: string, verdict = "accepted") =>
  asEditor(place, `POST /v1/staff/consultations/${id}/remarks/${remarkId}/decision`, {
    verdict,
    reason: "Dziękujemy. Postawimy cztery ławki.",
  });

export const writeReport = (place: Place, id: string, conclusions = "Ławek będzie więcej (#1).") =>
  asEditor(place, `POST /v1/staff/consultations/${id}/report`, {
    course: "Uwagi zbieraliśmy przez internet i na papierze.",
    conclusions,
  });

export const proposeReport = (place: Place, id: string) =>
  asEditor(place, `POST /v1/staff/consultations/${id}/report/publication`);

/** The report of one that is over, published by two. */
export const publishReport = async (place: Place, id: string): Promise<void> => {
  expect((await writeReport(place, id)).status).toBe(200);
  const proposed = await proposeReport(place, id);
  expect(proposed.status).toBe(202);
  await secondWord(place, proposed);
};

/** Consultations with remarks: one that is on, one with a link that waits, and one with its report. */
export const openRemarked = async (place: Place): Promise<void> => {
  await openRequests(place);
  const { id: programme } = await makeProgramme(place, await place.staff("editor"));
  const id = await openGathering(place, { programme });
  const time = { startsAt: inHours(place, 1), endsAt: inHours(place, 24) };
  const walks = { kind: "meetings", title: "Spacery po parku", forms: ["walk"], ...time };
  await asEditor(place, `POST /v1/staff/consultations/${id}/activities`, walks);
  await remark(place, id);
  expect((await decide(place, id, "rmk_000001", "partly")).status).toBe(200);
  await keyed(place, id, ["Za mało cienia w parku.", "za mało cienia w parku!"]);
  await say(place, id, { email: "czeka@example.com", document: "d1", documentVersion: 1, paragraph: 2 });
  const soon = new Date(place.clock.now() + 20_000).toISOString();
  const over = await openGathering(place, { endsAt: soon });
  await remark(place, over, { email: "raport@example.com" });
  await decide(place, over, "rmk_000001");
  await place.clock.moveTo((now) => now + 21_000);
  await publishReport(place, over);
};

/** A letter on paper with so many remarks as there are texts. */
export const keyed = async (place: Place, id: string, remarks: readonly string[], more: object = {}) => {
  const body = { origin: "paper", arrivedOn: today(place), remarks, isNameShown: false, ...more };
  const token = await place.staff("editor");
  return place.call(`POST /v1/staff/consultations/${id}/remarks`, { token, key: newKey(), body });
};
