/** A mailbox that is kept from writing for a time: by two people, with a letter and an appeal; reading never. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { moderate } from "../kit/moderation.ts";
import { secondWord } from "../kit/office.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { openGathering, remark, remarkLink, say } from "../kit/remarks.ts";
import { today } from "../kit/time.ts";
import { faultsOfPage } from "../pages/tags.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const DAY_MS = 86_400_000;
const list = async (id: string) => (await place.call(`GET /v1/consultations/${id}/remarks`)).body.items;
const propose = async (id: string, days = 7, n = 0) =>
  place.call(`POST /v1/staff/moderation/${id}/rmk_000001/bar`, {
    token: await place.staff("moderator", n),
    key: newKey(),
    body: { days, because: { point: "2", note: "Trzeci raz." } },
  });
const hidden = async (email: string) => {
  const id = await openGathering(place);
  await remark(place, id, { text: "Złodzieje!", email });
  expect((await propose(id)).body.code).toBe("act/wrong-state");
  await moderate(place, id, "hiding", { point: "2" });
  return id;
};
const barred = async (email: string) => {
  const id = await hidden(email);
  await secondWord(place, await propose(id));
  await place.settle();
  const letter = (await place.letterTo(email))?.text ?? "";
  const link = /\/konsultacje\/wstrzymanie\/bar_[0-9a-z]{26}\/[0-9a-z]{26}/.exec(letter)?.[0] ?? "";
  return { id, link, letter };
};

test("a barred mailbox hears so behind its own link alone, with the day, and writes again after it", async () => {
  const { id, letter } = await barred("zly@gmail.com");
  expect(letter).toContain("Trzeci raz.");
  // The form answers the same, whoever's address it is; another spelling is the same mailbox.
  const sent = await say(place, id, { email: "z.ly+tag@gmail.com", text: "Znowu." });
  const other = await say(place, id, { email: "dobry@example.com", text: "Dobrze." });
  expect([sent.status, sent.text]).toEqual([other.status, other.text]);
  const link = await remarkLink(place, "z.ly+tag@gmail.com");
  const page = await place.call(`GET ${link}`);
  expect([page.status, page.text.includes("Pisanie z tego adresu jest wstrzymane")]).toEqual([403, true]);
  expect((await place.call(`POST ${link}`, { form: {} })).status).toBe(403);
  expect((await list(id)).length).toBe(1);
  expect((await place.call(`GET /konsultacje/${id}/uwagi`)).status).toBe(200);
  expect(
    (await place.call(`POST ${await remarkLink(place, "dobry@example.com")}`, { form: {} })).status,
  ).toBe(303);
  await place.clock.moveTo((now) => now + 8 * DAY_MS);
  await remark(place, id, { email: "zly@gmail.com", text: "Już grzecznie." });
  expect((await list(id)).length).toBe(3);
});

test("nothing is barred before a second person accepts, longer than the rules say, or twice at once", async () => {
  const id = await hidden("dlugo@example.com");
  const long = await propose(id, 91);
  expect([long.status, long.body.errors]).toEqual([
    422,
    [{ pointer: "/days", detail: "Wpisz liczbę nie większą niż 90." }],
  ]);
  await remark(place, id, { email: "dlugo@example.com", text: "Jeszcze raz." });
  expect((await list(id)).length).toBe(2);
  const { id: again } = await barred("dwarazy@example.com");
  const second = await propose(again, 30);
  const token = await place.staff("coordinator");
  const accepted = await place.call(`POST /v1/staff/pending/${second.body.pendingId}/acceptance`, { token });
  expect([accepted.status, accepted.body.code]).toEqual([403, "moderation/barred"]);
});

test("its owner appeals once; who stood behind it does not answer, another lifts it", async () => {
  const { id, link } = await barred("odwolanie@example.com");
  const page = await place.call(`GET ${link}`);
  expect(faultsOfPage(page.text)).toEqual([]);
  expect((await place.call(`POST ${link}`, { form: { text: "" } })).status).toBe(422);
  for (const text of ["To nie ja.", "Naprawdę."])
    expect((await place.call(`POST ${link}`, { form: { text } })).status).toBe(303);
  expect((await place.call(`GET ${link.slice(0, -1)}${link.endsWith("0") ? "1" : "0"}`)).status).toBe(404);
  const barId = link.split("/")[3];
  const body = { isUpheld: true, reason: "Ktoś podszył się pod adres." };
  const answer = async (n: number) =>
    place.call(`POST /v1/staff/bars/${barId}/answer`, { token: await place.staff("coordinator", n), body });
  // The first coordinator has accepted it.
  expect((await answer(0)).body.code).toBe("identity/same-person");
  const headers = { cookie: `staff=${await place.staff("coordinator", 1)}` };
  const office = await place.call(`GET /urzad/moderacja/wstrzymania/osoba/${barId}`, { headers });
  expect(faultsOfPage(office.text)).toEqual([]);
  expect(office.text).toContain("To nie ja.");
  expect(office.text).not.toContain("odwolanie@example.com");
  expect((await answer(1)).status).toBe(200);
  await place.settle();
  expect((await place.letterTo("odwolanie@example.com"))?.subject).toBe("Wstrzymanie pisania jest zniesione");
  await remark(place, id, { email: "odwolanie@example.com", text: "Dziękuję." });
  const acts = (await place.call("GET /v1/consultations/moderation")).body.items;
  expect(acts[0]).toMatchObject({ act: "unbarred", consultationId: null, number: null, point: 2 });
  expect(acts.some(({ act }: { act: string }) => act === "barred")).toBe(true);
});

test("who wrote on paper without an address is not barred", async () => {
  const id = await openGathering(place);
  await place.call(`POST /v1/staff/consultations/${id}/remarks`, {
    token: await place.staff("editor"),
    key: newKey(),
    body: {
      origin: "oral",
      arrivedOn: today(place),
      remarks: ["Złodzieje!"],
      isNameShown: false,
    },
  });
  await moderate(place, id, "hiding", { point: "2" });
  expect((await propose(id)).body.code).toBe("act/blocked");
});
