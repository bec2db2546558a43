import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { duties } from "../../functions/notices/index.ts";
import { parseMime } from "../../infra/local/mailbox/read-mail.ts";
import { codeOf } from "../../shared/acts/voter-keys.ts";
import { notice } from "../../shared/domain/notice/notice.ts";
import { instant, milliseconds } from "../../shared/domain/time.ts";
import { addressName } from "../../shared/platform/letter-names.ts";
import { Marker } from "../../shared/store/ballots.ts";
import { keys } from "../../shared/store/keys.ts";
import { noticeWrite } from "../../shared/store/notices.ts";
import { remove } from "../../shared/store/write.ts";
import { SAMPLES } from "../domain/letter-samples.ts";
import { CYCLE, openPostOffice, type PostOffice, START, startDatabase } from "./post-office.ts";
import { addressOf, awaitCodes, awaitMarkers, awaitNotices, hashOf } from "./waiting-people.ts";

let database: Awaited<ReturnType<typeof startDatabase>>;
let office: PostOffice;
let printed: string;

beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database?.stop());

beforeEach(async () => {
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  office = await openPostOffice(database);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await office.close();
  // Whatever went wrong: no address, code or session of anybody is in the log.
  expect(printed).not.toMatch(/@|osoba|\b\d{6}\b/);
  for (const n of [0, 1, 2]) expect(printed).not.toContain(hashOf(n));
});

const consume = async (): Promise<void> => duties.consume?.(office.deps);

/** Each of the first `count` people has exactly one letter, and nobody else has any. */
const expectOneEach = (count: number): void => {
  const told = office.letters().map(({ to }) => to);
  expect(new Set(told).size).toBe(told.length);
  expect(told.toSorted()).toEqual(Array.from({ length: count }, (_, n) => addressOf(n)).toSorted());
};

test("60 voters get one code each, though four consumers work at once", async () => {
  await awaitCodes(60, office);
  // On a machine that is busy a run is over before its work: the next minute's goes on.
  for (let minute = 0; minute < 10 && (await office.stillWaiting("codes")) > 0; minute++)
    await Promise.all(Array.from({ length: 4 }, consume));
  expectOneEach(60);
  const { current } = await office.deps.vault.codes("codes");
  for (const n of [0, 30, 59]) {
    const session = await office.deps.store.voterSessions.get(hashOf(n));
    const { codeExpiresAt = "" } = session ?? {};
    const code = codeOf(current, { sessionHash: hashOf(n), codeExpiresAt }, 6);
    expect(office.mailbox.mails("0", addressOf(n))[0]).toMatchObject({
      subject: `Kod do głosowania: ${code}`,
      text: expect.stringMatching(new RegExp(`^Kod do głosowania: ${code}\r?\n`)),
      html: expect.stringContaining(code),
    });
  }
  await consume();
  expectOneEach(60);
});

test("while the mail service takes nothing, letters wait; later each arrives once", async () => {
  await awaitCodes(30, office);
  office.mailbox.trouble({ kind: "throttle", times: 20 });
  await Promise.all([consume(), consume()]);
  for (let minute = 0; minute < 5 && (await office.stillWaiting("codes")) > 0; minute++) {
    office.pass(60);
    await consume();
  }
  expectOneEach(30);
  expect(printed).toBe("");
});

test("a letter whose answer was lost is not sent a second time", async () => {
  await awaitCodes(40, office);
  office.mailbox.trouble({ kind: "cut", times: 10 });
  await Promise.all([consume(), consume()]);
  office.pass(120);
  await consume();
  expectOneEach(40);
  expect(printed.match(/"event":"notice\/unknown"/g)).toHaveLength(10);
});

test("an address that can never be reached is given up at once and holds nobody up", async () => {
  await awaitNotices(20, office);
  office.mailbox.trouble({ kind: "reject", times: 5, to: addressOf(3) });
  await consume();
  office.pass(7 * 3600);
  await consume();
  expect(office.letters()).toHaveLength(19);
  expect(office.mailbox.mails("0", addressOf(3))).toEqual([]);
  expect(printed.match(/"event":"notice\/rejected","refusal":"MessageRejected","count":1/g)).toHaveLength(1);
});

test("a consumer that is killed in the middle loses at most what it held in its hands", async () => {
  await awaitCodes(90, office);
  const asked = ["tests/faults/telling.ts", JSON.stringify(office.endpoints), START];
  const consumer = spawn(process.execPath, asked, { stdio: "ignore" });
  const ended = once(consumer, "exit");
  while (office.letters().length < 20 && consumer.exitCode === null) await pause(2);
  consumer.kill("SIGKILL");
  await ended;
  const before = office.letters().length;
  expect(before).toBeGreaterThanOrEqual(20);
  expect(before).toBeLessThan(90);
  await consume();
  const told = office.letters().map(({ to }) => to);
  expect(new Set(told).size).toBe(told.length);
  expect(told.length).toBeGreaterThanOrEqual(90 - 8);
  expect(await office.stillWaiting("codes")).toBe(0);
});

test("a code that has run out is not sent", async () => {
  await awaitCodes(5, office);
  office.pass(600);
  await consume();
  expect(office.letters()).toEqual([]);
  expect(await office.stillWaiting("codes")).toBe(0);
  expect(printed.match(/"event":"notice\/code-too-late"/g)).toHaveLength(5);
});

test("voters are told that the vote is recorded, then their addresses are gone and the markers are as before", async () => {
  await awaitMarkers(20, office);
  await Promise.all([consume(), consume()]);
  const letters = office.letters();
  expect(letters).toHaveLength(16);
  expect(new Set(letters.map(({ to }) => to)).size).toBe(16);
  for (const { subject, text } of letters) {
    expect(subject).toBe("Your vote is recorded");
    expect(text).not.toContain("L13");
  }
  const { store } = office.deps;
  expect(await office.stillWaiting("markers")).toBe(0);
  for (const n of [1, 2, 5]) {
    expect(await store.voterSessions.takeContact(CYCLE, hashOf(n))).toBeUndefined();
    const item = await store.table.get(keys.marker(CYCLE, hashOf(n)), Marker.loose());
    expect(Object.keys(item ?? {}).toSorted()).toEqual([
      "channel",
      "day",
      "district",
      "keyHash",
      "link",
      "pk",
      "sk",
    ]);
  }
});

test("a voter whose letter was put off is told later, and no time comes to stand on the marker", async () => {
  await awaitMarkers(3, office);
  office.mailbox.trouble({ kind: "throttle", times: 1 });
  await consume();
  expect(office.letters()).toHaveLength(1);
  const item = await office.deps.store.table.get(keys.marker(CYCLE, hashOf(1)), Marker.loose());
  expect(JSON.stringify(item)).not.toContain("T08:");
  office.pass(60);
  await consume();
  expect(office.letters()).toHaveLength(2);
});

test("a letter about a meeting arrives with its calendar entry, marked as sent by a machine", async () => {
  const about = notice("meeting/seat", addressOf(0), "pl", SAMPLES["meeting/seat"]);
  await office.deps.store.table.write([noticeWrite("signup/0", about, START)]);
  await consume();
  const source = await fetch(new URL("/local/mailbox/1/source", office.endpoints.mail));
  const { headers, attachments, html } = await parseMime(await source.bytes());
  const header = (name: string) => headers.find(({ key }) => key === name)?.value;
  expect(header("auto-submitted")).toBe("auto-generated");
  expect(header("content-language")).toBe("pl");
  expect(header("message-id")).toMatch(/^<[0-9a-z]{26}@bo\.example>$/);
  expect(html).toContain('<html lang="pl">');
  expect(attachments).toEqual([
    expect.objectContaining({ filename: "spotkanie.ics", mimeType: "text/calendar", method: "PUBLISH" }),
  ]);
});

test("once a letter has left, nothing of what it said is in the table, its link above all; one that is put off keeps it", async () => {
  const about = notice("meeting/seat", addressOf(0), "pl", SAMPLES["meeting/seat"]);
  await office.deps.store.table.write([noticeWrite("signup/0", about, START)]);
  const kept = async () => await office.deps.store.table.get(keys.notice("signup/0"), z.looseObject({}));
  office.mailbox.trouble({ kind: "throttle", times: 1 });
  await consume();
  expect(await kept()).toMatchObject({ facts: SAMPLES["meeting/seat"], letterTries: 1 });
  office.pass(120);
  await consume();
  expect(office.letters()).toHaveLength(1);
  const left = await kept();
  expect(left).toMatchObject({ kind: "meeting/seat", to: addressOf(0) });
  expect(left).not.toHaveProperty("facts");
  expect(JSON.stringify(left)).not.toContain(SAMPLES["meeting/seat"].link);
});

test("when a day's letters come to an end, codes go and everything else waits for the next day", async () => {
  office.mailbox.allow(10);
  await awaitNotices(9, office);
  await consume();
  // Seven of ten: the rest is for codes.
  expect(office.letters().length).toBe(7);
  expect(printed).toContain('"event":"letters/quota"');
  expect(await office.stillWaiting("notices")).toBe(2);
  await awaitCodes(3, office);
  await consume();
  expect(office.letters().length).toBe(10);
  expect(await office.stillWaiting("codes")).toBe(0);
  office.pass(86_401);
  await consume();
  expect(await office.stillWaiting("notices")).toBe(0);
});

test("a code that is asked for while hundreds of letters leave goes before the next of them", async () => {
  await awaitNotices(80, office);
  const working = consume();
  while (office.letters().length < 20) await pause(2);
  await awaitCodes(1, office);
  const { length: before } = office.letters();
  await working;
  const order = office.letters().map(({ subject }) => subject.startsWith("Kod do głosowania"));
  expect(order).toHaveLength(81);
  // Those under way had looked already: one in each hand of the lanes below.
  expect(order.indexOf(true)).toBeLessThanOrEqual(before + 4);
});

test("letters to one person leave in the order in which they were written, whichever takes longest", async () => {
  const { mail, store, system } = office.deps;
  for (const n of Array.from({ length: 24 }, (_, index) => index)) {
    const about = notice("voting/recorded", addressOf(n % 2), "pl", { edition: `${n + 1}`, resultsBy: null });
    await store.table.write([
      noticeWrite(`test/${n}`, about, instant(milliseconds(system.now()) - 60_000 + n)),
    ]);
  }
  const { send } = mail;
  const begun: string[] = [];
  vi.spyOn(mail, "send").mockImplementation(async (letter) => {
    begun.push(letter.to);
    // The first of four takes longest.
    await pause(8 - 2 * (begun.length % 4));
    return await send(letter);
  });
  await consume();
  for (const n of [0, 1]) {
    const told = office.mailbox
      .mails("0", addressOf(n))
      .map(({ text }) => Number(/edycj\w+ (\d+)/i.exec(text)?.[1]));
    expect(told).toEqual(Array.from({ length: 12 }, (_, index) => 2 * index + n + 1));
  }
});

test("of a day's letters each lane leaves to those before it what is theirs", async () => {
  office.mailbox.allow(20);
  const { store, system } = office.deps;
  for (const lane of ["bulk", "reminders", "decisions"] as const)
    for (const n of Array.from({ length: 20 }, (_, index) => index)) {
      const about = notice("voting/recorded", `${lane}.${n}@poczta.example`, "pl", {
        edition: "XII",
        resultsBy: null,
      });
      await store.table.write([noticeWrite(`${lane}/${n}`, about, system.now(), { lane })]);
    }
  await awaitCodes(10, office);
  await consume();
  const sent = (start: string) => office.letters().filter(({ to }) => to.startsWith(start)).length;
  expect(sent("osoba")).toBe(10);
  // Half of twenty are for bulk, six in ten for reminders: the codes have taken those.
  expect(sent("bulk")).toBe(0);
  expect(sent("reminders")).toBeLessThanOrEqual(2);
  expect(sent("reminders") + sent("decisions")).toBe(4);
  expect(await office.stillWaiting("bulk")).toBe(20);
});

/** What is kept of the letters to the n-th person. */
const keptOf = async (n: number) => {
  const { store, system } = office.deps;
  return await store.ledger.of(await addressName(office.deps, addressOf(n)), system.now());
};

test("whatever the mail answers, a letter has one row, which no address, code or link comes to stand in", async () => {
  await awaitCodes(4, office);
  const { ledger } = office.deps.store;
  expect((await ledger.waitingFor(addressOf(0))).found).toMatchObject([{ kind: "voting/code", tries: 0 }]);
  office.mailbox.trouble({ kind: "throttle", times: 1, to: addressOf(0) });
  office.mailbox.trouble({ kind: "reject", times: 1, to: addressOf(1) });
  office.mailbox.trouble({ kind: "cut", times: 1, to: addressOf(2) });
  await consume();
  const states = async () => (await Promise.all([0, 1, 2, 3].map(keptOf))).flat().map(({ state }) => state);
  expect(await states()).toEqual(["delayed", "rejected", "unknown", "sent"]);
  const rows = await Promise.all([0, 1, 2, 3].map(keptOf));
  expect(JSON.stringify(rows)).not.toMatch(/osoba|\b\d{6}\b/);
  for (const n of [0, 1, 2, 3]) expect(JSON.stringify(rows)).not.toContain(hashOf(n));
  office.pass(60);
  await consume();
  expect(await states()).toEqual(["sent", "rejected", "unknown", "sent"]);
});

test("a code that ran out while the mail took nothing is told as given up", async () => {
  await awaitCodes(1, office);
  office.mailbox.trouble({ kind: "throttle", times: 1 });
  await consume();
  office.pass(600);
  await consume();
  expect(await keptOf(0)).toMatchObject([{ state: "given-up", reason: "too-late", tries: 1 }]);
});

test("the receipt of a vote keeps one row over its tries, with a day and no time, as long as its address", async () => {
  await awaitMarkers(2, office);
  office.mailbox.trouble({ kind: "throttle", times: 1 });
  await consume();
  const [before, ...others] = await keptOf(1);
  expect(others).toEqual([]);
  expect(before).toMatchObject({ kind: "voting/recorded", state: "delayed", at: "2027-09-10", tries: 1 });
  expect(JSON.stringify(before)).not.toContain("T0");
  office.pass(60);
  await consume();
  expect(await keptOf(1)).toEqual([
    {
      letter: before?.letter,
      kind: "voting/recorded",
      lane: "decisions",
      state: "sent",
      at: "2027-09-10",
      tries: 2,
    },
  ]);
  office.pass(29 * 86_400);
  const isKept = (await keptOf(1)).length > 0;
  office.pass(365 * 86_400);
  expect([isKept, (await keptOf(1)).length]).toEqual([false, 0]);
});

test("whoever is killed between the answer and the row leaves a letter without one, and never two", async () => {
  await awaitCodes(12, office);
  const { table } = office.deps.store;
  const write = vi.spyOn(table, "write").mockRejectedValueOnce(new Error("killed"));
  await expect(consume()).rejects.toThrow("killed");
  write.mockRestore();
  await consume();
  expectOneEach(12);
  const rows = await Promise.all(Array.from({ length: 12 }, (_, n) => keptOf(n)));
  expect(rows.filter((of) => of.length === 0)).toHaveLength(1);
});

test("where an item is gone by the time of its answer, the row still says what became of the letter", async () => {
  await awaitNotices(1, office);
  const { mail, store } = office.deps;
  const { send } = mail;
  vi.spyOn(mail, "send").mockImplementation(async (letter) => {
    await store.table.write([remove({ key: keys.notice("test/0") })]);
    return await send(letter);
  });
  await consume();
  expect(await keptOf(0)).toMatchObject([{ state: "sent" }]);
});

test("of a lane the first thousand that wait are looked through, and it is said when there are more", async () => {
  const { ledger, table } = office.deps.store;
  const about = notice("voting/recorded", addressOf(0), "pl", { edition: "XII", resultsBy: null });
  const waiting = (n: number, to: string) => ({
    key: keys.notice(`bulk/${n}`),
    item: { ...about, to, pendingOf: "bulk", pendingKey: instant(milliseconds(START) + n * 1000) },
  });
  await table.fill(Array.from({ length: 1000 }, (_, n) => waiting(n, addressOf(n === 999 ? 0 : 1))));
  const first = await ledger.waitingFor(addressOf(0));
  expect([first.found.map(({ lane }) => lane), first.isWhole]).toEqual([["bulk"], true]);
  await table.fill([waiting(1000, addressOf(2))]);
  expect(await ledger.waitingFor(addressOf(2))).toEqual({ found: [], isWhole: false });
});
