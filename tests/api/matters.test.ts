import { afterAll, beforeAll, expect, test } from "vitest";
import { plusDays, plusMonths, startOfDay } from "../../shared/domain/time.ts";
import { aMatter, ask, linkFor, matterLines, openMatter } from "../kit/matters.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { today } from "../kit/time.ts";
import { visitor } from "../kit/visitor.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const act = async (id: string, name: string, body: object, role: Parameters<Place["staff"]>[0] = "clerk") =>
  place.call(`POST /v1/staff/matters/${id}/${name}`, { token: await place.staff(role), body });
const read = async (id: string) =>
  place.call(`GET /v1/staff/matters/${id}`, { token: await place.staff("clerk") });
const afterDay = (day: string): string => startOfDay(plusDays(day, 1));
/** What was written to an address, all of it. */
const writtenTo = async (address: string): Promise<string> => {
  await place.settle();
  return place.mailbox
    .mails("0", address)
    .map(({ text }) => text)
    .join("\n");
};
const workOf = async (role: Parameters<Place["staff"]>[0], whose = "mine") =>
  (await place.call(`GET /v1/staff/work?whose=${whose}&limit=100`, { token: await place.staff(role) })).body
    .items as { readonly id: string; readonly dueAt: string }[];

test("a demand waits until its mailbox is proved, and its term runs from the day on which it was sent", async () => {
  const sentOn = today(place);
  await ask(place, "accessibility", { contact: "ala@example.com" });
  expect((await matterLines(place)).filter(({ kind }) => kind === "accessibility")).toEqual([]);
  const link = await linkFor(place, "ala@example.com");
  expect((await place.call(`GET ${link}`)).text).toContain("Mapa projektów");
  await place.clock.moveTo((now) => now + 2 * 86_400_000);
  for (const _twice of [1, 2]) expect((await place.call(`POST ${link}`, { form: {} })).status).toBe(303);
  const [line] = (await matterLines(place)).filter(({ kind }) => kind === "accessibility");
  expect(line).toMatchObject({ state: "open", dueAt: afterDay(plusDays(sentOn, 7)) });
  expect(await writtenTo("ala@example.com")).toContain(line?.number);
  expect(await workOf("clerk")).toContainEqual(expect.objectContaining({ id: line?.id, dueAt: line?.dueAt }));
});

test("one that nobody confirms is gone after a week", async () => {
  await ask(place, "question", { contact: "nikt@example.com" });
  const link = await linkFor(place, "nikt@example.com");
  await place.clock.moveTo((now) => now + 9 * 86_400_000);
  expect((await place.call(`POST ${link}`, { form: {} })).status).toBe(404);
});

test("each kind has the term that the law gives it, and is extended once, not beyond its latest day", async () => {
  const day = today(place);
  const terms = {
    question: [plusDays(day, 14), null],
    accessibility: [plusDays(day, 7), plusMonths(day, 2)],
    "personal-data": [plusMonths(day, 1), plusMonths(day, 3)],
    "public-information": [plusDays(day, 14), plusMonths(day, 2)],
  } as const;
  for (const [kind, [first, latest]] of Object.entries(terms)) {
    const contact = `${kind}@example.com`;
    const { id, line } = await openMatter(place, kind as keyof typeof terms, { contact });
    expect([kind, line?.dueAt]).toEqual([kind, afterDay(first)]);
    const extend = (until: string) => act(id, "extension", { until, reason: "Czekamy na archiwum" });
    if (latest === null) {
      expect((await extend(plusDays(first, 1))).status).toBe(409);
      continue;
    }
    expect((await extend(plusDays(latest, 1))).status).toBe(409);
    expect((await extend(first)).status).toBe(409);
    expect((await extend(latest)).body).toMatchObject({ dueAt: afterDay(latest) });
    expect((await extend(latest)).status).toBe(409);
    expect(await writtenTo(contact)).toContain("Czekamy na archiwum");
  }
});

test("the answer goes to the mailbox with the way to complain, and is read behind the link", async () => {
  const contact = "ewa@example.com";
  const { id, link } = await openMatter(place, "public-information", { contact });
  const answered = await act(id, "answer", { outcome: "refused", text: "Umowa jest tajemnicą firmy." });
  expect(answered.body).toMatchObject({ state: "answered" });
  const letter = await writtenTo(contact);
  expect(letter).toContain("Umowa jest tajemnicą firmy.");
  expect(letter).toMatch(/Samorządowego\s+Kolegium\s+Odwoławczego/);
  expect((await place.call(`GET ${link}`)).text).toContain("Umowa jest tajemnicą firmy.");
  expect((await workOf("clerk")).filter((one) => one.id === id)).toEqual([]);
  expect((await act(id, "answer", { outcome: "done", text: "Jeszcze raz" })).status).toBe(409);
  const again = await act(id, "reopening", { reason: "Sąd kazał odpowiedzieć" });
  expect(again.body).toMatchObject({ state: "open", dueAt: afterDay(plusDays(today(place), 14)) });
});

test("somebody with a number alone is called, and that is noted", async () => {
  const { id } = await openMatter(place, "question", { contact: "600100200" });
  expect((await act(id, "answer", { outcome: "done", text: "Do piątku." })).body.state).toBe("to-hand");
  expect(await workOf("clerk")).toContainEqual(expect.objectContaining({ id }));
  const told = await act(id, "telling", { told: "telefonicznie, 12 grudnia" });
  expect(told.body).toMatchObject({ state: "answered", answer: { told: "telefonicznie, 12 grudnia" } });
});

test("a clerk enters what came at the desk: its term runs from the day on which it came", async () => {
  const token = await place.staff("clerk");
  const enter = (more: object) =>
    place.call("POST /v1/staff/matters", {
      ...{ token, key: newKey() },
      body: aMatter(place, { arrivedOn: plusDays(today(place), -3), ...more }),
    });
  const { status, body } = await enter({});
  expect([status, body.dueAt]).toEqual([201, afterDay(plusDays(today(place), 11))]);
  expect((await enter({ arrivedOn: plusDays(today(place), 1) })).status).toBe(409);
  expect((await enter({ address: undefined })).status).toBe(409);
  expect((await enter({ kind: "personal-data" })).status).toBe(422);
  // Who can be called needs no mobile.
  expect((await enter({ way: "phone", contact: "32 259 39 09", address: undefined })).status).toBe(201);
});

test("a unit reads what was given to it and nothing else; the journal says who has read", async () => {
  const { id } = await openMatter(place, "question", { contact: "jan@example.com" });
  const unit = await place.staff("unit");
  const readIt = () => place.call(`GET /v1/staff/matters/${id}`, { token: unit });
  expect((await readIt()).status).toBe(404);
  const person = (await place.deps.store.directory.staff()).find(({ name }) => name === "Joanna Czapla");
  expect((await act(id, "assignment", { owner: "person#nobody" })).status).toBe(409);
  const given = await act(id, "assignment", { owner: `person#${person?.id}` });
  expect(given.body).toMatchObject({ ownerName: person?.name });
  expect((await readIt()).status).toBe(200);
  expect(await workOf("unit")).toContainEqual(expect.objectContaining({ id }));
  await read(id);
  const { items } = await place.deps.store.audit.list(id as never, { limit: 10 });
  expect(items.filter(({ act: name }) => name === "getStaffMatter")).toHaveLength(2);
});

test("the form says what is missing where it is, and keeps what was typed", async () => {
  const guest = visitor(place);
  const path = "/sprawy/dostepnosc";
  const page = await guest.open(path);
  const back = await guest.send(page, path, { about: "Mapa", text: "", contact: "nie adres" });
  expect(back.status).toBe(422);
  expect(back.text).toContain('aria-invalid="true"');
  expect(back.text).toContain("Mapa");
  const sent = await guest.send(back, path, { text: "Lista zamiast mapy", contact: "iza@example.com" });
  expect(sent.text).toContain("Potwierdź adres");
  expect((await place.call("GET /dostepnosc")).text).toContain('href="/sprawy/dostepnosc"');
  const question = await guest.open("/sprawy/pytanie");
  const neither = await guest.send(question, "/sprawy/pytanie", {
    about: "Mapa",
    text: "Gdzie?",
    contact: "jan.pl",
  });
  expect(neither.text).toContain("Wpisz e-mail w postaci nazwa@domena.pl albo numer telefonu komórkowego");
});
