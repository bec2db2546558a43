import { afterAll, beforeAll, expect } from "vitest";
import { inTurn } from "../kit/in-turn.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import {
  acceptCard,
  beginDraft,
  enterPhase,
  fillCard,
  letterAbout,
  officeCookie,
  openCall,
  PARTS,
  pathInLetter,
  savePart,
} from "../kit/proposals.ts";
import { faultsOfPage } from "../pages/tags.ts";

const { test } = inTurn();

const AUTHOR = "lucja@example.com";
const INVITATION = /^Zaproszenie do współautorstwa/;
const CAME = /^Twój wniosek ma współautora$/;
const OLA = { name: "Ola Nowak", email: "ola.nowak@example.com" };
const JAN = { name: "Jan Lis", email: "jan.lis@example.com" };

let place: Place;
let cycleId: string;
let draft: string;
let ola: string;

const idOf = (path: string): string => path.split("/").at(-2) ?? "";
const proofOf = (path: string): string => path.split("/").at(-1) ?? "";
const door = (): string => `/v1/cycles/${cycleId}/proposals/${idOf(draft)}/co-authors`;
const desk = (): string => `/v1/staff/cycles/${cycleId}/projects/${idOf(draft)}/co-authors`;
const invite = (who: { name: string; email: string }, key = newKey()) =>
  place.call(`POST ${draft}/wspolautorzy`, { form: { ...who, key } });
const step = (path: string, event: string, more: object = {}) =>
  place.call(`POST ${path}/wspolautorstwo`, { form: { event, ...more } });
const lettersTo = async (email: string, subject: RegExp): Promise<number> => {
  await place.settle();
  return place.mailbox.mails("0", email).filter((mail) => subject.test(mail.subject)).length;
};
const publicNames = async (): Promise<string | null> =>
  (await place.call(`GET /v1/cycles/${cycleId}/projects/${idOf(draft)}`)).body.authorName;

beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place);
  draft = await beginDraft(place, cycleId, AUTHOR);
}, 60_000);
afterAll(() => place?.close());

test("nobody is invited before title and name are saved: whoever is invited reads both", async () => {
  const page = await place.call(`GET ${draft}/wspolautorzy`);
  expect([page.status, faultsOfPage(page.text)]).toEqual([200, []]);
  expect(page.text).toContain("Najpierw zapisz tytuł");
  const early = await invite(OLA);
  expect([early.status, await lettersTo(OLA.email, INVITATION)]).toEqual([409, 0]);
});

test("an invitation is one letter however often it is sent, names who invites, and shows nobody's address", async () => {
  for (const [part, fields] of Object.entries(PARTS)) await savePart(place, draft, part, fields);
  const key = newKey();
  expect((await invite(OLA, key)).status).toBe(303);
  expect((await invite(OLA, key)).status).toBe(303);
  // Back in the browser, with the form of the first one: nobody is told that somebody was invited who was not.
  const other = await invite({ name: "Iza", email: "iza@example.com" }, key);
  expect([other.status, await lettersTo("iza@example.com", INVITATION)]).toEqual([422, 0]);
  expect(other.text).toContain("iza@example.com");
  expect(other.text).not.toContain(key);
  expect(await lettersTo(OLA.email, INVITATION)).toBe(1);
  const letter = await letterAbout(place, OLA.email, INVITATION);
  expect(letter?.text).toContain("Łucja Żak");
  expect(letter?.text).toContain(PARTS.pomysl.title);
  expect(letter?.text).not.toContain(AUTHOR);
  ola = pathInLetter(letter);
  const page = await place.call(`GET ${ola}`);
  expect([page.status, faultsOfPage(page.text)]).toEqual([200, []]);
  expect(page.text).toContain("Zostań współautorem");
  expect(page.text).not.toContain(AUTHOR);
  expect((await place.call(`GET ${draft}/wspolautorzy`)).text).not.toContain(OLA.email);
});

test.each([
  ["the same person", { ...OLA, email: "OLA.nowak@example.com" }, 422],
  ["the author", { name: "Ja", email: AUTHOR }, 422],
  ["nobody", { name: "", email: "x" }, 422],
] as const)("no invitation goes to %s", async (_who, who, status) => {
  expect((await invite(who)).status).toBe(status);
  expect(await lettersTo(who.email, INVITATION)).toBe(who.email.toLowerCase() === OLA.email ? 1 : 0);
});

test("there is room for as many as the edition says; an invitation that is taken back frees a place, and its link", async () => {
  expect((await invite(JAN)).status).toBe(303);
  expect((await invite({ name: "Iza", email: "iza@example.com" })).status).toBe(409);
  const jan = pathInLetter(await letterAbout(place, JAN.email, INVITATION));
  const { text } = await place.call(`GET ${draft}/wspolautorzy`);
  const ids = [...text.matchAll(/name="coAuthorId"[^>]*value="(coa_\w+)"/g)].map(([, id]) => id);
  expect(ids).toHaveLength(2);
  expect((await step(jan, "take-back", { coAuthorId: ids[0] })).status).toBe(404);
  expect((await step(draft, "accept", { coAuthorId: ids[1] })).status).toBe(404);
  expect((await step(draft, "take-back", { coAuthorId: ids[1] })).status).toBe(303);
  const ended = await place.call(`GET ${jan}`);
  expect(ended.text).toContain("Autor cofnął zaproszenie");
  expect((await step(jan, "accept")).status).toBe(409);
  expect((await invite(JAN)).status).toBe(303);
});

test("before they accept, a link opens nothing; then what is written, but not what the author says of themselves", async () => {
  for (const part of ["pomysl", "dane"])
    expect((await place.call(`GET ${ola}/czesc/${part}`)).status).toBe(404);
  expect((await step(ola, "accept", { isNamePublic: "yes" })).status).toBe(303);
  expect((await step(ola, "accept", { isNamePublic: "yes" })).status).toBe(303);
  const page = await place.call(`GET ${ola}`);
  expect([page.status, faultsOfPage(page.text)]).toEqual([200, []]);
  expect(page.text).toContain("Jesteś współautorem");
  expect(await lettersTo(AUTHOR, CAME)).toBe(1);
  const came = await letterAbout(place, AUTHOR, CAME);
  expect([came?.text.includes(OLA.name), pathInLetter(came)]).toEqual([true, draft]);
  const saved = await savePart(place, ola, "pomysl", { ...PARTS.pomysl, title: "Boisko i bieżnia" });
  expect(saved.status).toBe(303);
  for (const shut of ["czesc/dane", "sprawdz", "wycofaj", "wspolautorzy"])
    expect([shut, (await place.call(`GET ${ola}/${shut}`)).status]).toEqual([shut, 404]);
  expect((await place.call(`POST ${ola}/sprawdz`, { form: {} })).status).toBe(404);
  expect((await place.call(`POST ${ola}/wycofaj`, { form: {} })).status).toBe(404);
});

test("submission waits for nobody; the public sees who accepted and wants it, each gets the letters by a link of their own", async () => {
  expect((await place.call(`POST ${draft}/sprawdz`, { form: {} })).status).toBe(303);
  expect(await publicNames()).toBe(OLA.name);
  expect((await place.call(`GET /projekty/${cycleId}/${idOf(draft)}`)).text).toContain(OLA.name);
  const received = /^Przyjęliśmy Twój wniosek/;
  const own = await letterAbout(place, AUTHOR, received);
  const hers = await letterAbout(place, OLA.email, received);
  expect([pathInLetter(own), pathInLetter(hers)]).toEqual([draft, ola]);
  expect(await lettersTo(JAN.email, received)).toBe(0);
  expect((await place.call(`GET ${ola}`)).text).not.toContain(AUTHOR);
});

test("who lost the link finds the proposal by their own mailbox", async () => {
  await place.call("POST /zglos", { form: { cycle: cycleId, email: OLA.email, key: newKey() } });
  const link = pathInLetter(await letterAbout(place, OLA.email, /link do formularza/i));
  const { text } = await place.call(`GET ${link}`);
  expect(text).toContain(ola);
  expect(text).not.toContain(draft);
});

test("a declined invitation leaves no address, and tells of nobody else, by the API too", async () => {
  const jan = pathInLetter(await letterAbout(place, JAN.email, INVITATION));
  const body = { proof: proofOf(jan), event: "decline" };
  const declined = await place.call(`POST ${door()}/steps`, { body });
  expect([declined.status, declined.text.includes("@")]).toEqual([200, false]);
  expect(declined.body.items.map(({ name }: { name: string }) => name)).toEqual([JAN.name]);
  const seen = await place.call(`GET ${desk()}`, { token: await place.staff("auditor") });
  expect(seen.body.items.map(({ email, state }: Record<string, string>) => [state, email])).toEqual([
    ["accepted", OLA.email],
    ["taken-back", null],
    ["declined", null],
  ]);
  expect((await place.call(`POST ${door()}/steps`, { body: { ...body, event: "accept" } })).status).toBe(409);
});

test("a clerk keys who signed the paper; a verifier does not", async () => {
  const body = { name: "Ewa Mróz", isNamePublic: false };
  const refused = await place.call(`POST ${desk()}`, { token: await place.staff("verifier"), body });
  expect(refused.status).toBe(403);
  const path = `/urzad/wnioski/${cycleId}/${idOf(draft)}/wspolautorzy`;
  const cookie = await officeCookie(place, "coordinator");
  const page = await place.call(`GET ${path}`, { headers: cookie });
  expect([page.status, faultsOfPage(page.text)]).toEqual([200, []]);
  const keyed = await place.call(`POST ${desk()}`, { token: await place.staff("clerk"), body });
  expect([keyed.status, keyed.body.items.at(-1)?.state]).toEqual([200, "accepted"]);
  expect(await publicNames()).toBe(OLA.name);
  // Sent again, for the answer was lost: they are there once, and nothing changed.
  const again = await place.call(`POST ${desk()}`, { token: await place.staff("clerk"), body });
  expect([again.status, again.body]).toEqual([200, keyed.body]);
  for (const more of [{ body: { ...body, name: "Ewa Szron" } }, { body, key: newKey() }]) {
    const full = await place.call(`POST ${desk()}`, { token: await place.staff("clerk"), ...more });
    expect([full.status, full.body.code]).toEqual([409, "co-author/full"]);
  }
  const offered = await place.call(`GET ${path}`, { headers: cookie });
  expect(offered.text).not.toContain("Wpisz współautora");
});

test("a call to correct goes to both, and a co-author answers it", async () => {
  await enterPhase(place, cycleId, "formal-review");
  const at = [cycleId, idOf(draft)] as const;
  expect((await fillCard(place, at, "to-correct")).status).toBeLessThan(300);
  await acceptCard(place, at);
  const call = /popraw|uzupełni/i;
  expect([await lettersTo(AUTHOR, call), await lettersTo(OLA.email, call)]).toEqual([1, 1]);
  const answered = await place.call(`POST /v1/cycles/${cycleId}/proposals/${idOf(draft)}/corrections`, {
    body: { proof: proofOf(ola), changes: { title: "Boisko, bieżnia i ławki" } },
  });
  expect([answered.status, answered.body.title]).toEqual([200, "Boisko, bieżnia i ławki"]);
});

test("the office sees what was changed, each time, as it was and as it is", async () => {
  const { text } = await place.call(`GET /urzad/wnioski/${cycleId}/${idOf(draft)}`, {
    headers: await officeCookie(place, "verifier"),
  });
  expect(faultsOfPage(text)).toEqual([]);
  expect(text).toContain("<del>Boisko i bieżnia</del>");
  expect(text).toContain("<ins>Boisko, bieżnia i ławki</ins>");
  expect(text).toContain(OLA.name);
});

test("who leaves takes their name and address along, and their link opens nothing more", async () => {
  expect((await step(ola, "leave")).status).toBe(303);
  expect(await publicNames()).toBe(null);
  const page = await place.call(`GET ${ola}`);
  expect(page.text).toContain("Nie jesteś współautorem");
  const body = { proof: proofOf(ola), changes: { title: "Inny" } };
  expect((await place.call(`POST ${door().replace("co-authors", "corrections")}`, { body })).status).toBe(
    404,
  );
  const seen = await place.call(`GET ${desk()}`, { token: await place.staff("auditor") });
  expect(seen.text).not.toContain(OLA.email);
});
