import { afterAll, beforeAll, expect, test } from "vitest";
import { PERSONAL_DATA } from "../../shared/store/personal-data.ts";
import { FINDERS } from "../../shared/subjects/matters/collecting.ts";
import { openMatter } from "../kit/matters.ts";
import { moderate } from "../kit/moderation.ts";
import { secondWord } from "../kit/office.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { openCall, propose } from "../kit/proposals.ts";
import { openGathering, remark } from "../kit/remarks.ts";
import { everything, openSurvey } from "../kit/surveys.ts";
import { inHours } from "../kit/time.ts";
import { letterLeads } from "../kit/walk.ts";

const ME = "zofia.nowak@example.com";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const act = async (id: string, name: string, body?: object, role: "clerk" | "coordinator" = "clerk") =>
  place.call(`POST /v1/staff/matters/${id}/${name}`, {
    token: await place.staff(role),
    ...(body && { body }),
  });

/** Presses the button behind the last letter to somebody. */
const confirm = async (address: string, path: RegExp): Promise<void> => {
  const letter = await place.letterTo(address);
  const link = letterLeads(place.url, letter ? [letter] : []).find(({ to }) => path.test(to));
  expect((await place.call(`POST ${link?.to}`, { form: {} })).status).toBe(200);
};

test("every kind of record that a mailbox finds has somebody who looks there", () => {
  const found = Object.entries(PERSONAL_DATA).filter(([, { foundBy }]) => foundBy === "mailbox");
  expect(found.map(([kind]) => kind).toSorted()).toEqual(Object.keys(FINDERS).toSorted());
  const unsaid = Object.values(PERSONAL_DATA).filter(
    ({ holds, foundBy }) => holds === null && foundBy !== "nobody",
  );
  expect(unsaid).toEqual([]);
});

test("whoever asks is told all that is held under their mailbox, once two people agree, and nobody else's", async () => {
  const call = await openCall(place);
  const editor = await place.staff("editor");
  await propose(place, call, { author: { name: "Zofia Nowak", email: ME, isNamePublic: false } });
  const other = await propose(place, call, {
    author: { name: "Obcy Człowiek", email: "obcy@example.com", isNamePublic: false },
  });
  await place.call(`POST /v1/cycles/${call}/proposals/${other.id}/supports`, {
    key: newKey(),
    body: { name: "Zofia Nowak-Poparcie", address: "ul. Mariacka 5/7", email: ME },
  });
  await confirm(ME, /\/poparcie\//);
  const meeting = await place.call("POST /v1/staff/meetings", {
    token: editor,
    key: newKey(),
    body: {
      ...{ title: "Spacer", capacity: 9, startsAt: inHours(place, 48), endsAt: inHours(place, 49) },
      place: { name: "Dom kultury", address: "ul. Markiefki 44a" },
    },
  });
  for (const [name, email] of [
    ["Zofia z Rampą", ME],
    ["Inna Osoba", "inna@example.com"],
  ])
    await place.call(`POST /v1/staff/meetings/${meeting.body.id}/signups`, {
      ...{ token: editor, key: newKey() },
      body: { name, email, seats: 1 },
    });
  await openSurvey(place, { access: "address" });
  const consultation = await openGathering(place);
  await remark(place, consultation, { text: "Złodzieje!", email: ME });
  await moderate(place, consultation, "hiding", { point: "2" });
  const bar = await place.call(`POST /v1/staff/moderation/${consultation}/rmk_000001/bar`, {
    ...{ token: await place.staff("moderator"), key: newKey() },
    body: { days: 7, because: { point: "2", note: "Trzeci raz o sąsiedzie." } },
  });
  await secondWord(place, bar);

  const { id, link } = await openMatter(place, "personal-data", { contact: ME });
  expect((await act(id, "answer", { outcome: "done", text: "Oto dane." })).status).toBe(409);
  expect((await act(id, "release", { outcome: "done", text: "Oto dane." })).status).toBe(409);
  const collected = await act(id, "collection");
  expect(collected.body).toMatchObject({ state: "collected", collected: { count: expect.any(Number) } });
  expect(collected.text).not.toContain("sealed");

  const read = () => place.call(`GET ${link}`).then(({ text }) => text);
  const proposed = await act(id, "release", { outcome: "done", text: "Oto Twoje dane." });
  expect(proposed.status).toBe(202);
  expect(await read()).not.toContain("Zofia z Rampą");
  const accept = async (role: "clerk" | "coordinator") =>
    place.call(`POST /v1/staff/pending/${proposed.body.pendingId}/acceptance`, {
      token: await place.staff(role),
    });
  expect((await accept("clerk")).status).toBe(403);

  const token = await place.staff("coordinator");
  const data = await place.call(`GET /v1/staff/matters/${id}/data`, { token });
  expect(data.text).toContain("Zofia Nowak-Poparcie");
  const { items } = await place.deps.store.audit.list(id as never, { limit: 20 });
  expect(items.map(({ act: name }) => name)).toEqual(
    expect.arrayContaining(["getMatterData", "postMatterCollection"]),
  );
  expect((await everything(place)).filter((item) => item.includes(id)).join()).not.toContain("Rampą");

  expect((await accept("coordinator")).body.state).toBe("accepted");
  await place.settle();
  const letters = place.mailbox.mails("0", ME).map(({ text }) => text);
  expect(letters.filter((text) => text.includes("Oto Twoje dane."))).toHaveLength(1);
  expect(letters.join()).not.toContain("Zofia z Rampą");
  const page = await read();
  for (const known of ["Zofia Nowak", "Zofia Nowak-Poparcie", "Zofia z Rampą", "Trzeci raz o sąsiedzie."])
    expect(page).toContain(known);
  for (const unknown of ["Obcy Człowiek", "Inna Osoba"]) expect(page).not.toContain(unknown);
});
