import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readAccounts } from "../../functions/directory/read-accounts.ts";
import { subjectOf } from "../../infra/local/issuer/tokens.ts";
import type { AccountList, StaffAccount } from "../../shared/domain/office/accounts.ts";
import type { Person } from "../../shared/domain/office/directory.ts";
import { accept } from "../../shared/domain/result.ts";
import { dayOf, instant, localInstant, milliseconds, plusWorkingDays } from "../../shared/domain/time.ts";
import { waits } from "../../shared/store/work.ts";
import { put } from "../../shared/store/write.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { OFFICE, officeWithout, openStaffFile } from "../kit/staff-file.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { faultsOfPage } from "../pages/tags.ts";

const staffFile = openStaffFile();
const { write } = staffFile;

let place: Place;
beforeAll(async () => {
  place = await openPlace({ staffFile: staffFile.path });
  // The first sweep began with the house.
  await place.settle();
});
afterAll(async () => {
  await place?.close();
  staffFile.remove();
});

const read = () => place.invoke("directory", { sweep: true });
const follow = async (staff: typeof OFFICE) => {
  write(staff);
  await read();
};

const NOWA = {
  username: "iwona.nowa",
  name: "Iwona Nowa",
  mail: "iwona@urzad.example",
  roles: ["editor"],
} as const;
const idOf = (username: string) => subjectOf({ username });
beforeEach(() => follow(OFFICE));

const asAdmin = async (route: string, body?: unknown, version?: number) =>
  place.call(route, {
    token: await place.staff("admin"),
    ...(body !== undefined && { body }),
    ...(version !== undefined && { headers: { "if-match": `"v${version}"` } }),
  });
const people = async (): Promise<Person[]> => (await asAdmin("GET /v1/staff/people")).body.items;
const person = async (username: string) => (await asAdmin(`GET /v1/staff/people/${idOf(username)}`)).body;
const journal = async (limit = 3) =>
  (await asAdmin(`GET /v1/staff/audit?subject=office&limit=${limit}`)).body.items;

/** Something that waits in a queue, or for one person. */
const work = (owner: Parameters<typeof waits>[0]["owner"], n: number) =>
  place.deps.store.table.write([
    put({
      key: { pk: "TEST", sk: `WORK-${n}` },
      item: waits({
        kind: "decide-statement",
        id: `stm_000000000000000${n}`,
        owner,
        dueAt: "2031-01-01T10:00:00.000Z",
        about: { cycleId: "cyc_0000000000000009", edition: "XII", statementId: `stm_000000000000000${n}` },
      }),
    }),
  ]);

const today = () => dayOf(instant(place.clock.now()));

/** The addresses of the morning letters of the next working day. */
const nextMorning = async (): Promise<string[]> => {
  const morning = plusWorkingDays(today(), 1);
  await place.clock.moveTo(milliseconds(localInstant(`${morning}T07:01`)));
  return place
    .letters()
    .filter(({ at, subject }) => dayOf(at) === morning && subject.startsWith("Rynek:"))
    .map(({ to }) => to);
};

describe("somebody who has an account and has never signed in", () => {
  test("is in the directory, stands in for others, and gets the morning letter", async () => {
    await work("queue#editor", 1);
    await follow([...OFFICE, NOWA]);
    expect(await nextMorning()).toContain(NOWA.mail);
    const { account, ...found } = await person(NOWA.username);
    expect(found).toMatchObject({
      name: NOWA.name,
      roles: ["editor"],
      mail: NOWA.mail,
      unit: null,
      version: 1,
    });
    expect(account).toEqual({ mail: NOWA.mail, closedAt: null });
    expect((await journal(1))[0]).toMatchObject({
      byName: "Rynek",
      act: "ACCOUNT opened",
      facts: { person: NOWA.name, roles: "editor" },
    });
    const { version } = await person("jan.kos");
    const absence = { from: today(), to: today(), standIn: idOf(NOWA.username) };
    const away = await asAdmin(`PATCH /v1/staff/people/${idOf("jan.kos")}`, { absence }, version);
    expect(away.status).toBe(200);
  });

  test("is in the issuer's list, and finds there what the file says", async () => {
    await follow([...OFFICE, NOWA]);
    const browser = stepVisitor(place);
    const asked = browser.locationOf(await browser.go("GET /urzad/zaloguj"));
    const list = browser.locationOf(await browser.go(`GET ${asked}`));
    expect((await browser.go(`GET ${list}`)).text).toContain(NOWA.name);
    await follow([...OFFICE, { ...NOWA, isEnabled: false }]);
    expect((await browser.go(`GET ${list}`)).text).not.toContain(NOWA.name);
  });
});

describe("whoever loses a role", () => {
  test("has no work of it from then on, gets no letter, and stands no longer among those who may", async () => {
    await work("queue#editor", 1);
    await follow([...OFFICE, NOWA]);
    await follow([...OFFICE, { ...NOWA, roles: [] }]);
    expect(await person(NOWA.username)).toMatchObject({ roles: [], account: { closedAt: null } });
    expect((await journal(1))[0]).toMatchObject({ act: "ACCOUNT changed", facts: { roles: "" } });
    expect(await nextMorning()).not.toContain(NOWA.mail);
    const browser = stepVisitor(place);
    await browser.signIn("admin");
    expect((await browser.go("GET /urzad/uprawnienia")).text).not.toContain(NOWA.name);
    expect((await browser.go("GET /urzad/dziennik/office")).text).toContain(
      "osoba: Iwona Nowa; role: bez roli",
    );
  });
});

describe.each([
  ["is disabled", { isEnabled: false }],
  ["is deleted", undefined],
])("somebody whose account %s", (_what, left) => {
  const gone = [
    ...officeWithout("magda.pliszka"),
    ...(left ? [{ ...OFFICE.find((one) => one.username === "magda.pliszka"), ...left }] : []),
  ];

  test("is shown as gone with their name; their work lies with who stands in; an account that is opened again brings them back", async () => {
    const path = `/v1/staff/people/${idOf("magda.pliszka")}`;
    await work(`person#${idOf("magda.pliszka")}`, 2);
    const before = await person("magda.pliszka");
    const absence = { from: today(), to: today(), standIn: idOf("jan.kos") };
    await asAdmin(`PATCH ${path}`, { absence }, before.version);
    await follow(gone);
    const found = await person("magda.pliszka");
    expect(found).toMatchObject({ name: "Magda Pliszka", roles: [], unit: "promocja" });
    expect(found.account.closedAt).not.toBeNull();
    expect((await journal(1))[0]).toMatchObject({
      act: "ACCOUNT closed",
      facts: { person: "Magda Pliszka" },
    });
    const { body } = await place.call("GET /v1/staff/work", { token: await place.staff("editor", 1) });
    expect(body.items).toContainEqual(expect.objectContaining({ id: "stm_0000000000000002" }));

    const browser = stepVisitor(place);
    await browser.signIn("admin");
    const { text } = await browser.go("GET /urzad/ludzie");
    expect(text).toContain("Magda Pliszka");
    expect(text).toContain("zamknięte od");
    const page = await browser.go(`GET /urzad/ludzie/${idOf("magda.pliszka")}`);
    expect(page.text).toContain("Konto jest zamknięte.");
    expect(faultsOfPage(text)).toEqual([]);

    await read();
    expect((await person("magda.pliszka")).version).toBe(found.version);
    await follow(OFFICE);
    expect(await person("magda.pliszka")).toMatchObject({
      roles: ["editor"],
      unit: "promocja",
      account: { closedAt: null },
    });
  });
});

describe("a list that cannot be had", () => {
  const unchanged = async (spoil: () => void, fault: RegExp) => {
    const before = await people();
    spoil();
    await expect(read()).rejects.toThrow(fault);
    expect(await people()).toEqual(before);
  };

  test("changes nothing, and rings: a pool that fails, and one in which nobody works", async () => {
    await unchanged(() => staffFile.spoil(), /is not a list of staff/);
    await unchanged(() => write(OFFICE.map((one) => ({ ...one, isEnabled: false }))), /nobody works here/);
    await unchanged(() => write(OFFICE.map((one) => ({ ...one, roles: [] }))), /nobody works here/);
  });

  test("keeps no other sweep from its work", async () => {
    await work("queue#editor", 1);
    staffFile.spoil();
    await expect(read()).rejects.toThrow(/is not a list of staff/);
    expect(await nextMorning()).toContain("magda.pliszka@urzad.example");
  });

  test("is said where it begins, with the field", async () => {
    write([{ ...NOWA, roles: ["boss" as never] }]);
    await expect(openPlace({ staffFile: staffFile.path })).rejects.toThrow(
      /staff\.json is not a list of staff: \[0\]\.roles\[0\]: /,
    );
    write([NOWA, NOWA]);
    await expect(openPlace({ staffFile: staffFile.path })).rejects.toThrow(/the same username stands twice/);
  });
});

test("many accounts are read page by page, and a second reading changes nothing", async () => {
  const many = Array.from({ length: 130 }, (_, n) => ({
    username: `clerk.${n}`,
    name: `Osoba ${n}`,
    mail: `clerk.${n}@urzad.example`,
    roles: ["clerk" as const, ...(n % 2 ? ["auditor" as const] : [])],
  }));
  await follow([...OFFICE, ...many]);
  const found = await people();
  for (const { username, roles } of many)
    expect(found.find(({ id }) => id === idOf(username))?.roles).toEqual(roles);
  await read();
  expect(await people()).toEqual(found);
});

/** A reading of a list that the provider makes while something else happens. */
const readList = (
  change: (list: AccountList) => AccountList,
  meanwhile: () => Promise<unknown> = async () => {},
) =>
  readAccounts({
    ...place.deps,
    accounts: {
      ...place.deps.accounts,
      list: async () => {
        const list = await place.deps.accounts.list();
        await meanwhile();
        return change(list);
      },
    },
  });
const withRoles = (id: string, roles: StaffAccount["roles"]) => (list: AccountList) => ({
  ...list,
  accounts: list.accounts.map((account) => (account.id === id ? { ...account, roles } : account)),
});

test("an account that cannot be read leaves its person as they are, stops no other, and rings", async () => {
  write([...OFFICE, NOWA]);
  const jan = idOf("jan.kos");
  const before = await person("jan.kos");
  const spoilt = readList(({ accounts }) => ({
    accounts: accounts.filter(({ id }) => id !== jan),
    unreadable: [jan],
  }));
  await expect(spoilt).rejects.toThrow("1 accounts could not be followed");
  expect(await person("jan.kos")).toEqual(before);
  expect((await person(NOWA.username)).name).toBe(NOWA.name);
  const browser = stepVisitor(place);
  await browser.signIn("admin");
  expect((await browser.go("GET /urzad/ludzie")).text).toContain("Konta, których nie da się odczytać: 1.");
});

test("what a sign-in or an admin writes while a list is read stands, and the next list is followed", async () => {
  const { store } = place.deps;
  const ewa = idOf("ewa.sikora");
  const met = () => store.directory.met({ id: ewa, name: "ewa.sikora", roles: ["verifier", "clerk"] });
  await readList(withRoles(ewa, ["verifier", "auditor"]), met);
  expect(await person("ewa.sikora")).toMatchObject({ name: "Ewa Sikora", roles: ["verifier", "clerk"] });
  const iwona = idOf(NOWA.username);
  await follow([...OFFICE, NOWA].filter(({ username }) => username !== NOWA.username));
  const kept = await store.directory.person(iwona);
  if (kept) accept(await store.directory.forget(kept, put({ key: { pk: "TEST", sk: "NOTE" }, item: {} })));
  write([...OFFICE, NOWA]);
  await readList(
    (list) => list,
    () => store.directory.met({ id: iwona, name: "iwona.nowa", roles: ["editor"] }),
  );
  expect(await person(NOWA.username)).toMatchObject({ name: "iwona.nowa", version: 1 });
  await read();
  expect(await person(NOWA.username)).toMatchObject({ name: "Iwona Nowa", mail: NOWA.mail, version: 2 });
  expect(await person("ewa.sikora")).toMatchObject({ roles: ["verifier"] });
});

test("whoever has an open account is not removed; who has none is, and the page says which it is and when it was read", async () => {
  const path = `/v1/staff/people/${idOf("piotr.gil")}`;
  const open = await person("piotr.gil");
  const refused = await asAdmin(`DELETE ${path}`, undefined, open.version);
  expect([refused.status, refused.body.code]).toEqual([409, "person/has-account"]);
  const browser = stepVisitor(place);
  await browser.signIn("admin");
  const list = await browser.go("GET /urzad/ludzie");
  expect(list.text).toContain("Konta odczytano ostatnio:");
  expect(list.text).toContain("otwarte w systemie logowania");
  const page = `/urzad/ludzie/${idOf("piotr.gil")}`;
  expect((await browser.go(`GET ${page}`)).text).not.toContain(`${page}/usuniecie`);
  await follow(officeWithout("piotr.gil"));
  expect((await browser.go(`GET ${page}`)).text).toContain(`${page}/usuniecie`);
  const closed = await person("piotr.gil");
  expect((await asAdmin(`DELETE ${path}`, undefined, closed.version)).status).toBe(204);
  await read();
  expect((await asAdmin(`GET ${path}`)).status).toBe(404);
  expect((await journal(5)).map(({ act }: { act: string }) => act)).toContain("ACCOUNT closed");
});

test("the list of accounts is asked for in Cognito's terms, and nothing else is answered there", async () => {
  const ask = async (target: string, body: unknown) => {
    const reply = await fetch(`${place.url}/local/cognito`, {
      method: "POST",
      headers: { "x-amz-target": `AWSCognitoIdentityProviderService.${target}` },
      body: JSON.stringify(body),
    });
    return [reply.status, await reply.json()] as const;
  };
  const [, first] = await ask("ListUsersInGroup", { UserPoolId: "p", GroupName: "admin", Limit: 1 });
  expect(first).toMatchObject({ Users: [{ Username: "irena.kawka", Enabled: true }], NextToken: "1" });
  expect((await ask("AdminDeleteUser", { UserPoolId: "p", Username: "irena.kawka" }))[0]).toBe(400);
  expect((await ask("ListUsersInGroup", { UserPoolId: "p", GroupName: "boss" }))[1]).toMatchObject({
    __type: "InvalidParameterException",
  });
});

test("the accounts can be had as a file that says the same", async () => {
  await follow([...OFFICE, NOWA]);
  const { text } = await place.call("GET /local/staff.json");
  staffFile.write(JSON.parse(text));
  const before = await people();
  await read();
  expect(await people()).toEqual(before);
  expect(JSON.parse(text)).toContainEqual({ ...NOWA, isEnabled: true });
});
