/** A sheet of the office's staff changes their accounts once a second person accepts it, each whole or not yet. */
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { readAccounts } from "../../functions/directory/read-accounts.ts";
import { DEMO_STAFF } from "../../infra/local/issuer/staff.ts";
import { subjectOf } from "../../infra/local/issuer/tokens.ts";
import { type LocalAccount, readStaff } from "../../infra/local/pool/staff-file.ts";
import type { Accounts } from "../../shared/platform/accounts.ts";
import { drawn } from "../kit/chance.ts";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { OFFICE, openStaffFile } from "../kit/staff-file.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";
import { faultsOfPage } from "../pages/tags.ts";

const { describe, test } = inTurn();

const file = openStaffFile();
let place: Place;
let [first, second] = ["", ""];
beforeAll(async () => {
  place = await openPlace({ staffFile: file.path });
  await place.settle();
  [first, second] = [await place.staff("admin"), await place.staff("admin", 1)];
});
afterAll(async () => {
  await place?.close();
  file.remove();
});

const sweep = () => place.invoke("directory", { sweep: true });
beforeEach(async () => {
  file.write(OFFICE);
  await sweep();
});

const [IRENA, LESZEK] = DEMO_STAFF.filter(({ role }) => role === "admin");

type Row = readonly [mail: string, name: string, roles: string, unit?: string];
const rowOf = ({ mail, name, roles }: (typeof DEMO_STAFF)[number]): Row => [mail, name, roles.join(", ")];
const HEADER = "e-mail;imię i nazwisko;role;jednostka";
const sheetOf = (rows: readonly Row[], header = HEADER): string =>
  [header, ...rows.map((row) => row.join(";"))].join("\n");
/** The office as it is, but for some: by user name what is in place of their row, or nothing. */
const sheet = (other: Readonly<Record<string, Partial<Row> | null>>, ...more: Row[]): string =>
  sheetOf([
    ...DEMO_STAFF.flatMap((one) => {
      const own = other[one.username];
      const row = rowOf(one);
      return own === null ? [] : [own ? ([...own, ...row.slice(own.length)] as unknown as Row) : row];
    }),
    ...more,
  ]);

const propose = (body: string, token = first) => place.call("POST /v1/staff/people/sheets", { token, body });
const settle = (id: string, token = second, how = "acceptance") =>
  place.call(`POST /v1/staff/pending/${id}/${how}`, {
    token,
    body: how === "refusal" ? { reason: "nie" } : {},
  });
const proposed = async (body: string): Promise<string> => {
  const reply = await propose(body);
  expect([reply.status, reply.body.detail]).toEqual([202, undefined]);
  return reply.body.pendingId;
};
const accepted = async (body: string): Promise<void> => {
  expect((await settle(await proposed(body))).status).toBe(200);
};
const kept = (username: string): LocalAccount | undefined =>
  readStaff(file.path)?.find((one) => one.username === username);
const everybody = () =>
  readStaff(file.path)?.map(({ username, roles, isEnabled }) => [
    username,
    [...roles].sort().join(),
    isEnabled,
  ]);
const journal = async (): Promise<{ act: string; byName: string; facts: Record<string, string> }[]> =>
  (await place.call("GET /v1/staff/audit?subject=office&limit=100", { token: first })).body.items;
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

const NOWA: Row = ["Iwona.Nowa@urzad.example", "Iwona Nowa", "redaktor, moderator", "Zespół Informacji"];
const WHOLE = sheet(
  { "magda.pliszka": null, "jan.kos": ["jan.kos@urzad.example", "Jan Kos", "moderator", "zielen"] },
  NOWA,
);

describe("a sheet of staff", () => {
  test("changes nothing before a second person accepts it, and then accounts, directory and journal once", async () => {
    const magda = await place.staff("editor");
    const before = everybody();
    const reply = await propose(WHOLE);
    expect(reply.body.changes).toMatchObject([
      { name: "Jan Kos", before: ["editor"], roles: ["moderator"], unit: { id: "zielen" } },
      {
        id: null,
        name: "Iwona Nowa",
        before: null,
        roles: ["moderator", "editor"],
        unit: { id: "promocja" },
      },
      { name: "Magda Pliszka", before: ["editor"], roles: null },
    ]);
    const id = reply.body.pendingId;
    expect(codeOf(await settle(id, first))).toEqual([403, "identity/same-person"]);
    await sweep();
    expect(everybody()).toEqual(before);
    expect(codeOf(await propose(sheet({ "jan.kos": null })))).toEqual([409, "pending/waits"]);
    expect((await settle(id)).status).toBe(200);
    expect(codeOf(await propose(sheet({ "jan.kos": null })))).toEqual([409, "staff/changing"]);
    await sweep();
    expect(kept("magda.pliszka")).toMatchObject({ isEnabled: false });
    expect(kept("jan.kos")).toMatchObject({ isEnabled: true, roles: ["moderator"] });
    expect(kept("iwona.nowa")).toMatchObject({
      name: "Iwona Nowa",
      mail: "iwona.nowa@urzad.example",
      isEnabled: true,
    });
    expect([...(kept("iwona.nowa")?.roles ?? [])].sort()).toEqual(["editor", "moderator"]);
    const person = async (username: string) =>
      (await place.call(`GET /v1/staff/people/${subjectOf({ username })}`, { token: first })).body;
    expect(await person("iwona.nowa")).toMatchObject({ unit: "promocja", roles: ["moderator", "editor"] });
    expect(await person("jan.kos")).toMatchObject({ unit: "zielen", roles: ["moderator"] });
    expect((await place.call("GET /v1/staff/work", { token: magda })).status).toBe(401);
    const lines = await journal();
    const told = lines.filter(({ facts }) => facts.proposedBy === IRENA?.name);
    expect(told.map(({ act, byName, facts }) => [act, byName, facts.person]).sort()).toEqual([
      ["ACCOUNT changed", LESZEK?.name, "Jan Kos"],
      ["ACCOUNT closed", LESZEK?.name, "Magda Pliszka"],
      ["ACCOUNT opened", LESZEK?.name, "Iwona Nowa"],
      ["patchPerson", LESZEK?.name, "Iwona Nowa"],
      ["patchPerson", LESZEK?.name, "Jan Kos"],
      ["postStaffSheet", LESZEK?.name, undefined],
    ]);
    const after = everybody();
    await sweep();
    expect([everybody(), (await journal()).length]).toEqual([after, lines.length]);
    expect(codeOf(await propose(WHOLE))).toEqual([409, "table/unchanged"]);
    await accepted(sheet({ "jan.kos": null }, NOWA));
    await sweep();
    expect(kept("magda.pliszka")).toMatchObject({ isEnabled: true, roles: ["editor"] });
    expect(kept("jan.kos")).toMatchObject({ isEnabled: false });
  });

  test("names its faults by row and column, and changes nobody then", async () => {
    const rows: Row[] = [
      ["nie-adres", "Anna Wrona", "admin"],
      ["anna@urzad.example", "12", "admin"],
      ["ewa@urzad.example", "Ewa Sikora", "król", "Wydział Ryb"],
      ["jan@urzad.example", "Jan Kos", ""],
      ["JAN@urzad.example", "Jan Kos", "editor"],
      ["jan@urzad.example", "Jan Kos", "editor"],
    ];
    const reply = await propose(sheetOf(rows));
    expect(codeOf(reply)).toEqual([422, "table/rows"]);
    expect(reply.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      "/2/mail",
      "/3/name",
      "/4/roles",
      "/4/unit",
      "/5/roles",
      "/7/mail",
    ]);
  });

  test("is brought as a file at the office, shown as what it changes, and accepted on the page of the act", async () => {
    const browser = await staffVisitor(place, "admin");
    const people = await browser.open("/urzad/ludzie");
    const path = "/urzad/ludzie/arkusz";
    expect(people.text).toContain(`href="${path}"`);
    const text = sheet({ "magda.pliszka": null }).replace(HEADER, "kontakt;kto;co robi;gdzie");
    const open = await browser.send(
      await browser.open(path),
      path,
      { act: "look" },
      Buffer.from(text, "utf16le"),
    );
    expect([open.status, faultsOfPage(open.text)]).toEqual([422, []]);
    const places = { "column-mail": "1", "column-name": "2", "column-roles": "3", "column-unit": "4" };
    const shown = await browser.send(open, path, { act: "look", ...places });
    expect([shown.status, faultsOfPage(shown.text)]).toEqual([200, []]);
    expect(shown.text).toContain("konto zamknięte; role dziś: redakcja");
    const act = await browser.send(shown, path, { act: "propose" });
    expect(act.path).toMatch(/^\/urzad\/dwie-osoby\/|pnd_/);
    const other = await staffVisitor(place, "admin", 1);
    const [one] = (await place.call("GET /v1/staff/work", { token: second })).body.items;
    const page = await other.open(one.link);
    expect(page.text).toContain("Magda Pliszka, magda.pliszka@urzad.example");
    expect(page.text).toContain("konto zamknięte; role dziś: redakcja");
    const done = await other.send(page, page.path, { act: "accept" });
    expect([done.status, faultsOfPage(done.text)]).toEqual([200, []]);
    expect((await other.open(path)).text).toContain("są wprowadzane");
    await sweep();
    expect(kept("magda.pliszka")).toMatchObject({ isEnabled: false });
    expect((await other.open(path)).text).not.toContain("są wprowadzane");
  });
});

describe("nobody", () => {
  test("gives themselves a role, neither by proposing nor by accepting", async () => {
    const ofFirst = sheet({ "irena.kawka": [IRENA?.mail, IRENA?.name, "admin, auditor"] });
    const ofSecond = sheet({ "leszek.gawron": [LESZEK?.mail, LESZEK?.name, "admin, auditor"] });
    expect(codeOf(await propose(ofFirst))).toEqual([403, "staff/own-role"]);
    const id = await proposed(ofSecond);
    expect(codeOf(await settle(id))).toEqual([403, "staff/own-role"]);
    expect((await settle(id, second, "refusal")).status).toBe(200);
  });

  test("takes the last right to keep accounts away: two people stay who have it, one of them today", async () => {
    const without = sheet({ "leszek.gawron": null });
    const lowered = sheet({ "leszek.gawron": [LESZEK?.mail, LESZEK?.name, "auditor"] });
    const strangers = sheet(
      { "leszek.gawron": null, "irena.kawka": null },
      ["a@b.example", "Ala", "admin"],
      ["c@d.example", "Cela", "admin"],
    );
    for (const body of [without, lowered, strangers])
      expect(codeOf(await propose(body))).toEqual([409, "staff/too-few-admins"]);
    // At the provider the one who was to stay is closed meanwhile: whoever was to go does not.
    const third = {
      username: "jola.admin",
      name: "Jola Admin",
      mail: "jola@urzad.example",
      roles: ["admin"],
    } as const;
    file.write([...OFFICE, third]);
    await sweep();
    await accepted(
      sheet(
        { "leszek.gawron": null, "irena.kawka": null },
        [third.mail, third.name, "admin"],
        ["a@b.example", "Ala", "admin"],
      ),
    );
    file.write([...OFFICE, { ...third, isEnabled: false }]);
    await sweep();
    expect(kept("leszek.gawron")).toMatchObject({ isEnabled: true, roles: ["admin"] });
    const refused = (await journal()).filter(({ act }) => act === "ACCOUNT refused");
    expect(refused.map(({ facts }) => facts.person).sort()).toEqual(["Irena Kawka", "Leszek Gawron"]);
    expect(await place.deps.store.pending.standing("office", "of-subject", "postStaffSheet")).toBeUndefined();
  });
});

describe("a long sheet", () => {
  test("is proposed as far as one proposal holds it, and else says how many it holds", async () => {
    const more = (count: number) =>
      Array.from(
        { length: count },
        (_, n): Row => [`osoba.numer-${n}@urzad.example`, `Osoba Numer-${"a".repeat(40)}`, "editor"],
      );
    const long = await propose(sheet({}, ...more(1500)));
    expect(codeOf(long)).toEqual([422, "table/too-long"]);
    const most = Number(/(\d+)\D*$/.exec(long.body.detail.replace(/\s/g, ""))?.[1]);
    expect(most).toBeGreaterThan(500);
    const id = await proposed(sheet({}, ...more(200)));
    expect((await settle(id, first, "withdrawal")).status).toBe(200);
  });
});

describe("a sheet that is being carried out", () => {
  /** The provider, which is gone after so many calls. */
  const goneAfter = (calls: number): Accounts => {
    const { accounts } = place.deps;
    let left = calls;
    const once = async <T>(does: () => Promise<T>): Promise<T> => {
      if (left-- <= 0) throw new Error("the provider is gone");
      return await does();
    };
    return {
      list: () => accounts.list(),
      create: (account) => once(() => accounts.create(account)),
      setOpen: (username, isOpen) => once(() => accounts.setOpen(username, isOpen)),
      setRole: (username, role, isGiven) => once(() => accounts.setRole(username, role, isGiven)),
    };
  };
  /** One closed, one with another role, and one made with two. */
  const CALLS = [0, 1, 2, 3, 4, 5];

  test("is broken off anywhere, and goes on to the same end", async () => {
    const body = sheet(
      { "magda.pliszka": null, "jan.kos": ["jan.kos@urzad.example", "Jan Kos", "moderator"] },
      ["ola.nowa@urzad.example", "Ola Nowa", "editor, clerk"],
    );
    await accepted(body);
    await sweep();
    const end = everybody();
    for (const calls of drawn("broken off", CALLS)) {
      file.write(OFFICE);
      await sweep();
      await accepted(body);
      await expect(readAccounts({ ...place.deps, accounts: goneAfter(calls) })).rejects.toThrow();
      expect(everybody(), String(calls)).not.toEqual(end);
      await sweep();
      expect(everybody(), String(calls)).toEqual(end);
      expect(codeOf(await propose(body))).toEqual([409, "table/unchanged"]);
    }
  });

  test("says in the journal what the provider refuses, and does the rest", async () => {
    await accepted(sheet({ "magda.pliszka": null }, ["zla.nowa@urzad.example", "Zła Nowa", "editor"]));
    const refusing = { ...place.deps.accounts, create: async () => "refused" as const };
    await readAccounts({ ...place.deps, accounts: refusing });
    expect(kept("magda.pliszka")).toMatchObject({ isEnabled: false });
    expect((await journal()).find(({ act }) => act === "ACCOUNT refused")?.facts.person).toBe("Zła Nowa");
    expect(kept("zla.nowa")).toBeUndefined();
  });
});

describe("a proposal", () => {
  test("is overtaken where people are others by now, or its author may not propose it any more", async () => {
    const moved = await proposed(sheet({ "magda.pliszka": null }));
    file.write(OFFICE.map((one) => (one.username === "magda.pliszka" ? { ...one, roles: ["clerk"] } : one)));
    await sweep();
    expect(codeOf(await settle(moved))).toEqual([409, "pending/settled"]);
    file.write(OFFICE);
    await sweep();
    const lost = await proposed(sheet({ "magda.pliszka": null }));
    file.write(
      OFFICE.map((one) => (one.username === IRENA?.username ? { ...one, roles: ["auditor"] } : one)),
    );
    await sweep();
    expect(codeOf(await settle(lost))).toEqual([409, "pending/settled"]);
  });
});
