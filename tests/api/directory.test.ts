import { afterAll, beforeAll, expect, it } from "vitest";
import { DEMO_STAFF } from "../../infra/local/issuer/staff.ts";
import { subjectOf } from "../../infra/local/issuer/tokens.ts";
import { ROLES } from "../../shared/domain/office/roles.ts";
import { dayOf, instant, localInstant, milliseconds, plusWorkingDays } from "../../shared/domain/time.ts";
import { keys } from "../../shared/store/keys.ts";
import { waits } from "../../shared/store/work.ts";
import { put } from "../../shared/store/write.ts";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { OFFICE, officeWithout, openStaffFile } from "../kit/staff-file.ts";
import { hiddenFields, stepVisitor } from "../kit/staff-visitor.ts";
import { faultsOfPage } from "../pages/tags.ts";
import { aConsultation } from "./meeting-parts.ts";

const { describe, test } = inTurn();

const staffFile = openStaffFile();
let place: Place;
beforeAll(async () => {
  place = await openPlace({ staffFile: staffFile.path });
});
afterAll(async () => {
  await place?.close();
  staffFile.remove();
});

const idOf = (username: string) => subjectOf({ username });
const [ANNA, TOMASZ] = [idOf("anna.wrona"), idOf("tomasz.bielik")];

const asAdmin = async (route: string, body?: unknown, version?: number) =>
  place.call(route, {
    token: await place.staff("admin"),
    ...(body !== undefined && { body }),
    ...(version !== undefined && { headers: { "if-match": `"v${version}"` } }),
  });

/** The accounts as they are from now on, and as the directory follows them. */
const follow = async (staff: typeof OFFICE) => {
  staffFile.write(staff);
  await place.invoke("directory", { sweep: true });
};

describe("the directory", () => {
  test("knows the people of the place and their units, for everybody who works there", async () => {
    const token = await place.staff("moderator");
    const { body } = await place.call("GET /v1/staff/people", { token });
    expect(body.items.map(({ name }: { name: string }) => name).toSorted()).toEqual(
      DEMO_STAFF.map(({ name }) => name).toSorted(),
    );
    expect((await place.call("GET /v1/staff/units", { token })).body.items).toContainEqual({
      id: "zielen",
      name: "Zakład Zieleni Miejskiej",
      parent: "inwestycje",
      version: 1,
    });
  });

  test("is changed in the version that was read, by the admin, and only to what there is", async () => {
    const path = `/v1/staff/people/${ANNA}`;
    const before = await asAdmin(`GET ${path}`);
    const version: number = before.body.version;
    expect(before.headers.get("etag")).toBe(`"v${version}"`);
    const statusOf = async (body: unknown, of?: number) => (await asAdmin(`PATCH ${path}`, body, of)).status;
    expect(await statusOf({ mail: "a@b.example" })).toBe(428);
    expect(await statusOf({ mail: "a@b.example" }, version + 1)).toBe(412);
    expect(await statusOf({ unit: "nigdzie" }, version)).toBe(422);
    expect(await statusOf({ mail: "nie adres" }, version)).toBe(422);
    const days = { from: "2027-09-13", to: "2027-09-15" };
    expect(await statusOf({ absence: { ...days, standIn: ANNA } }, version)).toBe(422);
    expect(await statusOf({ absence: { ...days, to: "2027-09-12", standIn: null } }, version)).toBe(422);
    const changed = await asAdmin(`PATCH ${path}`, { absence: { ...days, standIn: TOMASZ } }, version);
    expect(changed.body).toMatchObject({
      unit: before.body.unit,
      absence: { standIn: TOMASZ },
      version: version + 1,
    });
    expect(await statusOf({ absence: null }, version)).toBe(412);
    expect(await statusOf({ absence: null }, version + 1)).toBe(200);
    const { body } = await place.call("GET /v1/staff/audit?subject=office", {
      token: await place.staff("auditor"),
    });
    expect(body.items[1]).toMatchObject({
      act: "patchPerson",
      byName: "Irena Kawka",
      facts: { person: "Anna Wrona", awayFrom: "2027-09-13", standIn: "Tomasz Bielik" },
    });
  });

  test("keeps units a tree", async () => {
    const made = await asAdmin("POST /v1/staff/units", { id: "parki", name: "Parki", parent: "zielen" });
    expect(made.status).toBe(201);
    expect((await asAdmin("POST /v1/staff/units", { id: "parki", name: "Inne", parent: null })).status).toBe(
      412,
    );
    const moved = await asAdmin("PATCH /v1/staff/units/zielen", { parent: "parki" }, 1);
    expect([moved.status, moved.body.errors[0].pointer]).toEqual([422, "/parent"]);
    expect((await asAdmin("PATCH /v1/staff/units/parki", { parent: "urzad" }, 1)).body).toMatchObject({
      name: "Parki",
      parent: "urzad",
      version: 2,
    });
  });

  test("lets a unit go when nothing is in it, and says what is in the way", async () => {
    const path = "/v1/staff/units/parki";
    const asked = async (of?: number) => asAdmin(`DELETE ${path}`, undefined, of);
    await asAdmin("POST /v1/staff/units", { id: "skwery", name: "Skwery", parent: "parki" });
    const ewa = `/v1/staff/people/${idOf("ewa.sikora")}`;
    const moved = async (unit: string) =>
      asAdmin(`PATCH ${ewa}`, { unit }, (await asAdmin(`GET ${ewa}`)).body.version);
    expect((await moved("parki")).status).toBe(200);
    expect([(await asked()).status, (await asked(1)).status]).toEqual([428, 412]);
    const full = await asked(2);
    expect([full.status, full.body.code]).toEqual([409, "unit/not-empty"]);
    expect(full.body.detail).toBe(
      "Najpierw przenieś z niej jednostki: Skwery. Najpierw przenieś z niej ludzi: Ewa Sikora.",
    );
    const browser = stepVisitor(place);
    await browser.signIn("admin");
    const [page, removal] = ["/urzad/jednostki/parki", "/urzad/jednostki/parki/usuniecie"];
    const shown = (await browser.go(`GET ${page}`)).text;
    expect(shown).toContain("Najpierw przenieś z niej ludzi: Ewa Sikora.");
    expect(shown).not.toContain(removal);
    const form = { version: "2" };
    const kept = await browser.go(`POST ${removal}`, { form });
    expect([kept.status, faultsOfPage(kept.text)]).toEqual([409, []]);
    expect(kept.text).toContain("Najpierw przenieś z niej ludzi: Ewa Sikora.");

    await moved("dialog");
    expect((await asAdmin("DELETE /v1/staff/units/skwery", undefined, 1)).status).toBe(204);
    const item = waits({
      kind: "decide-statement",
      id: "stm_0000000000000008",
      owner: "unit#parki",
      dueAt: "2031-01-01T10:00:00.000Z",
      about: { cycleId: "cyc_0000000000000009", edition: "XII", statementId: "stm_0000000000000008" },
    });
    const key = { pk: "TEST", sk: "OF-UNIT" };
    await place.deps.store.table.write([put({ key, item })]);
    expect((await asked(2)).body.detail).toBe("Zadania, które w niej czekają: 1.");
    await place.deps.store.table.write([{ kind: "remove", key }]);
    expect((await browser.go(`POST ${removal}`, { form })).status).toBe(303);
    expect((await browser.go(`GET ${page}`)).status).toBe(404);
    expect((await moved("parki")).status).toBe(422);
    expect((await browser.go("GET /urzad/dziennik/office")).text).toContain("Usunięto jednostkę.");
  });

  test("changes what was sent of a person whose stand-in has left, and says that nobody stands in", async () => {
    const [path, left] = [`/v1/staff/people/${idOf("jan.kos")}`, idOf("stefan.zuraw")];
    const [from, to] = ["2027-09-13", "2027-09-15"];
    const { version } = (await asAdmin(`GET ${path}`)).body;
    const away = await asAdmin(`PATCH ${path}`, { absence: { from, to, standIn: left } }, version);
    await follow(officeWithout("stefan.zuraw"));
    const gone = (await asAdmin(`GET /v1/staff/people/${left}`)).body;
    expect((await asAdmin(`DELETE /v1/staff/people/${left}`, undefined, gone.version)).status).toBe(204);
    const changed = await asAdmin(`PATCH ${path}`, { mail: "jan@urzad.example" }, away.body.version);
    expect([changed.status, changed.body.mail]).toEqual([200, "jan@urzad.example"]);
    const named = { absence: { from, to: "2027-09-16", standIn: "nobody" } };
    expect((await asAdmin(`PATCH ${path}`, named, changed.body.version)).status).toBe(422);
    const browser = stepVisitor(place);
    await browser.signIn("admin");
    const { text } = await browser.go("GET /urzad/ludzie");
    expect(text).toContain("od 13 września 2027 do 15 września 2027; nikt nie zastępuje od 13 września 2027");
    const { text: told } = await browser.go("GET /urzad/dziennik/office");
    expect(told).toContain(
      "osoba: Jan Kos; jednostka: Zespół Informacji; nieobecność od: 13 września 2027; nieobecność do: 15 września 2027; adres e-mail: zmieniony",
    );
    expect(told).not.toContain("jan@urzad.example");
  });

  test("shows units outside the tree on its page, and lets them back in", async () => {
    const circle = [
      { id: "kolo-a", name: "Koło A", parent: "kolo-b", version: 1 },
      { id: "kolo-b", name: "Koło B", parent: "kolo-a", version: 1 },
    ];
    await place.deps.store.table.write(circle.map((item) => put({ key: keys.unit(item.id), item })));
    const browser = stepVisitor(place);
    await browser.signIn("admin");
    const { text } = await browser.go("GET /urzad/ludzie");
    for (const { id } of circle) expect(text).toContain(`href="/urzad/jednostki/${id}"`);
    expect(text).toContain("Tych jednostek nie ma w drzewie.");
    expect(faultsOfPage(text)).toEqual([]);
    expect((await asAdmin("PATCH /v1/staff/units/kolo-a", { parent: "urzad" }, 1)).status).toBe(200);
    expect((await browser.go("GET /urzad/ludzie")).text).not.toContain("Tych jednostek");
  });

  test("forgets who works here no more, and meets them again when they sign in", async () => {
    const id = idOf("piotr.gil");
    await follow(officeWithout("piotr.gil"));
    const { version } = (await asAdmin(`GET /v1/staff/people/${id}`)).body;
    expect((await asAdmin(`DELETE /v1/staff/people/${id}`, undefined, version)).status).toBe(204);
    expect((await asAdmin(`GET /v1/staff/people/${id}`)).status).toBe(404);
    staffFile.write(OFFICE);
    await stepVisitor(place).signIn("moderator", 1);
    expect((await asAdmin(`GET /v1/staff/people/${id}`)).body).toMatchObject({
      name: "Piotr Gil",
      roles: ["moderator"],
      unit: null,
      mail: null,
    });
  });
});

test("the admin's pages do the same without a script, and say what is wrong", async () => {
  const browser = stepVisitor(place);
  await browser.signIn("admin");
  const list = await browser.go("GET /urzad/ludzie");
  expect(faultsOfPage(list.text)).toEqual([]);
  const path = `/urzad/ludzie/${idOf("ewa.sikora")}`;
  expect(list.text).toContain(`href="${path}"`);
  const page = await browser.go(`GET ${path}`);
  expect(faultsOfPage(page.text)).toEqual([]);
  const choices = /<select id="absence-standIn".*?<\/select>/s.exec(page.text)?.[0] ?? "";
  const names = [...choices.matchAll(/value="[^"]+">([^<]+)</g)].map(([, name = ""]) => name);
  expect(names.length).toBeGreaterThan(2);
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "pl")));
  const absence = { "absence-from": "", "absence-to": "", "absence-standIn": "" };
  const fields = { unit: "dialog", mail: "ewa@urzad.example", ...absence };
  const form = { ...hiddenFields(page.text, path), ...fields };
  const half = await browser.go(`POST ${path}`, { form: { ...form, "absence-from": "2027-09-13" } });
  expect(half.status).toBe(422);
  expect(faultsOfPage(half.text)).toEqual([]);
  const lost = await browser.go(`POST ${path}`, { form: { ...form, "absence-standIn": ANNA } });
  expect([lost.status, faultsOfPage(lost.text)]).toEqual([422, []]);
  const nowhere = await browser.go(`POST ${path}`, { form: { ...form, unit: "nigdzie" } });
  expect(nowhere.status).toBe(422);
  expect((await browser.go(`POST ${path}`, { form })).status).toBe(303);
  expect((await browser.go("GET /urzad/ludzie")).text).toContain("ewa@urzad.example");
  expect((await browser.go(`POST ${path}`, { form })).status).toBe(412);
  const unit = await browser.go("POST /urzad/jednostki", {
    form: { id: "sport", name: "Sport", parent: "urzad" },
  });
  expect(unit.status).toBe(303);
  for (const at of ["/urzad/jednostki", "/urzad/jednostki/sport", "/en/urzad/ludzie", `/en${path}`]) {
    const { status, text } = await browser.go(`GET ${at}`);
    expect([at, status, faultsOfPage(text)]).toEqual([at, 200, []]);
  }
});

it.each(ROLES)("the home of %s leads to what it may do, and each way of its menu is open", async (role) => {
  const browser = stepVisitor(place);
  const home = await browser.signIn(role);
  const menu = /<nav class="menu".*?<\/nav>/s.exec(home.text)?.[0] ?? "";
  const paths = new Set([...menu.matchAll(/href="([^"]+)"/g)].map(([, path = ""]) => path));
  expect(paths.size).toBeGreaterThan(2);
  for (const path of paths) {
    const { status, text } = await browser.go(`GET ${path}`);
    expect([path, status, faultsOfPage(text)]).toEqual([path, 200, []]);
    expect(text).toContain('aria-label="Menu urzędu"');
  }
});

test("whoever stands in has the work of the absent on their desk, and in the morning letter in their place", async () => {
  const work = waits({
    kind: "decide-statement",
    id: "stm_0000000000000009",
    owner: `person#${ANNA}`,
    dueAt: "2031-01-01T10:00:00.000Z",
    about: { cycleId: "cyc_0000000000000009", edition: "XII", statementId: "stm_0000000000000009" },
  });
  await place.deps.store.table.write([put({ key: { pk: "TEST", sk: "WORK" }, item: work })]);
  const now = place.clock.now();
  const morning = plusWorkingDays(dayOf(instant(now)), 1);
  const { version } = (await asAdmin(`GET /v1/staff/people/${ANNA}`)).body;
  const absence = { from: morning, to: morning, standIn: TOMASZ };
  expect((await asAdmin(`PATCH /v1/staff/people/${ANNA}`, { absence }, version)).status).toBe(200);
  const itemsOf = async (n: number) =>
    (await place.call("GET /v1/staff/work", { token: await place.staff("coordinator", n) })).body.items;
  expect(await itemsOf(1)).toEqual([]);
  expect(await itemsOf(0)).toMatchObject([
    { id: "stm_0000000000000009", owner: { kind: "person", id: ANNA } },
  ]);

  await place.clock.moveTo(milliseconds(localInstant(`${morning}T07:01`)));
  expect(await itemsOf(1)).toMatchObject([{ id: "stm_0000000000000009" }]);
  const told = () =>
    place.letters().filter(({ at, subject }) => dayOf(at) === morning && subject.startsWith("Rynek:"));
  expect(told().map(({ to }) => to)).toEqual(["tomasz.bielik@urzad.example"]);
  await place.clock.moveTo((moment) => moment + 600_000);
  expect(told()).toHaveLength(1);
  const home = await stepVisitor(place).signIn("coordinator", 1);
  expect(home.text).toContain("Zastępujesz: Anna Wrona");
});

test("what was done to a consultation and a meeting is read in sentences by who may, and by the auditor", async () => {
  const editor = await place.staff("editor");
  const { body } = await place.call("POST /v1/staff/consultations", {
    token: editor,
    key: true,
    body: aConsultation(place),
  });
  await place.call(`POST /v1/staff/consultations/${body.id}/publication`, { token: editor });
  for (const role of ["editor", "auditor"] as const) {
    const browser = stepVisitor(place);
    await browser.signIn(role);
    expect((await browser.go("GET /urzad/dziennik")).text).toContain(`/urzad/dziennik/${body.id}`);
    const { text } = await browser.go(`GET /urzad/dziennik/${body.id}`);
    expect(text).toContain("Utworzono szkic konsultacji.");
    expect(text).toContain("Otwarto konsultacje.");
    expect(text).toContain("Magda Pliszka");
    expect(faultsOfPage(text)).toEqual([]);
  }
  const verifier = await place.staff("verifier");
  const hidden = await place.call(`GET /v1/staff/audit?subject=${body.id}`, { token: verifier });
  expect(hidden.status).toBe(404);
  const auditor = await place.staff("auditor");
  const read = await place.call(`GET /v1/staff/audit?subject=${body.id}&limit=1`, { token: auditor });
  expect(read.body.items).toMatchObject([{ act: "postPublication" }]);
  expect(read.body.next).not.toBeNull();
});
