/** Consultations for tests that ask every door: with a document, announced and open, or a draft yet. */
import { aConsultation } from "../api/meeting-parts.ts";
import type { Chance } from "./chance.ts";
import type { Place } from "./place.ts";
import { aRequest, enterRequest } from "./requests.ts";
import { inHours, today } from "./time.ts";

/** A programme; consultations name it. */
export const makeProgramme = async (place: Place, token: string) => {
  const body = { name: "Zieleń w centrum", lead: "Trzy rozmowy o parkach i skwerach." };
  const made = await place.call("POST /v1/staff/consultations/programmes", { token, key: true, body });
  if (made.status !== 201) throw new Error(made.text);
  return made.body as { readonly id: string; readonly version: number };
};

/** One that is open, and one that is prepared; each has a document. */
export const consultationsOf = async (place: Place) => {
  const token = await place.staff("editor");
  const post = async (path: string, body: object = {}) => {
    const answer = await place.call(`POST /v1/staff/consultations${path}`, { token, key: true, body });
    if (answer.status >= 300) throw new Error(answer.text);
    return answer.body.id as string;
  };
  const programme = (await makeProgramme(place, token)).id;
  const make = async (): Promise<string> => {
    const startsAt = inHours(place, -1);
    const id = await post("", aConsultation(place, { startsAt, programme }));
    await post(`/${id}/documents`, { title: "Plan", text: "Ławki.\n\nDrzewa." });
    await post(`/${id}/activities`, {
      kind: "remarks",
      title: "Uwagi do planu",
      forms: ["online", "paper"],
      startsAt,
      endsAt: inHours(place, 24),
    });
    return id;
  };
  const [consultation, draftConsultation] = [await make(), await make()];
  await post(`/${consultation}/publication`);
  await post(`/${consultation}/remarks`, {
    origin: "paper",
    arrivedOn: today(place),
    remarks: ["Więcej ławek.", "Mniej betonu."],
    isNameShown: false,
  });
  return { consultation, draftConsultation, programme, request: await enterRequest(place) };
};

interface City {
  readonly place: Place;
  readonly later: (hours: number) => string;
}

/** What a schema cannot say of what is sent about consultations. */
export const CONSULTATION_SENSE = {
  postConsultation: (body: Record<string, unknown>, city: City, chance: Chance) => {
    const start = chance.between(1, 100);
    return {
      ...aConsultation(city.place),
      subject: body.subject,
      startsAt: city.later(start),
      endsAt: city.later(start + 24 * chance.between(30, 60)),
    };
  },
  postConsultationRequest: (body: Record<string, unknown>, city: City) =>
    aRequest(city.place, { title: body.title, justification: body.justification }),
  postRequestSupporters: (_body: Record<string, unknown>, _city: City, chance: Chance) => ({
    lines: [{ name: `Jan ${chance.text("abcdefghij", 14)}`, address: "ul. Jasna 1, Katowice" }],
  }),
  postConsultationActivity: (body: Record<string, unknown>, city: City) => ({
    kind: "meetings",
    title: body.title,
    forms: body.forms,
    startsAt: city.later(1),
    endsAt: city.later(2),
  }),
  postConsultationAnnouncement: (body: Record<string, unknown>, city: City) => ({
    channel: body.channel,
    on: today(city.place),
    proof: "https://bip.example/konsultacje",
  }),
  postRemark: (body: Record<string, unknown>, _city: City, chance: Chance) => ({
    text: body.text,
    isNameShown: false,
    email: `${chance.text("abcdefghij", 14)}@example.com`,
  }),
  postStaffRemarks: (body: Record<string, unknown>, city: City, chance: Chance) => ({
    origin: body.origin,
    arrivedOn: today(city.place),
    remarks: [chance.text("abcdefghij", 14)],
    isNameShown: false,
  }),
  postLookBar: () => ({ days: 7, because: { point: "2" } }),
  postLookHiding: () => ({ point: "2" }),
  postLookMasking: () => ({ words: ["ławek"], why: { point: "3" } }),
  putModerators: () => ({ moderators: [] }),
  postRemarkDecisions: (body: Record<string, unknown>) => ({
    remarks: ["rmk_000001", "rmk_000002"],
    verdict: body.verdict,
    reason: body.reason,
  }),
  postConsultationDocument: (body: Record<string, unknown>) => ({
    title: body.title,
    text: body.text,
    link: "https://example.com/plan.pdf",
  }),
};
