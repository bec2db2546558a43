import { afterAll, beforeAll, expect, test } from "vitest";
import { asEditor, secondWord } from "../kit/office.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import {
  A_REMARK,
  decide,
  openGathering,
  proposeReport,
  publishReport,
  remark,
  remarkLink,
  say,
  writeReport,
} from "../kit/remarks.ts";
import { today } from "../kit/time.ts";

const DAY_MS = 86_400_000;
let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const list = async (id: string) => (await place.call(`GET /v1/consultations/${id}/remarks`)).body.items;
const lettersTo = async (to: string) => {
  await place.settle();
  return place.letters().filter((one) => one.to === to);
};
const over = (days = 41) => place.clock.moveTo((now) => now + days * DAY_MS);
test("a remark stands in the list once its mailed link is confirmed, and not before", async () => {
  const id = await openGathering(place);
  const sent = await say(place, id, { email: "jan@example.com" });
  expect([sent.status, sent.text]).toEqual([202, "{}"]);
  expect(await list(id)).toEqual([]);
  const link = await remarkLink(place, "jan@example.com");
  expect((await place.call(`GET ${link}`)).text).toContain("Potwierdzam uwagę");
  expect(await list(id)).toEqual([]);
  for (const _ of [1, 2]) expect((await place.call(`POST ${link}`, { form: {} })).status).toBe(303);
  expect((await place.call(`GET ${link}`)).text).toContain("Uwaga nr 1 jest zapisana");
  expect(await list(id)).toMatchObject([
    { id: "rmk_000001", number: 1, name: "Zofia Przybylska", text: A_REMARK.text, decision: null },
  ]);
});

test("the same request again sends no second letter and makes no second remark", async () => {
  const id = await openGathering(place);
  const key = newKey();
  for (const _ of [1, 2]) expect((await say(place, id, { email: "dwa@example.com" }, key)).status).toBe(202);
  expect((await lettersTo("dwa@example.com")).length).toBe(1);
});

test("a name is shown as its author chooses, and never the address", async () => {
  const id = await openGathering(place);
  await remark(place, id, { isNameShown: false } as object);
  const page = await place.call(`GET /konsultacje/${id}/uwagi`);
  expect(page.text).toContain("anonimowo");
  expect(page.text).not.toMatch(/Przybylska|zofia@/);
  expect(JSON.stringify(await list(id))).not.toMatch(/Przybylska|zofia@/);
  const csv = await place.call(`GET /v1/consultations/${id}/remarks.csv`);
  expect(csv.text).toContain("Ławek jest za mało.");
  expect(csv.text).not.toMatch(/Przybylska|zofia@/);
});

test("a remark is about a paragraph of a version, or about a place", async () => {
  const id = await openGathering(place);
  await remark(place, id, { document: "d1", documentVersion: 1, paragraph: 2 } as object);
  await remark(place, id, { place: "50.2683 N, 19.0419 E" } as object);
  expect((await list(id)).map(({ about }: { about: object }) => about)).toEqual([
    { kind: "paragraph", document: "d1", version: 1, paragraph: 2 },
    { kind: "place", place: { lat: 50.2683, lon: 19.0419 } },
  ]);
  const wrong = await say(place, id, { document: "d1", documentVersion: 1, paragraph: 3 });
  expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, "/paragraph"]);
  const page = await place.call(`GET /konsultacje/${id}/dokumenty/d1/1`);
  expect(page.text).toContain(
    `/konsultacje/${id}/uwagi/nowa?document=d1&amp;documentVersion=1&amp;paragraph=2`,
  );
  const form = await place.call(
    `GET /konsultacje/${id}/uwagi/nowa?document=d1&documentVersion=1&paragraph=2`,
  );
  expect(form.text).toContain("Plan, wersja 1, akapit 2");
});

test("a plan's remark has the fields of the ministry's letter and a name; the list shows none of them", async () => {
  const id = await openGathering(place, { kind: "dialogue" });
  const plan = (
    await asEditor(place, "POST /v1/staff/consultations", {
      kind: "planning",
      subject: { title: "Plan ogólny", decided: "Strefy.", fixed: "Granice." },
      territory: "citywide",
      forms: ["online"],
      startsAt: new Date(place.clock.now()).toISOString(),
      endsAt: new Date(place.clock.now() + 40 * DAY_MS).toISOString(),
    })
  ).body.id;
  for (const channel of ["press", "notice-board", "website", "bip", "customary"])
    await asEditor(place, `POST /v1/staff/consultations/${plan}/announcements`, {
      channel,
      on: today(place),
    });
  await asEditor(place, `POST /v1/staff/consultations/${plan}/publication`);
  const { name: _name, ...nameless } = A_REMARK;
  const body = { ...nameless, isNameShown: false };
  const none = await place.call(`POST /v1/consultations/${plan}/remarks`, { body });
  expect(none.body.errors[0].pointer).toBe("/name");
  const bare = await say(place, plan);
  expect(bare.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    "/letter/address",
    "/letter/role",
  ]);
  const letter = { address: "ul. Mariacka 5/7", role: "owner", parcel: "123/4" };
  await remark(place, plan, { letter } as object);
  expect(JSON.stringify(await list(plan))).not.toContain("Mariacka");
  const form = await place.call(`GET /konsultacje/${plan}/uwagi/nowa`);
  expect(form.text).toContain("użytkownik wieczysty");
  const staff = await place.call(`GET /v1/staff/consultations/${plan}/remarks/rmk_000001`, {
    token: await place.staff("editor"),
  });
  expect(staff.body.author.letter).toEqual(letter);
  expect((await say(place, id, { letter })).status).toBe(400);
});

test("a form without script takes a remark, and says what is wrong at its field", async () => {
  const id = await openGathering(place);
  const form = { key: newKey(), text: "Więcej cienia.", email: "formularz@example.com" };
  const wrong = await place.call(`POST /konsultacje/${id}/uwagi/nowa`, { form: { ...form, text: "" } });
  expect([wrong.status, wrong.text.includes('href="#text"')]).toEqual([422, true]);
  const sent = await place.call(`POST /konsultacje/${id}/uwagi/nowa`, { form });
  expect(sent.text).toContain("Potwierdź adres");
  await place.call(`POST ${await remarkLink(place, "formularz@example.com")}`, { form: {} });
  expect(await list(id)).toMatchObject([{ text: "Więcej cienia.", name: null }]);
});

test("one letter on paper is many remarks, each with its number, and the same letter again is the same", async () => {
  const id = await openGathering(place);
  const token = await place.staff("editor");
  const body = {
    origin: "paper",
    arrivedOn: today(place),
    remarks: ["Więcej koszy.", "Mniej betonu."],
    isNameShown: false,
    email: "halina@example.com",
  };
  const call = { token, key: newKey(), body };
  const path = `POST /v1/staff/consultations/${id}/remarks`;
  const first = await place.call(path, call);
  expect([first.status, first.body.remarks]).toEqual([201, ["rmk_000001", "rmk_000002"]]);
  expect((await place.call(path, call)).body).toEqual(first.body);
  expect((await list(id)).map(({ origin }: { origin: string }) => origin)).toEqual(["paper", "paper"]);
  const form = {
    key: newKey(),
    version: String((await place.call(`GET /v1/staff/consultations/${id}`, { token })).body.version),
    origin: "oral",
    arrivedOn: today(place),
    remarks: "Głośno.\n---\nCiemno.",
  };
  const headers = { cookie: `staff=${token}` };
  expect((await place.call(`POST /urzad/konsultacje/${id}/uwagi/wpis`, { headers, form })).status).toBe(303);
  expect((await list(id)).map(({ text }: { text: string }) => text).slice(2)).toEqual(["Głośno.", "Ciemno."]);
});

test("twenty that are confirmed at once get twenty numbers, and all of them are counted", async () => {
  const id = await openGathering(place);
  const links: string[] = [];
  for (let n = 0; n < 20; n++) {
    await say(place, id, { email: `naraz-${n}@example.com` });
    links.push(await remarkLink(place, `naraz-${n}@example.com`));
  }
  await Promise.all(links.map((link) => place.call(`POST ${link}`, { form: {} })));
  const numbers = (await list(id)).map(({ number }: { number: number }) => number);
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  await over();
  await writeReport(place, id);
  const refused = await proposeReport(place, id);
  expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
    409,
    "consultation/undecided",
    expect.stringContaining("20"),
  ]);
});

test("a report waits for every decision, alone or for a group, and for a second person", async () => {
  const id = await openGathering(place, { kind: "formal" });
  for (const n of [1, 2, 3]) await remark(place, id, { email: `raport-${n}@example.com` });
  await over();
  expect((await proposeReport(place, id)).body.code).toBe("act/blocked");
  await writeReport(place, id);
  expect((await proposeReport(place, id)).body.detail).toContain("3");
  expect((await decide(place, id, "rmk_000001", "rejected")).status).toBe(200);
  expect((await proposeReport(place, id)).body.detail).toContain("2");
  // Another decision about the same one leaves the count as it is.
  await decide(place, id, "rmk_000001", "partly");
  expect((await proposeReport(place, id)).body.detail).toContain("2");
  const group = await asEditor(place, `POST /v1/staff/consultations/${id}/remark-sets/from_000001/decision`, {
    remarks: ["rmk_000002", "rmk_000003"],
    verdict: "accepted",
    reason: "Tak zrobimy.",
  });
  expect(group.status).toBe(200);
  expect((await place.call(`GET /v1/consultations/${id}/report`)).status).toBe(404);
  const proposed = await proposeReport(place, id);
  const own = await place.call(`POST /v1/staff/pending/${proposed.body.pendingId}/acceptance`, {
    token: await place.staff("editor"),
  });
  expect(own.body.code).toBe("identity/same-person");
  await secondWord(place, proposed);
  expect((await place.call(`GET /v1/consultations/${id}`)).body.status).toBe("report");
  const { numbers } = (await place.call(`GET /v1/consultations/${id}/report`)).body;
  expect(numbers.total).toBe(3);
  expect((await decide(place, id, "rmk_000001")).status).toBe(409);
});

test("a remark that is keyed after the report was proposed keeps it from being published", async () => {
  const id = await openGathering(place, { kind: "formal" });
  await remark(place, id);
  await decide(place, id, "rmk_000001");
  await over();
  await writeReport(place, id);
  const proposed = await proposeReport(place, id);
  const token = await place.staff("editor");
  const body = { origin: "mail", arrivedOn: today(place), remarks: ["Spóźniona."], isNameShown: false };
  await place.call(`POST /v1/staff/consultations/${id}/remarks`, { token, key: newKey(), body });
  const late = await place.call(`POST /v1/staff/pending/${proposed.body.pendingId}/acceptance`, {
    token: await place.staff("coordinator"),
  });
  expect(late.status).toBeGreaterThanOrEqual(400);
  expect((await place.call(`GET /v1/consultations/${id}/report`)).status).toBe(404);
});

test("a remark keyed in the very moment of the publication is in the report with a decision, or not at all", async () => {
  for (let n = 0; n < 5; n++) {
    const id = await openGathering(place, { kind: "formal" });
    await remark(place, id);
    await decide(place, id, "rmk_000001");
    await over();
    await writeReport(place, id);
    const proposed = await proposeReport(place, id);
    const [editor, coordinator] = [await place.staff("editor"), await place.staff("coordinator")];
    const body = { origin: "mail", arrivedOn: today(place), remarks: ["Wyścig."], isNameShown: false };
    await Promise.all([
      place.call(`POST /v1/staff/pending/${proposed.body.pendingId}/acceptance`, { token: coordinator }),
      place.call(`POST /v1/staff/consultations/${id}/remarks`, { token: editor, key: newKey(), body }),
    ]);
    const isPublished = (await place.call(`GET /v1/consultations/${id}/report`)).status === 200;
    const undecided = (await list(id)).filter(({ decision }: { decision: unknown }) => decision === null);
    expect([isPublished, undecided.length]).toEqual([isPublished, isPublished ? 0 : 1]);
  }
});

test("after the report each mailbox gets one letter with the answers to all that it said, once", async () => {
  const id = await openGathering(place, { kind: "formal" });
  await remark(place, id, { email: "odpowiedz@example.com" });
  await remark(place, id, { email: "odpowiedz@example.com" });
  await remark(place, id, { email: "inna@example.com" });
  for (const n of [1, 2, 3]) await decide(place, id, `rmk_00000${n}`);
  await over();
  const before = (await lettersTo("odpowiedz@example.com")).length;
  await publishReport(place, id);
  for (const _ of [1, 2]) await place.invoke("consultations", { sweep: true });
  await place.settle();
  const letters = (await lettersTo("odpowiedz@example.com")).slice(before);
  expect(letters.length).toBe(1);
  expect(letters[0]?.text).toMatch(/Uwaga nr 1: uwzględniona[\s\S]*Uwaga nr 2: uwzględniona/);
  expect((await place.letterTo("inna@example.com"))?.text).toContain("Uwaga nr 3");
});

test("the report's numbers are those of the public table, and each leads back to the remarks behind it", async () => {
  const id = await openGathering(place, { kind: "formal" });
  const verdicts = ["accepted", "partly", "rejected", "accepted", "out-of-scope"];
  for (const [n, verdict] of verdicts.entries()) {
    await remark(place, id, { email: `tabela-${n}@example.com` });
    await decide(place, id, `rmk_00000${n + 1}`, verdict);
  }
  await over();
  const missing = await writeReport(place, id, "Nie ma takiej (#9).");
  expect(missing.body.errors[0].pointer).toBe("/conclusions");
  await publishReport(place, id);
  const csv = (await place.call(`GET /v1/consultations/${id}/remarks.csv`)).text;
  const rows = csv.trim().split("\r\n").slice(1);
  const { numbers } = (await place.call(`GET /v1/consultations/${id}/report`)).body;
  expect(numbers.total).toBe(rows.length);
  for (const { verdict, count } of numbers.verdicts)
    expect(rows.filter((row) => row.split(";").includes(verdict)).length).toBe(count);
  const page = (await place.call(`GET /konsultacje/${id}/raport`)).text;
  expect(page).toContain(`href="/konsultacje/${id}/uwagi?verdict=accepted">2</a>`);
  expect(page).toContain(`href="/konsultacje/${id}/uwagi#u1">#1</a>`);
  for (const [format, begins] of [
    ["pdf", "%PDF-"],
    ["docx", "PK"],
    ["html", "<!doctype html>"],
  ] as const) {
    const path = `/v1/consultations/${id}/report/raport.${format}`;
    expect(page).toContain(`href="${path}"`);
    const taken = await place.call(`GET ${path}`);
    expect([format, taken.status, taken.text.startsWith(begins)]).toEqual([format, 200, true]);
  }
  const behind = await place.call(`GET /konsultacje/${id}/uwagi?verdict=accepted`);
  expect([...behind.text.matchAll(/id="u(\d+)"/g)].map(([, number]) => number)).toEqual(["1", "4"]);
});

test("what came of it is told after the report, on the same page", async () => {
  const id = await openGathering(place, { kind: "formal" });
  const effects = () =>
    asEditor(place, `POST /v1/staff/consultations/${id}/effects`, {
      text: "Postawiliśmy ławki.",
      decidedOn: today(place),
    });
  expect((await effects()).body.code).toBe("act/wrong-state");
  await over();
  await asEditor(place, `POST /v1/staff/consultations/${id}/report`, {
    course: "Było.",
    conclusions: "Nic.",
  });
  await secondWord(place, await proposeReport(place, id));
  expect((await effects()).body.status).toBe("effects");
  expect((await place.call(`GET /konsultacje/${id}`)).text).toContain("Postawiliśmy ławki.");
});

test("for a quarter of an hour, until it is decided, its author changes a remark by the same link; what it said before is kept", async () => {
  const id = await openGathering(place);
  const link = await remark(place, id, { email: "poprawki@example.com" });
  expect((await place.call(`GET ${link}`)).text).toContain("Zmień uwagę");
  const empty = await place.call(`POST ${link}`, { form: { text: "x".repeat(2001) } });
  expect([empty.status, empty.text.includes('href="#text"')]).toEqual([422, true]);
  for (const _ of [1, 2])
    expect((await place.call(`POST ${link}`, { form: { text: "Ławek jest dość." } })).status).toBe(303);
  const [one] = await list(id);
  expect([one.number, one.text]).toEqual([1, "Ławek jest dość."]);
  expect(JSON.stringify(one)).not.toContain(A_REMARK.text);
  expect((await place.call(`GET /konsultacje/${id}/uwagi`)).text).toContain("zmieniona przez autora");
  const token = await place.staff("editor");
  const staff = await place.call(`GET /v1/staff/consultations/${id}/remarks/rmk_000001`, { token });
  expect(staff.body.earlier).toMatchObject([{ text: A_REMARK.text }]);
  const office = await place.call(`GET /urzad/konsultacje/${id}/uwagi/rmk_000001`, {
    headers: { cookie: `staff=${token}` },
  });
  expect(office.text).toContain(A_REMARK.text);
  // A group is decided about what everybody has seen: what can still change is decided by itself.
  const group = await asEditor(place, `POST /v1/staff/consultations/${id}/remark-sets/from_000001/decision`, {
    remarks: ["rmk_000001"],
    verdict: "accepted",
    reason: "Tak.",
  });
  expect([group.status, group.body.code]).toEqual([409, "act/blocked"]);
  await decide(place, id, "rmk_000001");
  expect((await place.call(`POST ${link}`, { form: { text: "Jednak nie." } })).status).toBe(409);
  const other = await remark(place, id, { email: "spozniona@example.com" });
  await place.clock.moveTo((now) => now + 16 * 60_000);
  expect((await place.call(`GET ${other}`)).text).not.toContain("Zmień uwagę");
  expect((await place.call(`POST ${other}`, { form: { text: "Za późno." } })).status).toBe(409);
  expect((await list(id)).map(({ text }: { text: string }) => text)).toEqual([
    "Ławek jest dość.",
    A_REMARK.text,
  ]);
});

test("a change and a decision in the same moment: one of them stands, and the decision is about the text that stood", async () => {
  const id = await openGathering(place);
  const link = await remark(place, id, { email: "chwila@example.com" });
  await Promise.all([
    place.call(`POST ${link}`, { form: { text: "Inaczej." } }),
    decide(place, id, "rmk_000001"),
  ]);
  const token = await place.staff("editor");
  const { body } = await place.call(`GET /v1/staff/consultations/${id}/remarks/rmk_000001`, { token });
  if (body.decision) expect(body.version).toBe(body.earlier.length + 2);
  else expect(body.text).toBe("Inaczej.");
});
