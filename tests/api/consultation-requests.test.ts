import { afterAll, beforeAll, expect, test } from "vitest";
import { plusDays } from "../../shared/domain/time.ts";
import { asEditor, secondWord } from "../kit/office.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { openGathering } from "../kit/remarks.ts";
import { doTo, enterRequest, SPEAKER, STAFF_REQUESTS, sign } from "../kit/requests.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";
import { today } from "../kit/time.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const DAY_MS = 86_400_000;
const dayIn = (days: number): string => plusDays(today(place), days);
const shown = async (id: string) => (await place.call(`GET /v1/consultations/requests/${id}`)).body;
const page = async (id: string, prefix = "") =>
  (await place.call(`GET ${prefix}/konsultacje/wnioski/${id}`)).text;
const later = (days: number) => place.clock.moveTo((now) => now + days * DAY_MS);

/** One with signatures enough, that is complete. */
const complete = async (title: string): Promise<string> => {
  const id = await enterRequest(place, { title });
  await sign(place, id, 100);
  expect((await doTo(place, id, "completion")).body.state).toBe("complete");
  return id;
};

test("people count once however their lines are typed, and nobody but the office reads who they are", async () => {
  const id = await enterRequest(place);
  const one = { name: "Jan Nowak", address: "ul. Bogucicka 7, 40-226 Katowice" };
  const same = { name: "NOWAK  Jan", address: "ul. bogucicka 7, 40-226 Katowice" };
  expect((await doTo(place, id, "supporters", { lines: [one, same] })).body.supporters).toBe(1);
  expect((await doTo(place, id, "supporters", { lines: [same] })).body.supporters).toBe(1);
  const early = await doTo(place, id, "completion");
  expect([early.status, early.body.code]).toEqual([409, "act/blocked"]);
  for (const text of [JSON.stringify(await shown(id)), await page(id)]) {
    expect(text).not.toContain("Nowak");
    expect(text).not.toContain("Kowol");
    expect(text).not.toContain("Markiefki");
  }
  expect(await shown(id)).toMatchObject({ state: "received", supporters: 1, needed: 100 });
  expect(await page(id)).toContain("Podpisy: 1, potrzeba: 100");
  expect(await page(id, "/uk")).toContain("перевіряємо");
  const read = await asEditor(place, `GET ${STAFF_REQUESTS}/${id}`);
  expect(read.body.representative.name).toBe("Halina Kowol");
});

test("two clerks who enter the same sheet at once count nobody twice", async () => {
  const id = await enterRequest(place);
  const lines = [{ name: "Ewa Mazur", address: "ul. Wajdy 3, 40-175 Katowice" }];
  const answers = await Promise.all([1, 2, 3].map(() => doTo(place, id, "supporters", { lines })));
  expect(answers.some(({ status }) => status === 200)).toBe(true);
  expect((await shown(id)).supporters).toBe(1);
});

test("the office calls for what is missing by letter, and the answer's term runs from the day on which it came", async () => {
  const id = await enterRequest(place);
  const past = await doTo(place, id, "call", { text: "Brakuje 20 podpisów.", until: today(place) });
  expect(past.body.errors[0].pointer).toBe("/until");
  const until = dayIn(7);
  await doTo(place, id, "call", { text: "Brakuje 20 podpisów.", until });
  expect((await place.letterTo(SPEAKER))?.text).toContain("Brakuje 20 podpisów.");
  expect((await doTo(place, id, "refusal", { text: "Nie." })).body.code).toBe("act/blocked");
  await sign(place, id, 100);
  await later(3);
  const on = today(place);
  expect((await doTo(place, id, "correction", { on })).body.state).toBe("received");
  const { answerDueOn } = await shown(id);
  expect(answerDueOn > dayIn(27)).toBe(true);
  expect((await doTo(place, id, "completion")).body.state).toBe("complete");
});

test("one whose time to correct is over is refused, and stands so in public", async () => {
  const id = await enterRequest(place);
  await doTo(place, id, "call", { text: "Brakuje listy.", until: dayIn(7) });
  await later(9);
  expect((await doTo(place, id, "refusal", { text: "Nie uzupełniono braków." })).body.state).toBe("refused");
  expect(await page(id)).toContain("Nie uzupełniono braków.");
});

test("a refusal is appealed within its days, passed on, and the council's word ends it", async () => {
  const id = await complete("Parking przy szkole");
  await doTo(place, id, "refusal", { text: "Sprawę rozstrzyga plan miejscowy." });
  expect((await place.letterTo(SPEAKER))?.text).toContain("Odwołanie do Rady Miasta");
  await later(20);
  const late = await doTo(place, id, "appeal", { on: today(place) });
  expect(late.body.errors[0]).toMatchObject({ pointer: "/on" });
  expect((await doTo(place, id, "appeal", { on: dayIn(-8) })).body.state).toBe("appealed");
  expect((await doTo(place, id, "passing")).body.state).toBe("at-council");
  const outcome = { outcome: "granted", on: today(place), text: "Rada uznała odwołanie." };
  const early = await doTo(place, id, "outcome", { ...outcome, on: dayIn(-1) });
  expect(early.body.errors[0]).toMatchObject({ pointer: "/on" });
  expect((await doTo(place, id, "outcome", outcome)).body.state).toBe("accepted");
  expect(await page(id)).toContain("Rada uznała odwołanie.");
});

test("what is accepted leads to a consultation that cites it; what is not is cited by none", async () => {
  const id = await complete("Skwer na Załężu");
  const unready = await asEditor(place, "POST /v1/staff/consultations", {
    kind: "dialogue",
    subject: { title: "T", decided: "D", fixed: "F" },
    territory: "citywide",
    forms: ["online"],
    startsAt: new Date(place.clock.now()).toISOString(),
    endsAt: new Date(place.clock.now() + DAY_MS).toISOString(),
    request: id,
  });
  expect(unready.body.errors[0].pointer).toBe("/request");
  expect((await doTo(place, id, "acceptance", { text: "Zapraszamy na spotkanie." })).status).toBe(200);
  const desk = await staffVisitor(place, "editor");
  const isOwed = async () =>
    (await desk.open("/urzad")).text.includes("Konsultacje na wniosek mieszkańców: Skwer na Załężu");
  expect(await isOwed()).toBe(true);
  const first = await openGathering(place, { request: id });
  expect([await isOwed(), (await shown(id)).consultedOn]).toEqual([false, today(place)]);
  // One that is taken back is none: another one is owed.
  await secondWord(
    place,
    await asEditor(place, `POST /v1/staff/consultations/${first}/taking-back`, {
      reason: "Otwarta omyłkowo.",
    }),
  );
  expect([await isOwed(), (await shown(id)).consultedOn]).toEqual([true, undefined]);
  const consultation = await openGathering(place, { request: id });
  expect(await isOwed()).toBe(false);
  expect((await shown(id)).consultations).toContain(consultation);
  expect((await place.call(`GET /konsultacje/${consultation}`)).text).toContain(`/konsultacje/wnioski/${id}`);
  expect(await page(id)).toContain("Park Bogucki");
  expect((await place.call("GET /konsultacje/wnioski")).text).toContain("Skwer na Załężu");
  const { items } = (await place.call("GET /v1/consultations/requests?limit=100")).body;
  expect(items.find((one: { id: string }) => one.id === id).state).toBe("accepted");
});

test("what is due is on the list of work, and a clerk does all of it by forms", async () => {
  const desk = await staffVisitor(place, "editor");
  const list = "/urzad/konsultacje/wnioski";
  const form = await desk.open(`${list}/nowy`);
  const typed = {
    title: "Ławki przy rondzie",
    forms: ["meeting"],
    justification: "Nie ma gdzie usiąść.",
    arrivedOn: today(place),
    "representative-name": "Maria Wrona",
    "representative-address": "ul. Mikołowska 1, 40-067 Katowice",
    "representative-language": "pl",
  };
  const wrong = await desk.send(form, `${list}/nowy`, { ...typed, title: "" });
  expect([wrong.status, wrong.text.includes("Nie ma gdzie usiąść.")]).toEqual([422, true]);
  const made = await desk.send(wrong, `${list}/nowy`, { title: typed.title });
  expect(made.text).toContain("Wniosek jest wpisany.");
  const one = made.path.split("?")[0] ?? "";
  expect((await desk.open("/urzad")).text).toContain("Sprawdź wniosek o konsultacje: Ławki przy rondzie");
  const lines = Array.from({ length: 40 }, (_, n) => `Osoba Numer${n}; ul. Jasna ${n + 1}, Katowice`).join(
    "\n",
  );
  const signed = await desk.send(await desk.open(one), `${one}/poparcie`, { lines });
  expect(signed.text).toContain("Podpisy: 40, potrzeba: 100");
  const bad = await desk.send(await desk.open(one), `${one}/poparcie`, { lines: "bez adresu" });
  expect([bad.status, bad.text.includes("bez adresu")]).toEqual([422, true]);
});
