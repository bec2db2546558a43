import { afterAll, beforeAll, expect } from "vitest";
import { functionNames, tableGrantsOf } from "../../infra/aws/functions.ts";
import { isGranted } from "../../infra/aws/table-grants.ts";
import type { ProjectId } from "../../shared/domain/ids.ts";
import { keys } from "../../shared/store/keys.ts";
import { inTurn } from "../kit/in-turn.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import {
  ASKS_FOR_TWO,
  acceptCard,
  enterPhase,
  fillCard,
  letterAbout,
  openCall,
  pathInLetter,
  propose,
  publish,
} from "../kit/proposals.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";
import { faultsOfPage } from "../pages/tags.ts";

const { describe, test: it } = inTurn();

let place: Place;
let cycleId: string;
let project: string;
let clerk: string;
beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place, ASKS_FOR_TWO);
  project = (await propose(place, cycleId)).id;
  clerk = await place.staff("clerk");
});
afterAll(() => place.close());

const lists = (id = project) => `/v1/staff/cycles/${cycleId}/projects/${id}/supporters`;

/** A line of a paper list, as the n-th of a sheet. */
const enter = (row: number, line: object, key = newKey()) =>
  place.call(`POST ${lists()}`, { token: clerk, key, body: { sheet: "1", row, ...line } });

const onLine = async (name: string, address: string, email: string) => {
  const path = `POST /v1/cycles/${cycleId}/proposals/${project}/supports`;
  const asked = await place.call(path, { body: { name, address, email } });
  expect(asked.status).toBe(202);
  return place.call(`POST ${pathInLetter(await letterAbout(place, email, /poparcie/))}`, { form: {} });
};

const WINDOWS_1250: Readonly<Record<string, number>> = {
  ą: 0xb9,
  ć: 0xe6,
  ę: 0xea,
  ł: 0xb3,
  ń: 0xf1,
  ó: 0xf3,
  ś: 0x9c,
  ź: 0x9f,
  ż: 0xbf,
  Ć: 0xc6,
  Ł: 0xa3,
  Ó: 0xd3,
  Ś: 0x8c,
  Ż: 0xaf,
};

const shown = async () => (await place.call(`GET /v1/cycles/${cycleId}/projects/${project}`)).body;
const read = (why = "check") => place.call(`GET ${lists()}?why=${why}&limit=200`, { token: clerk });
const journal = async () => {
  const token = await place.staff("auditor");
  return (await place.call(`GET /v1/staff/audit?subject=${project}&limit=200`, { token })).body.items;
};

describe("the list of supporters", () => {
  it("counts a person once, who signs on line and on paper, however either is written", async () => {
    expect((await onLine("Łucja Dąb-Nowak", "ul. Mariacka 5 m. 7", "lucja-d@example.com")).status).toBe(200);
    const twice = await enter(1, { name: "DĄB NOWAK ŁUCJA", address: "Mariacka 5/7" });
    expect([twice.status, twice.body.struck]).toEqual([201, "duplicate"]);
    const other = await enter(2, { name: "Jan Dąb-Nowak", address: "Mariacka 5/7" });
    expect([other.status, other.body.struck]).toEqual([201, null]);
    const later = await onLine("Jan Dąb Nowak", "Mariacka 5 lok. 7", "jan-d@example.com");
    expect(later.text).toContain("już policzone");
    expect(await shown()).toMatchObject({ supporters: 2, supportersNeeded: 2 });
  });

  it("takes a line once, however often the request is sent", async () => {
    const key = newKey();
    const line = { name: "Adam Ósmy", address: "Rynek 1" };
    const [first, again] = [await enter(3, line, key), await enter(3, line, key)];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect((await shown()).supporters).toBe(3);
  });

  it("loses who is struck, with the reason, and has them back when they are restored", async () => {
    const { items } = (await read()).body;
    const { id } = items.find(({ name }: { name: string }) => name === "Adam Ósmy");
    const token = await place.staff("verifier");
    const strike = { reason: "not-resident", note: "Nie ma w rejestrze" };
    const struck = await place.call(`POST ${lists()}/${id}/strike`, { token, body: strike });
    expect(struck.body).toMatchObject({ struck: "not-resident", note: "Nie ma w rejestrze" });
    expect((await shown()).supporters).toBe(2);
    const twice = await place.call(`POST ${lists()}/${id}/strike`, { token, body: strike });
    expect(twice.status).toBe(409);
    expect((await place.call(`POST ${lists()}/${id}/restoration`, { token })).status).toBe(200);
    expect((await shown()).supporters).toBe(3);
  });

  it("restores nobody who counts by another line", async () => {
    const duplicate = (await read()).body.items.find(({ struck }: { struck: string }) => struck);
    const restored = await place.call(`POST ${lists()}/${duplicate.id}/restoration`, { token: clerk });
    expect([restored.status, restored.body.type]).toEqual([
      409,
      expect.stringContaining("project/already-supported"),
    ]);
    expect((await shown()).supporters).toBe(3);
  });

  it("is read for a purpose that the journal keeps, and by nobody without one", async () => {
    expect((await place.call(`GET ${lists()}`, { token: clerk })).status).toBe(400);
    expect((await read("complaint")).body.items).toHaveLength(4);
    expect((await journal())[0]).toMatchObject({
      act: "getSupporters",
      facts: { why: "complaint", read: 4 },
    });
    expect((await place.call(`GET ${lists()}?why=check`)).status).toBe(401);
  });

  it("has its pages at the office, without a name before it is said what for", async () => {
    const { cookies } = await staffVisitor(place, "verifier");
    const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
    const page = async (path: string) => {
      const one = await place.call(`GET ${path}`, { headers });
      expect([path, one.status]).toEqual([path, 200]);
      expect(faultsOfPage(one.text)).toEqual([]);
      return one.text;
    };
    const path = `/urzad/poparcie/${cycleId}/${project}`;
    const list = await page(path);
    expect(list).toContain("Liczy się osób: 3. Potrzeba: 2.");
    expect(list).not.toContain("Ósmy");
    const lines = await page(`${path}/lista?why=check`);
    expect(lines).toContain("Adam Ósmy");
    expect(lines).toContain("arkusz 1, pozycja 1");
    const line = /href="([^"]*\/sup_[^"]*)"/.exec(lines)?.[1] ?? "";
    expect(await page(line)).toContain("Skreśl");
    expect(await page(`/urzad/wnioski/${cycleId}/${project}`)).not.toContain("Ósmy");
  });
});

/** A sheet out of a table, in whatever bytes it is saved. */
const sendSheet = async (
  sheet: string,
  table: string | Uint8Array<ArrayBuffer>,
  more = "",
  key = newKey(),
) => {
  const reply = await fetch(`${place.url}${lists()}/sheets?sheet=${sheet}${more}`, {
    method: "POST",
    headers: { authorization: `Bearer ${clerk}`, "content-type": "text/csv", "idempotency-key": key },
    body: table,
  });
  return { status: reply.status, body: (await reply.json()) as Awaited<ReturnType<Place["call"]>>["body"] };
};
const SHEET = `L.p.;Nazwisko i imię;Adres;Powód skreślenia;Uwagi
1;Żółć Ewa;ul. Śląska 3/4;;
2;Adam Ósmy;Rynek 1;;tak

3;"Nowak, Jan";Mikołowska 12;;
4;Ewa Żółć;Śląska 3 m. 4;;
5;Zofia Kret;Sokolska 8;brak podpisu;
;;;;
`;

describe("a sheet of a paper list", () => {
  it("is looked at without being entered, in whatever way it was saved", async () => {
    const states = ({ items }: { items: { struck: string | null }[] }) => items.map(({ struck }) => struck);
    const all = [null, "duplicate", null, "duplicate", "no-signature"];
    const windows = Uint8Array.from(SHEET, (letter) => WINDOWS_1250[letter] ?? letter.charCodeAt(0));
    for (const [encoding, bytes] of [
      ["utf-8", Buffer.from(`\ufeff${SHEET}`)],
      ["utf-16le", Buffer.from(`\ufeff${SHEET}`, "utf16le")],
      ["windows-1250", windows],
      ["utf-8", Buffer.from(SHEET.replaceAll(";", "\t").replaceAll("\n", "\r\n"))],
    ] as const) {
      const { status, body } = await sendSheet("7", Uint8Array.from(bytes), "&preview=yes");
      expect([status, body.encoding, states(body)]).toEqual([200, encoding, all]);
      expect(body.items[2].name).toBe("Nowak, Jan");
    }
    expect((await shown()).supporters).toBe(3);
  });

  it("is entered whole, once, under whatever key it is sent again", async () => {
    const key = newKey();
    const first = await sendSheet("7", SHEET, "", key);
    expect(first).toMatchObject({ status: 200, body: { entered: 5, kept: 0, struck: 3 } });
    for (const again of [await sendSheet("7", SHEET, "", key), await sendSheet("7", SHEET)])
      expect(again).toMatchObject({ status: 200, body: { entered: 0, kept: 5, items: first.body.items } });
    expect((await shown()).supporters).toBe(5);
    const [record] = (await journal()).filter(({ act }: { act: string }) => act === "postSupporterSheet");
    expect(record.facts).toEqual({ sheet: "7", entered: 5, struck: 3, repaired: 0 });
  });

  it("with one fault enters nobody, and says where each is", async () => {
    const table = `row;first_name;surname;street;house;struck
1;Jan;Kowal;Polna;05.lip;
2;;;Polna;1;
2;Piotr;Wilk;Polna;2;
x;Piotr;Lis;Polna;3;nie wiem`;
    const { status, body } = await sendSheet("8", table);
    expect([status, body.type]).toEqual([422, expect.stringContaining("table/rows")]);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      "/2/house",
      "/3/name",
      "/5/row",
      "/5/struck",
    ]);
    const other = await sendSheet("7", "row;name;address\n6;Jan Szpak;Polna 1\n1;Jan Sowa;Polna 2");
    expect(other.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(["/3/row"]);
    for (const [sent, code] of [
      ["name;address\n", "roll/file"],
      ["\n\n", "roll/file"],
      ["Jan Szpak;Polna 1\n".repeat(46), "table/too-long"],
    ] as const)
      expect((await sendSheet("8", sent)).body.type).toContain(code);
    expect((await shown()).supporters).toBe(5);
  });

  it("that was mended waits for a yes; a whole sheet is one act", async () => {
    const sent = Array.from(
      { length: 45 },
      (_, n) => `"=""Wanda Nr-${"abcdefghij"[n % 10]}${n}""";Długa ${n}`,
    ).join("\n");
    const asked = await sendSheet("9", sent);
    expect([asked.status, asked.body.type]).toEqual([422, expect.stringContaining("table/repaired")]);
    const taken = await sendSheet("9", sent, "&repairs=taken");
    expect(taken).toMatchObject({ status: 200, body: { entered: 45, struck: 0 } });
    expect(taken.body.items[0]).toMatchObject({ name: "Wanda Nr-a0", address: "Długa 0" });
    expect((await shown()).supporters).toBe(50);
    for (const { id } of taken.body.items)
      await place.call(`POST ${lists()}/${id}/strike`, { token: clerk, body: { reason: "false-data" } });
  });

  it("is pasted at the office, shown as it was read, and entered as it was shown", async () => {
    const { cookies } = await staffVisitor(place, "verifier");
    const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
    const path = `/urzad/poparcie/${cycleId}/${project}/arkusz`;
    const post = (form: Record<string, string>) => place.call(`POST ${path}`, { headers, form });
    const typed = { sheet: "10", table: "imię;nazwisko;adres\nOla;Bury;Leśna 4\n;;Leśna 5", key: newKey() };
    const faulty = await post({ ...typed, act: "look" });
    expect(faulty.text).toContain("Brakuje imienia lub nazwiska");
    expect(faulty.text).not.toContain('value="enter"');
    expect(faultsOfPage(faulty.text)).toEqual([]);
    const right = { ...typed, table: "imię;nazwisko;adres\nOla;Bury;Leśna 4" };
    const unseen = await post({ ...right, act: "enter" });
    expect([unseen.status, (await shown()).supporters]).toEqual([200, 5]);
    const seen = /name="seen" value="([^"]*)"/.exec(unseen.text)?.[1] ?? "";
    expect(faultsOfPage(unseen.text)).toEqual([]);
    expect((await post({ ...right, seen, act: "enter" })).status).toBe(303);
    expect((await shown()).supporters).toBe(6);
    expect((await post({ ...right, sheet: "", act: "look" })).status).toBe(422);
    const { items } = (await read()).body;
    const { id } = items.find(({ name }: { name: string }) => name === "Ola Bury");
    await place.call(`POST ${lists()}/${id}/strike`, { token: clerk, body: { reason: "author" } });
  });
});

describe("a sheet as a file", () => {
  it("comes back as it was read, in its encoding, and is entered from there", async () => {
    const browser = await staffVisitor(place, "verifier");
    const path = `/urzad/poparcie/${cycleId}/${project}/arkusz`;
    const before = (await shown()).supporters;
    const bytes = Uint8Array.from(
      [..."imię;nazwisko;adres\r\nŁucja;Żak;Śliczna 4"],
      (one) => WINDOWS_1250[one] ?? one.charCodeAt(0),
    );
    const unnumbered = await browser.send(await browser.open(path), path, { act: "look" }, bytes);
    expect(unnumbered.status).toBe(422);
    expect(unnumbered.text).toContain("Łucja;Żak;Śliczna 4</textarea>");
    const look = await browser.send(unnumbered, path, { sheet: "11", act: "look" });
    expect(look.text).toMatch(/<td[^>]*>Śliczna 4<\/td>/);
    expect(faultsOfPage(look.text)).toEqual([]);
    const other = { act: "enter", "column-address": "1" };
    const unseen = await browser.send(look, path, other);
    expect([unseen.status, (await shown()).supporters]).toEqual([200, before]);
    const entered = await browser.send(look, path, { act: "enter" });
    expect(entered.path.split("?")[0]).toBe(`/urzad/poparcie/${cycleId}/${project}`);
    expect((await shown()).supporters).toBe(before + 1);
    const { items } = (await read()).body;
    const { id } = items.find(({ name }: { name: string }) => name === "Łucja Żak");
    await place.call(`POST ${lists()}/${id}/strike`, { token: clerk, body: { reason: "author" } });
  });
});

describe("a form in parts", () => {
  const send = async (body: string | FormData, path = `/urzad/poparcie/${cycleId}/${project}/arkusz`) => {
    const { cookies } = await staffVisitor(place, "verifier");
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const type = { "content-type": "multipart/form-data; boundary=x" };
    const headers = { cookie, origin: place.url, ...(typeof body === "string" && type) };
    return (await fetch(`${place.url}${path}`, { method: "POST", headers, body, redirect: "manual" })).status;
  };

  it("that is none, or reaches for a prototype, is refused; and so is one where no file is asked for", async () => {
    const reaching = new FormData();
    reaching.append("__proto__", "x");
    const fine = new FormData();
    fine.append("purpose", "check");
    expect(await send("--x\r\nnothing of a form")).toBe(400);
    expect(await send(reaching)).toBe(400);
    expect(await send(fine, `/urzad/poparcie/${cycleId}/${project}`)).toBe(415);
  });
});

describe("the list as the office decides", () => {
  it("is out of reach of every function but that of its own doors, and the one that destroys it", () => {
    const key = keys.support(project as ProjectId, "sup_0000000000000000");
    const readers = functionNames.filter((name) =>
      ["GetItem", "Query", "BatchGetItem"].some((action) =>
        isGranted(tableGrantsOf(name), { table: "main", action, key }),
      ),
    );
    expect(readers).toEqual(["supporters", "workflow"]);
    const scanning = functionNames.filter((name) =>
      isGranted(tableGrantsOf(name), { table: "main", action: "Scan" }),
    );
    expect(scanning).toEqual(["workflow", "count"]);
  });

  it("decides the formal check: one short is refused, with what is needed", async () => {
    await enterPhase(place, cycleId, "formal-review");
    const token = await place.staff("verifier");
    const { items } = (await read()).body;
    const valid = items.filter(({ struck }: { struck: string | null }) => struck === null);
    for (const { id } of valid.slice(1))
      await place.call(`POST ${lists()}/${id}/strike`, { token, body: { reason: "no-signature" } });
    const check = () => fillCard(place, [cycleId, project], "accepted");
    const short = await check();
    expect([short.status, short.body.type]).toEqual([422, expect.stringContaining("project/supporters")]);
    await place.call(`POST ${lists()}/${valid[1].id}/restoration`, { token });
    expect((await check()).status).toBe(202);
    await acceptCard(place, [cycleId, project]);
    await publish(place, cycleId, "formal");
    const late = await enter(9, { name: "Ewa Późna", address: "Rynek 2" });
    expect([late.status, late.body.type]).toEqual([409, expect.stringContaining("act/wrong-state")]);
  });
});
