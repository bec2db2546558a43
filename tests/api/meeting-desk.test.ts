import { afterAll, beforeAll, expect, test } from "vitest";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { faultsOfPage } from "../pages/tags.ts";
import { askForPlace, callMeeting, confirmPlace, noticesTo, signUp } from "./meeting-parts.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const ITEMS = [
  { at: "17:05", title: "Plany parku", speaker: "Anna Nowak" },
  { at: "17:40", title: "Pytania" },
];

const asClerk = async () => ({ cookie: `staff=${await place.staff("clerk")}` });

const page = async (path: string, headers: Record<string, string> = {}) => {
  const reply = await place.call(`GET ${path}`, { headers });
  expect([path, reply.status, faultsOfPage(reply.text)]).toEqual([path, 200, []]);
  return reply.text;
};

const call = async (address: string, body?: object, role: "clerk" | "editor" = "clerk") =>
  place.call(address, { token: await place.staff(role), ...(body && { body }) });

test("the agenda stands on the page, in JSON, in the calendar, and in the template of the minutes", async () => {
  const { body: meeting } = await callMeeting(place, { items: ITEMS, agenda: "O parku" });
  expect(meeting.items).toEqual(ITEMS);
  const shown = await page(`/en/spotkania/${meeting.id}`);
  for (const said of ["Plany parku", "speaks: Anna Nowak", "What the meeting is about"])
    expect(shown).toContain(said);
  const ics = (await place.call(`GET /v1/meetings/${meeting.id}/meeting.ics`)).text.replaceAll("\r\n ", "");
  expect(ics).toContain("17:05 Plany parku (Anna Nowak)\\n17:40 Pytania");
  await signUp(place, meeting.id, 1, { question: "Kiedy ławki?", topic: 1 });
  const { body: minutes } = await call(`GET /v1/staff/meetings/${meeting.id}/minutes`);
  expect(minutes.agenda).toBe("17:05 Plany parku (Anna Nowak)\n17:40 Pytania");
  expect(minutes.raised.residents).toEqual(["Kiedy ławki?"]);
});

test("a line of the agenda that cannot be read comes back with what was typed", async () => {
  const headers = { cookie: `staff=${await place.staff("editor")}` };
  const form = {
    key: newKey(),
    kind: "president",
    audience: "public",
    title: "Prezydent w Zawodziu",
    startsAt: "2098-06-10T17:00",
    endsAt: "2098-06-10T19:00",
    "place-name": "Szkoła",
    "place-address": "ul. Marcinkowskiego 17",
    capacity: "20",
  };
  const wrong = await place.call("POST /urzad/spotkania/nowe", {
    headers,
    form: { ...form, items: "17:05 Powitanie\nkoło szóstej pytania" },
  });
  expect([wrong.status, faultsOfPage(wrong.text)]).toEqual([422, []]);
  expect(wrong.text).toContain("koło szóstej pytania");
  expect(wrong.text).toContain('href="#items"');
  const right = await place.call("POST /urzad/spotkania/nowe", {
    headers,
    form: { ...form, key: newKey(), items: "17:05 Powitanie | Marcin Król\n18.00 Pytania" },
  });
  const at = right.headers.get("location") ?? "";
  const meetingId = at.split("/").at(-1);
  expect((await place.call(`GET /v1/meetings/${meetingId}`)).body).toMatchObject({
    kind: "president",
    items: [
      { at: "17:05", title: "Powitanie", speaker: "Marcin Król" },
      { at: "18:00", title: "Pytania" },
    ],
  });
  expect(await page(`${at}/zmiana`, headers)).toContain("17:05 Powitanie | Marcin Król");
});

test("who may be asked to a meeting of a kind is the city's to say; one of a district is in its lists alone", async () => {
  const body = { title: "Moderatorzy", kind: "moderators", audience: "public" };
  await expect(callMeeting(place, body)).rejects.toThrow('"/audience"');
  await expect(callMeeting(place, { audience: "district" })).rejects.toThrow('"/district"');
  const { body: own } = await callMeeting(place, { audience: "district", district: "L9", title: "Tylko tu" });
  const listed = async (query: string) =>
    (await place.call(`GET /v1/meetings?limit=100${query}`)).body.items.map(({ id }: { id: string }) => id);
  expect(await listed("")).not.toContain(own.id);
  expect(await listed("&district=L9")).toContain(own.id);
  expect((await place.call("GET /v1/meetings.ics")).text).not.toContain("Tylko tu");
  expect((await place.call("GET /v1/meetings.ics?district=L9")).text).toContain("Tylko tu");
});

test("a need is work until each is answered; the answer is mailed, and what was needed goes with the sign-up", async () => {
  const { body: meeting } = await callMeeting(place, {}, 24 * 20);
  const link = await confirmPlace(place, meeting.id, 2, {
    email: "olga-potrzeby@example.com",
    helps: ["sign-language", "loop"],
    needs: "Przyjdę z psem przewodnikiem",
  });
  const id = link.split("/").at(-2) ?? "";
  const works = async () =>
    JSON.stringify((await place.call("GET /v1/staff/work", { token: await place.staff("editor") })).body);
  expect(await works()).toContain(id);
  expect(await works()).not.toContain("psem");

  const { body: list } = await call(`GET /v1/staff/meetings/${meeting.id}/needs`);
  expect(list.items).toMatchObject([{ id, open: ["sign-language", "loop", "other"] }]);
  const { items } = await place.deps.store.audit.list(meeting.id);
  expect(items.map(({ act }) => act)).toContain("getNeeds");
  const door = await page(`/urzad/spotkania/${meeting.id}`, await asClerk());
  expect(door).toContain("pętla indukcyjna: 1");
  expect(door).not.toContain("psem");

  const address = `POST /v1/staff/meetings/${meeting.id}/needs/${id}`;
  const bare = await call(address, { need: "loop", verdict: "cannot" });
  expect([bare.status, bare.body.errors[0].pointer]).toEqual([422, "/text"]);
  const strange = await call(address, { need: "wheelchair", verdict: "arranged" });
  expect([strange.status, strange.body.errors[0].pointer]).toEqual([422, "/need"]);
  await call(address, { need: "loop", verdict: "cannot", text: "Posadzimy Panią w pierwszym rzędzie." });
  await call(address, { need: "sign-language", verdict: "arranged" });
  expect(await works()).toContain(id);
  expect((await place.letterTo("olga-potrzeby@example.com"))?.text).toContain("tłumacz języka migowego");
  const told = await noticesTo(place, "olga-potrzeby@example.com");
  expect(told.filter(({ kind }) => kind === "subject/decision")).toHaveLength(2);
  const done = await call(address, { need: "other", verdict: "arranged" });
  expect([done.status, done.body.open]).toEqual([200, []]);
  expect(await works()).not.toContain(id);

  await place.call(`POST ${link}`, { form: { act: "cancel" } });
  expect((await call(`GET /v1/staff/meetings/${meeting.id}/needs`)).body.items).toEqual([]);
  const { body: other } = await signUp(place, meeting.id, 5, { helps: ["loop"] });
  expect(await works()).toContain(other.id);
  await call(`POST /v1/staff/meetings/${meeting.id}/cancellation`, { reason: "Burza" }, "editor");
  expect(await works()).not.toContain(other.id);
});

test("a clerk signs somebody up without a mailbox; a repeated form makes nobody twice, and changes are a call", async () => {
  const { body: meeting } = await callMeeting(place, { capacity: 3, items: ITEMS });
  const headers = await asClerk();
  const at = `/urzad/spotkania/${meeting.id}/zapis`;
  expect(await page(at, headers)).toContain("Plany parku");
  const form = { key: newKey(), name: "Genowefa Bez Poczty", seats: "2", phone: "32 259 31 44", topic: "2" };
  const faulty = await place.call(`POST ${at}`, { headers, form: { ...form, seats: "9" } });
  expect([faulty.status, faultsOfPage(faulty.text)]).toEqual([422, []]);
  const sent = { headers, form: { ...form, question: "Czy będzie winda?" } };
  const [first, again] = [await place.call(`POST ${at}`, sent), await place.call(`POST ${at}`, sent)];
  const person = first.headers.get("location") ?? "";
  expect([first.status, again.headers.get("location")]).toEqual([303, person]);
  expect((await place.call(`GET /v1/meetings/${meeting.id}`)).body.seatsLeft).toBe(1);
  const id = person.split("/").at(-1) ?? "";
  const shown = await page(person, headers);
  for (const said of [id.slice(-6).toUpperCase(), "32 259 31 44", "ma miejsce"])
    expect(shown).toContain(said);
  expect(shown).not.toContain("Zadzwoń");
  expect(await page(`/urzad/spotkania/${meeting.id}/pytania`, headers)).toContain("Czy będzie winda?");
  expect((await call(`GET /v1/staff/meetings/${meeting.id}/questions`)).body.items).toEqual([
    { title: "Pytania", questions: ["Czy będzie winda?"] },
  ]);

  await place.call(`PATCH /v1/staff/meetings/${meeting.id}`, {
    token: await place.staff("editor"),
    headers: { "if-match": '"v1"' },
    body: { place: { name: "Dom kultury", address: "ul. Markiefki 44a" } },
  });
  expect(await page(person, headers)).toContain("Zadzwoń");
  const work = await place.call("GET /urzad", { headers });
  expect(work.text).toContain("Zadzwoń do osoby bez adresu e-mail");
  expect(work.text).not.toContain("Genowefa");
  const called = await place.call(`POST ${person}/rozmowa`, { headers, form: { key: newKey() } });
  expect(called.headers.get("location")).toBe(person);
  expect(await page(person, headers)).not.toContain("Zadzwoń");
  const off = await place.call(`POST ${person}/rezygnacja`, { headers, form: { key: newKey() } });
  expect(off.status).toBe(303);
  expect((await place.call(`GET /v1/meetings/${meeting.id}`)).body.seatsLeft).toBe(3);
  expect((await place.call(`GET ${person}`, { headers })).status).toBe(404);
});

test("a question is asked behind the link of a place, of a point that there is, and asked again", async () => {
  const { body: meeting } = await callMeeting(place, { items: ITEMS });
  const refused = await askForPlace(place, meeting.id, 3, { question: "Ławki?" });
  expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, "/question"]);
  const link = await confirmPlace(place, meeting.id, 4, { email: "pyta@example.com" });
  expect(await page(link)).toContain("Plany parku");
  const ask = (form: object) => place.call(`POST ${link}`, { form: { act: "ask", ...form } });
  const long = await ask({ question: "a".repeat(501), topic: "1" });
  expect([long.status, faultsOfPage(long.text)]).toEqual([422, []]);
  expect(long.text).toContain('href="#question"');
  expect((await ask({ question: "Kto?", topic: "3" })).status).toBe(422);
  for (const form of [{ question: "Kiedy ławki?", topic: "2" }, { question: "Kiedy ławki i kosze?" }])
    expect((await ask(form)).status).toBe(303);
  expect(await page(link)).toContain("Kiedy ławki i kosze?");
  expect((await call(`GET /v1/staff/meetings/${meeting.id}/questions`)).body.items).toEqual([
    { title: null, questions: ["Kiedy ławki i kosze?"] },
  ]);
  await place.call(`POST ${link}`, { form: { act: "cancel" } });
  expect((await ask({ question: "Jeszcze?" })).status).toBe(404);
});

test("for a meeting that the office fills nobody signs up alone, and the desk enters whom it has asked", async () => {
  const { body: meeting } = await callMeeting(place, { kind: "press", audience: "press" });
  expect(await page(`/spotkania/${meeting.id}`)).toContain("zapisuje urząd");
  expect((await askForPlace(place, meeting.id, 7)).body.code).toBe("meeting/by-office");
  expect((await signUp(place, meeting.id, 7)).body.place).toBe("seat");
  const { body: closed } = await callMeeting(place, { kind: "study-visit", audience: "invited" });
  for (const path of [`/v1/meetings/${closed.id}`, `/spotkania/${closed.id}`])
    expect((await place.call(`GET ${path}`)).status).toBe(404);
  expect((await signUp(place, closed.id, 8)).status).toBe(201);
});
