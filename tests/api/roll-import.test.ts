import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { peselOf, rollOf } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { importRoll, proposeRoll } from "../kit/roll.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";
import { sendFile } from "../kit/uploads.ts";
import { faultsOfPage } from "../pages/tags.ts";

let place: Place;
let token: string;
let other: string;
let cycleId: string;

beforeAll(async () => {
  place = await openPlace();
  token = await place.staff("coordinator");
  other = await place.staff("coordinator", 1);
  cycleId = await openDraft();
});
afterAll(() => place?.close());

const openDraft = async (): Promise<string> => {
  const { body } = await place.call("POST /v1/staff/cycles", {
    token,
    key: true,
    body: {
      name: "Budżet",
      ruleSet: "katowice-xii",
      calendar: [{ name: "voting", startsAt: "2040-01-01T00:00:00Z", endsAt: "2040-01-02T00:00:00Z" }],
      pools: [{ id: "L13", amountGrosze: 100_000 }],
    },
  });
  return body.id;
};

const send = async (bytes: Uint8Array<ArrayBuffer>, type = "text/csv") => {
  const reply = await fetch(`${place.url}/v1/staff/cycles/${cycleId}/roll`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": type },
    body: bytes,
  });
  return { status: reply.status, body: (await reply.json()) as Record<string, number> };
};

const rollNow = async () => (await place.call(`GET /v1/staff/cycles/${cycleId}`, { token })).body.roll;
const accept = () => place.call(`POST /v1/staff/cycles/${cycleId}/roll/acceptance`, { token: other });
const pending = async (id: string) =>
  (await place.call(`GET /v1/staff/pending/${id}`, { token: other })).body;

const numbersOf = ({ rows, added, gone, moved, cannotProve, faults, repaired }: Record<string, number>) => ({
  rows,
  added,
  gone,
  moved,
  cannotProve,
  faults,
  repaired,
});

describe("a new roll", () => {
  test("is in force once a second person, who has read what it changes, accepts it", async () => {
    const first = await proposeRoll(place, cycleId, rollOf(300));
    expect(first.status).toBe(202);
    expect(numbersOf(first.body)).toEqual({
      rows: 300,
      added: 300,
      gone: 0,
      moved: 0,
      cannotProve: 0,
      faults: 0,
      repaired: 0,
    });
    expect(await rollNow()).toBeNull();
    expect((await place.call(`POST /v1/staff/cycles/${cycleId}/roll/acceptance`, { token })).body.code).toBe(
      "identity/same-person",
    );
    expect((await accept()).status).toBe(200);
    expect(await rollNow()).toMatchObject({ version: 1, entries: 300, perDistrict: { L13: 300 } });

    // One row in the place of three hundred: the second person reads that 299 people would be gone.
    const one = await proposeRoll(place, cycleId, `${peselOf(0)};Nowak-Łoś;L9\n`);
    const shown = await pending(one.body.pendingId);
    expect(numbersOf(shown)).toEqual({
      rows: 1,
      added: 0,
      gone: 299,
      moved: 1,
      cannotProve: 0,
      faults: 0,
      repaired: 0,
    });
    expect(shown.proposal.preview).toMatchObject({ before: 300, people: 1 });
    const page = await place.call(`GET /urzad/sprawy/${one.body.pendingId}`, {
      headers: { cookie: `staff=${other}` },
    });
    expect(page.text).toContain("−299");
    expect(await rollNow()).toMatchObject({ entries: 300 });
    expect((await accept()).status).toBe(200);
    expect(await rollNow()).toMatchObject({ version: 2, entries: 1, perDistrict: { L9: 1 } });
  });

  test("is not accepted where another came into force after its numbers were read", async () => {
    const late = (await proposeRoll(place, cycleId, rollOf(7))).body;
    await importRoll(place, cycleId, rollOf(5));
    expect((await pending(late.pendingId)).state).toBe("replaced");
    const told = await place.call(`POST /v1/staff/pending/${late.pendingId}/acceptance`, { token: other });
    expect(told.status).toBe(409);
    expect(await rollNow()).toMatchObject({ entries: 5 });
  });

  test("with a faulty row is not proposed, and the first fifty are listed", async () => {
    const bad = Array.from({ length: 70 }, (_, n) => `${peselOf(n)};Nowak;Nigdzie`).join("\n");
    const { status, body } = await proposeRoll(place, cycleId, `${rollOf(3)}${bad}\n`);
    expect([status, body.code, body.errors.length, body.errors[0].pointer]).toEqual([
      422,
      "roll/rows",
      50,
      "/5",
    ]);
    expect(body.detail).toContain("70");
    expect(await rollNow()).toMatchObject({ entries: 5 });
  });

  test.each([
    ["", "no-rows"],
    ["\n\n", "no-rows"],
    ["pesel;mothers_maiden_name;district\n", "no-rows"],
    ["Spis\npesel;mothers_maiden_name;district\n\n;;\n", "no-rows"],
    ["pesel;nazwisko\n44051401359;Nowak\n", "columns-missing"],
    [`pesel;mothers_maiden_name;district\n44051401359;"Nowak;L13\n`, "unclosed-quote"],
  ])("that is no table says why: %j", async (text) => {
    const { status, body } = await send(Buffer.from(text));
    expect([status, body.code]).toEqual([text === "" ? 422 : 422, "roll/file"]);
  });

  test("is mended where a spreadsheet has touched it, and says of whom no name proves them", async () => {
    const { status, body } = await proposeRoll(
      place,
      cycleId,
      [
        "Dzielnica,Nr PESEL,Nazwisko panieńskie matki,Uwagi",
        `l-13,'${peselOf(0)},Nowak,`,
        `L13,"=""${peselOf(1)}""",N/N,x`,
        `L13,${peselOf(2)},,`,
        `L13,${peselOf(3)},Müller (Schmidt),`,
      ].join("\r\n"),
    );
    expect([status, numbersOf(body)]).toEqual([
      202,
      { rows: 4, added: 0, gone: 1, moved: 0, cannotProve: 3, faults: 0, repaired: 2 },
    ]);
    expect(body.delimiter).toBe(",");
    expect(body.columns).toEqual({
      pesel: "Nr PESEL",
      mothers_maiden_name: "Nazwisko panieńskie matki",
      district: "Dzielnica",
    });
    expect(body.noted).toEqual([
      { line: 2, column: "pesel", says: "apostrophe" },
      { line: 2, column: "district", says: "spelling" },
      { line: 3, column: "pesel", says: "formula" },
    ]);
  });

  test.each(["windows-1250", "iso-8859-2", "utf-16le"] as const)("is read in %s", async (encoding) => {
    const text = `pesel;nazwisko matki;district\n${peselOf(0)};Świątek;L13\n`;
    const bytes =
      encoding === "utf-16le"
        ? Buffer.from(`\ufeff${text}`, "utf16le")
        : Uint8Array.from(text, (letter) => {
            const page = { Ś: [0x8c, 0xa6], ą: [0xb9, 0xb1] }[letter];
            return page?.[encoding === "windows-1250" ? 0 : 1] ?? letter.charCodeAt(0);
          });
    const { status, body } = await send(Uint8Array.from(bytes));
    expect([status, body.encoding, body.people, body.cannotProve]).toEqual([202, encoding, 1, 0]);
  });
});

describe("the workbench of a roll", () => {
  const visit = (method: string, path: string, form?: Record<string, string>) =>
    place.call(`${method} ${path}`, {
      headers: { cookie: `staff=${token}`, origin: place.url },
      ...(form && { form }),
    });

  test("shows three rows as they are read, takes another encoding and other columns, and tells what the roll changes", async () => {
    const text = `nr;matka;gdzie\n${peselOf(0)};Świątek;L13\n${peselOf(1)};Nowak;L-13\n`;
    const bytes = Uint8Array.from(text, (letter) => ({ Ś: 0x8c, ą: 0xb9 })[letter] ?? letter.charCodeAt(0));
    const { id, state } = await sendFile(place, { purpose: "roll", bytes, name: "spis.csv" });
    expect(state).toBe("ready");
    const path = `/urzad/edycje/${cycleId}/spis/${id}`;
    const first = await visit("GET", path);
    expect(first.status).toBe(200);
    expect(first.text).toContain("Świątek");
    expect(first.text).toMatch(/<option value="windows-1250" selected/);
    expect(first.text).toContain("Wskaż kolumny pliku");
    const other = await visit("POST", path, { act: "look", encoding: "iso-8859-2", delimiter: ";" });
    expect(other.text).not.toContain("Świątek");
    const columns = {
      "column-pesel": "1",
      "column-mothers_maiden_name": "2",
      "column-district": "3",
    };
    const read = await visit("POST", path, {
      act: "read",
      encoding: "windows-1250",
      delimiter: ";",
      ...columns,
    });
    expect(read.status).toBe(303);
    await place.settle();
    const shown = await visit("GET", read.headers.get("location") ?? "");
    expect(shown.text).toContain("windows-1250");
    expect(shown.text).not.toContain(peselOf(0));
    const notes = /href="([^"]*uwagi-do-spisu[^"]*)"/.exec(shown.text)?.[1] ?? "";
    const file = await visit("GET", notes);
    expect(file.text).toContain("district");
    expect(file.text).toContain("3;");
  });
});

describe("residents per district", () => {
  const propose = async (table: string | Uint8Array<ArrayBuffer>) => {
    const reply = await fetch(`${place.url}/v1/staff/cycles/${cycleId}/residents`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "text/csv" },
      body: table,
    });
    return { status: reply.status, body: (await reply.json()) as Record<string, never[]> };
  };
  const numbers = async () => {
    const { pools } = (await place.call(`GET /v1/cycles/${cycleId}`)).body;
    return pools.map(({ id, residents }: { id: string; residents: number }) => [id, residents]);
  };
  const table = `Lp.;Nazwa;Liczba mieszkańców
1;L13;13 007
2;załęska hałda – brynów część ZACHODNIA;1,2345E+4
3;Srodmiescie;"9.876"
Razem;Razem;35228
`;

  test("are proposed as what differs, however they are written, and are in force once another person accepts them", async () => {
    cycleId = await openDraft();
    const before = await numbers();
    const { status, body } = await propose(Uint8Array.from(Buffer.from(`\ufeff${table}`, "utf16le")));
    expect([status, body]).toMatchObject([202, { repaired: 2 }]);
    expect((body.changes ?? []).map(({ residents }) => residents).sort()).toEqual([12_345, 13_007, 9876]);
    expect(await numbers()).toEqual(before);
    const path = `POST /v1/staff/cycles/${cycleId}/residents/acceptance`;
    expect((await place.call(path, { token })).status).toBe(403);
    expect((await place.call(path, { token: other })).status).toBe(200);
    expect(await numbers()).toEqual([["L13", 13_007]]);
    const again = await propose(table);
    expect([again.status, again.body.type]).toEqual([409, expect.stringContaining("table/unchanged")]);
  });

  test("are pasted at the office: a table with faults comes back with each of them, a right one waits for two", async () => {
    const browser = await staffVisitor(place, "coordinator");
    const edition = await browser.open(`/urzad/edycje/${cycleId}`);
    const path = `/urzad/edycje/${cycleId}/mieszkancy`;
    expect(edition.text).toContain(`href="${path}"`);
    const shown = await browser.open(path);
    expect(shown.text).toMatch(/<td[^>]*>13\s007<\/td>/);
    const faulty = await browser.post(path, { table: "dzielnica;mieszkańcy\nL13;4,2E+4\nBrynów;10" });
    expect(faulty.status).toBe(422);
    expect(faulty.text).toContain("Wiersz 2");
    expect(faulty.text).toContain("Wiersz 3");
    expect(faulty.text).toContain("Brynów;10</textarea>");
    expect(faultsOfPage(faulty.text)).toEqual([]);
    const sent = await browser.post(path, { table: "dzielnica;mieszkańcy\nL13;13 100" });
    expect([sent.status, sent.path.split("?")[0]]).toEqual([200, `/urzad/edycje/${cycleId}`]);
    expect(sent.text).toContain("Obowiązują, gdy przyjmie je druga osoba.");
    expect(sent.text).toMatch(/Czeka na drugą osobę<\/h2>\s*<ul><li><a href="\/urzad\/sprawy\/pnd_/);
    const { items } = (await place.call("GET /v1/staff/work", { token: other })).body;
    const second = await staffVisitor(place, "coordinator", 1);
    const pages = await Promise.all(items.map(({ link }: { link: string }) => second.open(link)));
    expect(pages.filter(({ text }) => /13\s007 → 13\s100/.test(text))).toHaveLength(1);
    expect(await numbers()).toEqual([["L13", 13_007]]);
  });

  test("are sent as a file, in whatever encoding; columns that lack are pointed at by hand", async () => {
    const browser = await staffVisitor(place, "coordinator");
    const path = `/urzad/edycje/${cycleId}/mieszkancy`;
    await place.call(`POST /v1/staff/cycles/${cycleId}/residents/acceptance`, { token: other });
    const shown = await browser.open(path);
    const text = "część miasta;osób\nŚródmieście;13 200\n";
    const unknown = await browser.send(shown, path, {}, Buffer.from(`\ufeff${text}`, "utf16le"));
    expect(unknown.status).toBe(422);
    expect(unknown.text).toContain("Śródmieście;13 200");
    expect(unknown.text).toMatch(/<td[^>]*>Śródmieście<\/td>/);
    expect(faultsOfPage(unknown.text)).toEqual([]);
    const read = { "column-district": "1", "column-residents": "2" };
    const sent = await browser.send(unknown, path, read);
    expect([sent.status, sent.path.split("?")[0]]).toEqual([200, `/urzad/edycje/${cycleId}`]);
    const broken = await browser.send(shown, path, {}, Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1]));
    expect(broken.status).toBe(422);
    expect(faultsOfPage(broken.text)).toEqual([]);
  });

  test("with one fault are none, each by row and column", async () => {
    const rows = "district;residents\nL13;4,2E+4\nL99;10\nL13;0\nL13;10\nl13;11";
    const { status, body } = await propose(rows);
    expect(status).toBe(422);
    expect((body.errors ?? []).map(({ pointer }) => pointer)).toEqual([
      "/2/residents",
      "/3/district",
      "/4/residents",
      "/6/district",
    ]);
  });
});
