/** A moderator looks at what residents write: what the public sees then, what the author is told, and who may do it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_STAFF } from "../../infra/local/issuer/staff.ts";
import { subjectOf } from "../../infra/local/issuer/tokens.ts";
import { plusDays } from "../../shared/domain/time.ts";
import { appealLink, lookAt, moderate, named, queueOf } from "../kit/moderation.ts";
import { asEditor } from "../kit/office.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { decide, openGathering, publishReport, remark } from "../kit/remarks.ts";
import { hiddenFields } from "../kit/staff-visitor.ts";
import { today } from "../kit/time.ts";
import { faultsOfPage } from "../pages/tags.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const DAY_MS = 86_400_000;
const [KATARZYNA = "", PIOTR = ""] = DEMO_STAFF.filter(({ role }) => role === "moderator").map(subjectOf);
const SECRET = "Sąsiad Brzydalski to złodziej, tel. 501 222 333";
const one = async (text = SECRET, email = "jan@example.com", more: object = {}) => {
  const id = await openGathering(place, more);
  await remark(place, id, { text, email });
  return id;
};
const told = ({ status, body }: { status: number; body: { code?: string } }) => [status, body?.code];
const list = async (id: string) => (await place.call(`GET /v1/consultations/${id}/remarks`)).body.items;

/** Everything that anybody gets of a consultation without a mailed link. */
const publicTexts = async (id: string): Promise<string> => {
  const paths = [
    `/konsultacje/${id}/uwagi`,
    `/en/konsultacje/${id}/uwagi`,
    `/konsultacje/${id}`,
    `/v1/consultations/${id}/remarks`,
    `/v1/consultations/${id}/remarks.csv`,
    `/konsultacje/${id}/raport`,
    `/v1/consultations/${id}/report`,
    `/v1/consultations/${id}/report/raport.docx`,
    "/v1/consultations/moderation",
    "/v1/consultations/moderation.csv",
    "/konsultacje/moderacja",
    `/urzad/konsultacje/${id}/uwagi`,
  ];
  const headers = { cookie: `staff=${await place.staff("editor")}` };
  const answers = await Promise.all(
    paths.map((path) => place.call(`GET ${path}`, path.startsWith("/urzad") ? { headers } : {})),
  );
  return answers.map(({ text }) => text).join("\n");
};

test("a remark is public at once, waits for a moderator until its working hours are over, and is passed", async () => {
  const id = await one("Więcej ławek.");
  expect(await list(id)).toMatchObject([{ text: "Więcej ławek.", moderation: null }]);
  const waits = (await queueOf(place, "mine")).filter(({ href }) => href.includes(id));
  expect(waits).toMatchObject([{ text: "Obejrzyj uwagę nr 1: Park Bogucki" }]);
  expect((await moderate(place, id, "pass")).body).toMatchObject({
    state: "passed",
    firstAt: expect.any(String),
  });
  expect((await queueOf(place, "mine")).filter(({ href }) => href.includes(id))).toEqual([]);
  expect(told(await moderate(place, id, "pass"))).toEqual([409, "act/wrong-state"]);
});

test("a hidden remark keeps its number and decision; its text and name are nowhere, and the report counts it", async () => {
  const id = await one(SECRET, "jan@example.com", { kind: "formal" });
  await decide(place, id, "rmk_000001", "rejected");
  expect((await moderate(place, id, "hiding", { point: "3", note: "Nazwisko sąsiada." })).status).toBe(200);
  expect(await list(id)).toMatchObject([
    {
      number: 1,
      text: null,
      name: null,
      moderation: { kind: "hidden", point: 3, on: today(place) },
      decision: { verdict: "rejected" },
    },
  ]);
  const page = await place.call(`GET /konsultacje/${id}/uwagi`);
  expect(page.text).toContain("Ukryto: narusza zasady (pkt 3)");
  await place.clock.moveTo((now) => now + 41 * DAY_MS);
  await publishReport(place, id);
  const report = (await place.call(`GET /v1/consultations/${id}/report`)).body;
  expect(report.numbers.total).toBe(1);
  expect(await publicTexts(id)).not.toMatch(/Brzydalski|501 222|Przybylska/);
  const token = await place.staff("editor");
  const staff = await place.call(`GET /v1/staff/consultations/${id}/remarks/rmk_000001`, { token });
  expect(staff.text).not.toContain("Brzydalski");
});

test("words are blacked out wherever they stand as words, and what is quoted wrongly is said at its line", async () => {
  const id = await one("Kot Kotek kot. Tel. 501 222 333, jan@example.org!\nDrugi wiersz.");
  const headers = { cookie: `staff=${await place.staff("moderator")}` };
  const path = `/urzad/moderacja/${id}/rmk_000001`;
  const page = await place.call(`GET ${path}`, { headers });
  expect(faultsOfPage(page.text)).toEqual([]);
  expect(page.text).toContain("numer telefonu: 501 222 333");
  // Data of a person stands in the field already.
  expect(page.text).toMatch(/<textarea[^>]*name="words"[^>]*>\s*jan@example\.org\n501 222 333</);
  const wrong = await moderate(place, id, "masking", { words: ["kot", "pies"], why: { point: "3" } });
  expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, "/words/1"]);
  const form = {
    ...hiddenFields(page.text, `${path}/zaczernienie`),
    words: "KOT\r\n501  222 333\r\njan@example.org",
    "why-point": "3",
  };
  expect((await place.call(`POST ${path}/zaczernienie`, { headers, form })).status).toBe(303);
  expect(await list(id)).toMatchObject([
    { text: "▇▇▇ Kotek ▇▇▇. Tel. ▇▇▇, ▇▇▇!\nDrugi wiersz.", moderation: { kind: "masked" } },
  ]);
  const shown = await place.call(`GET /konsultacje/${id}/uwagi`);
  expect(shown.text).toContain('<span role="img" aria-label="zaczernione">▇▇▇</span> Kotek');
  expect(await publicTexts(id)).not.toMatch(/501 222|example\.org/);
  // Blacked out anew it begins from the original.
  expect((await moderate(place, id, "masking", { words: ["501 222 333"], why: { point: "3" } })).status).toBe(
    200,
  );
  expect((await list(id))[0].text).toBe("Kot Kotek kot. Tel. ▇▇▇, jan@example.org!\nDrugi wiersz.");
  expect((await moderate(place, id, "restoring")).status).toBe(200);
  expect(await list(id)).toMatchObject([{ moderation: null, text: expect.stringContaining("501 222 333") }]);
});

test("the original is read by those who decide, and each reading is in the journal", async () => {
  const id = await one();
  await moderate(place, id, "hiding", { point: "2" });
  const path = `GET /v1/staff/moderation/${id}/rmk_000001/original`;
  expect((await place.call(path, { token: await place.staff("clerk") })).status).toBe(403);
  expect((await place.call(path, { token: await place.staff("editor") })).body).toEqual({
    text: SECRET,
    shownName: "Zofia Przybylska",
  });
  const headers = { cookie: `staff=${await place.staff("editor")}` };
  const page = await place.call(`GET /urzad/moderacja/${id}/rmk_000001/oryginal`, { headers });
  expect(page.text).toContain("Brzydalski");
  const journal = await place.call(`GET /v1/staff/audit?subject=${id}&limit=100`, {
    token: await place.staff("auditor"),
  });
  const acts = journal.body.items.map(({ act }: { act: string }) => act);
  expect(acts.filter((act: string) => act === "getPostOriginal").length).toBe(2);
  expect(journal.text).not.toContain("Brzydalski");
});

test("an author is told with the reason, appeals once, and somebody else answers", async () => {
  const id = await one(SECRET, "autor@example.com");
  await moderate(place, id, "hiding", { point: "2", note: "Słowo „złodziej”." });
  const link = await appealLink(place, "autor@example.com");
  const letter = await place.letterTo("autor@example.com");
  expect(letter?.subject).toBe("Twoja uwaga jest ukryta");
  expect(letter?.text).toContain("Słowo „złodziej”.");
  const page = await place.call(`GET ${link}`);
  expect(faultsOfPage(page.text)).toEqual([]);
  const empty = await place.call(`POST ${link}`, { form: { text: "" } });
  expect([empty.status, empty.text.includes('href="#text"')]).toEqual([422, true]);
  for (const text of ["To prawda.", "To nadal prawda."])
    expect((await place.call(`POST ${link}`, { form: { text } })).status).toBe(303);
  expect((await lookAt(place, id)).body).toMatchObject({ state: "appealed", appeal: "To prawda." });
  expect((await place.call(`GET ${link}`)).text).toContain("Odwołanie czeka na odpowiedź");
  // It is work for anybody but whoever hid it.
  expect((await queueOf(place, "mine", 0)).filter(({ href }) => href.includes(id))).toEqual([]);
  expect(await queueOf(place, "mine", 1)).toEqual(
    expect.arrayContaining([expect.objectContaining({ text: "Odwołanie, uwaga nr 1: Park Bogucki" })]),
  );
  const supervisor = await place.staff("coordinator");
  const work = await place.call("GET /v1/staff/work?limit=100", { token: supervisor });
  expect(work.body.items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        owner: { kind: "queue", id: "coordinator" },
        link: expect.stringContaining(id),
      }),
    ]),
  );
  const answer = { isUpheld: true, reason: "Słowo było cytatem." };
  expect(told(await moderate(place, id, "answer", answer))).toEqual([403, "identity/same-person"]);
  expect(told(await moderate(place, id, "restoring"))).toEqual([409, "act/wrong-state"]);
  expect((await moderate(place, id, "answer", answer, { n: 1 })).body.state).toBe("passed");
  expect(await list(id)).toMatchObject([{ text: SECRET, name: "Zofia Przybylska", moderation: null }]);
  await place.settle();
  expect((await place.letterTo("autor@example.com"))?.subject).toBe("Odwołanie jest uwzględnione");
  expect((await place.call(`GET ${link}`)).text).toContain("Odwołanie jest uwzględnione");
});

test("an appeal comes too late after its days, an old link says that it is gone, and a guessed one is nothing", async () => {
  const id = await one(SECRET, "pozno@example.com");
  await moderate(place, id, "hiding", { point: "2" });
  const first = await appealLink(place, "pozno@example.com");
  expect((await place.call(`GET ${first.slice(0, -1)}${first.endsWith("0") ? "1" : "0"}`)).status).toBe(404);
  await moderate(place, id, "masking", { words: ["złodziej"], why: { point: "2" } });
  const second = await appealLink(place, "pozno@example.com");
  expect((await place.call(`GET ${first}`)).status).toBe(410);
  await place.clock.moveTo((now) => now + 15 * DAY_MS);
  const late = await place.call(`POST ${second}`, { form: { text: "Spóźnione." } });
  expect([late.status, late.text.includes("Termin odwołania minął")]).toEqual([409, true]);
  expect((await lookAt(place, id)).body.appeal).toBeNull();
});

test("posts after a look are nowhere before it, and whole after it", async () => {
  const id = await one(SECRET, "jan@example.com", { posts: "after-look" });
  expect(await list(id)).toMatchObject([
    { number: 1, text: null, name: null, moderation: { kind: "waiting" } },
  ]);
  expect(await publicTexts(id)).not.toMatch(/Brzydalski|Przybylska/);
  const headers = { cookie: `staff=${await place.staff("moderator")}` };
  const page = await place.call(`GET /urzad/moderacja/${id}/rmk_000001`, { headers });
  expect(page.text).toContain("Brzydalski");
  expect((await moderate(place, id, "pass")).status).toBe(200);
  expect(await list(id)).toMatchObject([{ text: SECRET, name: "Zofia Przybylska", moderation: null }]);
});

test("until somebody looks at it, its author changes what waits; nobody else reads either text", async () => {
  const id = await openGathering(place, { posts: "after-look" });
  const link = await remark(place, id, { text: SECRET, email: "poprawki@example.com" });
  expect((await place.call(`GET ${link}`)).text).toContain("Brzydalski");
  const said = { text: "Ławek jest dość." };
  expect((await place.call(`POST ${link}`, { form: said })).status).toBe(303);
  expect((await place.call(`GET ${link}`)).text).toContain(said.text);
  expect(await publicTexts(id)).not.toMatch(/Brzydalski|Ławek jest/);
  expect((await moderate(place, id, "pass")).status).toBe(200);
  expect(await list(id)).toMatchObject([{ ...said, moderation: null }]);
  const late = await place.call(`POST ${link}`, { form: { text: SECRET } });
  expect([late.status, (await list(id))[0].text]).toEqual([409, said.text]);
});

test("one that was hidden before anybody saw it is restored whole", async () => {
  const id = await one(SECRET, "jan@example.com", { posts: "after-look" });
  expect((await moderate(place, id, "hiding", { point: "2" })).status).toBe(200);
  expect((await moderate(place, id, "restoring")).status).toBe(200);
  expect(await list(id)).toMatchObject([{ text: SECRET, name: "Zofia Przybylska" }]);
  expect((await place.letterTo("jan@example.com"))?.subject).toBe("Twoją uwagę widać znów w całości");
});

test("taken by one it is with them; the other is told so, and of two at once one gets the truth", async () => {
  const id = await one("Ławki.");
  const both = await Promise.all([0, 1].map((n) => moderate(place, id, "taking", undefined, { n })));
  const statuses = both.map(({ status }) => status);
  expect(statuses).toContain(200);
  expect(statuses.filter((status) => status !== 200).every((status) => [409, 412].includes(status))).toBe(
    true,
  );
  const [mine, other] = statuses[0] === 200 ? [0, 1] : [1, 0];
  expect((await moderate(place, id, "taking", undefined, { n: mine })).status).toBe(200);
  expect(told(await moderate(place, id, "pass", undefined, { n: other }))).toEqual([409, "moderation/held"]);
  expect((await queueOf(place, "taken", mine)).some(({ href }) => href.includes(id))).toBe(true);
  expect((await queueOf(place, "nobody", other)).some(({ href }) => href.includes(id))).toBe(false);
  const acts = await Promise.all(
    (["pass", "hiding"] as const).map((act) =>
      moderate(place, id, act, act === "hiding" ? { point: "4" } : undefined, { n: mine }),
    ),
  );
  expect(acts.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
  const { state } = (await lookAt(place, id)).body;
  const [shown] = await list(id);
  expect([state, shown.moderation?.kind ?? null]).toEqual(
    state === "hidden" ? ["hidden", "hidden"] : ["passed", null],
  );
});

test("only those who are named moderate, and whoever stands in for them", async () => {
  const id = await one("Ławki.");
  const wrong = await named(place, id, ["nikt"]);
  expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, "/moderators/0"]);
  expect((await named(place, id, [KATARZYNA])).status).toBe(200);
  expect(told(await moderate(place, id, "pass", undefined, { n: 1 }))).toEqual([403, "moderation/not-named"]);
  expect(told(await lookAt(place, id, "rmk_000001", 1))).toEqual([403, "moderation/not-named"]);
  expect((await queueOf(place, "mine", 1)).some(({ href }) => href.includes(id))).toBe(false);
  const token = await place.staff("moderator");
  const { version } = (await place.call("GET /v1/staff/absence", { token })).body;
  const absence = { from: today(place), to: plusDays(today(place), 3), standIn: PIOTR };
  const headers = { "if-match": `"v${version}"` };
  expect((await place.call("PUT /v1/staff/absence", { token, headers, body: { absence } })).status).toBe(200);
  expect((await queueOf(place, "mine", 1)).some(({ href }) => href.includes(id))).toBe(true);
  expect((await moderate(place, id, "pass", undefined, { n: 1 })).status).toBe(200);
  const cookie = { cookie: `staff=${await place.staff("coordinator")}` };
  const page = await place.call(`GET /urzad/konsultacje/${id}/moderacja`, { headers: cookie });
  expect(page.text).toMatch(/Katarzyna Szczygieł: .*zastępuje Piotr Gil/);
  const outside = await place.call(`GET /v1/staff/consultations/${id}/moderators`, {
    token: await place.staff("unit"),
  });
  expect(told(outside)).toEqual([403, "moderation/not-named"]);
});

test("the unit that owes the report names its moderators, another unit does not", async () => {
  const id = await one("Zieleń.", "jan@example.com", { unit: "zielen" });
  const path = `/v1/staff/consultations/${id}/moderators`;
  const [mine, other] = await Promise.all([1, 3].map((n) => place.staff("unit", n)));
  expect((await place.call(`GET ${path}`, { token: mine ?? "" })).status).toBe(200);
  const { version } = (await place.call(`GET ${path}`, { token: mine ?? "" })).body;
  const put = { body: { moderators: [PIOTR] }, headers: { "if-match": `"v${version}"` } };
  expect((await place.call(`PUT ${path}`, { token: mine ?? "", ...put })).body.moderators).toEqual([PIOTR]);
  // Investments stand above green areas: their people answer for what is below.
  expect((await place.call(`GET ${path}`, { token: other ?? "" })).status).toBe(200);
  const roads = await one("Drogi.", "jan@example.com", { unit: "inwestycje" });
  const refused = await place.call(`GET /v1/staff/consultations/${roads}/moderators`, { token: mine ?? "" });
  expect(told(refused)).toEqual([403, "moderation/not-named"]);
});

test("nobody moderates what they wrote themselves, and other roles nothing at all", async () => {
  const id = await one("Moje.", "katarzyna.szczygiel@urzad.example");
  for (const act of ["taking", "pass"] as const)
    expect(told(await moderate(place, id, act))).toEqual([403, "moderation/own"]);
  expect(told(await moderate(place, id, "hiding", { point: "1" }))).toEqual([403, "moderation/own"]);
  const token = await place.staff("clerk");
  const path = `POST /v1/staff/moderation/${id}/rmk_000001/pass`;
  expect(told(await place.call(path, { token, key: newKey() }))).toEqual([403, "identity/role"]);
  expect((await place.call(path, { key: newKey() })).status).toBe(401);
});

test("what is pressed twice or over an old page is done once, and a point that is none is refused", async () => {
  const id = await one();
  const headers = { cookie: `staff=${await place.staff("moderator")}` };
  const path = `/urzad/moderacja/${id}/rmk_000001`;
  const page = await place.call(`GET ${path}`, { headers });
  const form = { ...hiddenFields(page.text, `${path}/ukrycie`), point: "2" };
  const wrong = await place.call(`POST ${path}/ukrycie`, { headers, form: { ...form, point: "77" } });
  expect(wrong.status).toBe(422);
  const twice = await Promise.all([1, 2].map(() => place.call(`POST ${path}/ukrycie`, { headers, form })));
  expect(twice.map(({ status }) => status).sort()).toEqual([303, 412]);
  await place.settle();
  const letters = place.letters().filter(({ subject }) => subject === "Twoja uwaga jest ukryta");
  expect(letters.filter(({ text }) => text.includes(id)).length).toBe(1);
});

test("the rules stand beside the form, and the log tells all of it without a person", async () => {
  const id = await one();
  await moderate(place, id, "hiding", { point: "3" });
  await moderate(place, id, "restoring");
  expect((await place.call(`GET /konsultacje/${id}/uwagi/nowa`)).text).toContain("/konsultacje/zasady");
  const rules = await place.call("GET /uk/konsultacje/zasady");
  expect(faultsOfPage(rules.text)).toEqual([]);
  expect(rules.text).toContain("п. 3");
  const log = await place.call("GET /v1/consultations/moderation");
  expect(log.body.items.slice(0, 2)).toMatchObject([
    { act: "restored", consultationId: id, number: 1, point: 3 },
    { act: "hidden", consultationId: id, number: 1, point: 3 },
  ]);
  expect(Object.keys(log.body.items[0]).sort()).toEqual([
    "act",
    "at",
    "consultationId",
    "id",
    "number",
    "point",
  ]);
  const page = await place.call("GET /konsultacje/moderacja");
  expect(faultsOfPage(page.text)).toEqual([]);
  expect(page.text).toContain("przywrócono");
  expect((await place.call("GET /v1/consultations/moderation.csv")).text).toContain(`hidden;${id};1;3`);
});

test("the supervisor sees how fast it goes, in working time, and what is late", async () => {
  const id = await one();
  await place.clock.moveTo((now) => now + 10 * DAY_MS);
  const token = await place.staff("coordinator");
  const of = async () =>
    (await place.call("GET /v1/staff/moderation/figures", { token })).body.byConsultation.find(
      (row: { consultationId: string }) => row.consultationId === id,
    );
  expect(await of()).toMatchObject({ came: 1, looked: 0, late: 1, medianMinutes: null });
  await moderate(place, id, "pass");
  const { worstMinutes, ...rest } = await of();
  expect(rest).toMatchObject({ came: 1, looked: 1, late: 1, taken: 0, medianMinutes: worstMinutes });
  // Ten days have five to eight working days of eight hours.
  expect(worstMinutes).toBeGreaterThanOrEqual(5 * 480);
  expect(worstMinutes).toBeLessThanOrEqual(8 * 480);
  const headers = { cookie: `staff=${token}` };
  const page = await place.call("GET /urzad/moderacja/liczby", { headers });
  expect(faultsOfPage(page.text)).toEqual([]);
  const csv = await place.call("GET /v1/staff/moderation/figures.csv", { token });
  expect(csv.text).toContain(`;${worstMinutes}`);
  expect((await asEditor(place, "GET /v1/staff/moderation/figures")).status).toBe(403);
});

test("markup, floods of quotes and hostile patterns stay text", async () => {
  const evil = '<script>alert(1)</script> (a+)+$ [x] \\ "&amp;" '.repeat(20).trim();
  const id = await one(evil);
  const headers = { cookie: `staff=${await place.staff("moderator")}` };
  const page = await place.call(`GET /urzad/moderacja/${id}/rmk_000001`, { headers });
  expect(page.text).not.toContain("<script>alert");
  const words = ["(a+)+$", "[x]", "\\", "<script>alert(1)</script>"];
  const began = performance.now();
  expect((await moderate(place, id, "masking", { words, why: { point: "1" } })).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(2000);
  expect((await list(id))[0].text).not.toMatch(/a\+|\[x\]|alert/);
  const many = Array.from({ length: 51 }, (_, n) => `słowo ${n}`);
  expect((await moderate(place, id, "masking", { words: many, point: "1" })).status).toBe(400);
  expect((await place.call(`GET /konsultacje/${id}/uwagi`)).text).not.toContain("<script>alert");
});
