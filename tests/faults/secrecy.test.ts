import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runs } from "../kit/chance.ts";
import { openTestVote, peselOf, tokenOf } from "../kit/city.ts";
import { type Item, itemsIn } from "../kit/items.ts";
import { keepLogs } from "../kit/logged.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { castPatiently, inLanes } from "./faulty-place.ts";
import { finderOf } from "./hits.ts";

const PEOPLE = Math.min(2000, runs(20));
const SURNAME = "Nowak-Łoś";

interface Canary {
  readonly n: number;
  readonly pesel: string;
  readonly key: string;
  readonly email: string;
  readonly token: string;
  readonly receipt: string;
}

let folder: string;
let place: Place;
let cycleId: string;
let project: string;
/** In the order in which they voted. */
let people: Canary[];
let items: Record<"rynek-main" | "rynek-ballots", Item[]>;
const logged = keepLogs();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rynek-secret-"));
  place = await openPlace({ folder });
  const vote = await openTestVote(place, {
    pools: {
      M: { amountZloty: 100_000, costsZloty: [40_000, 30_000] },
      L13: { amountZloty: 50_000, costsZloty: [20_000] },
    },
    voters: PEOPLE,
  });
  cycleId = vote.cycleId;
  project = vote.projects.M?.[1] ?? "";
  people = await inLanes(Array.from({ length: PEOPLE }), 1, async (_, n) => {
    const key = newKey();
    const token = await tokenOf(place, cycleId, n);
    const { receipt = "" } = await castPatiently(place, cycleId, token, {
      points: { [project]: 1 + (n % 3) },
      key,
    });
    return { n, pesel: peselOf(n), key, email: `voter-${n}@example.com`, token, receipt };
  });
  await place.settle();
  hitsIn = finderOf(people.flatMap(secretsOf));
  items = { "rynek-main": await itemsIn(place, "main"), "rynek-ballots": await itemsIn(place, "ballots") };
}, 3_600_000);
afterAll(async () => {
  await place?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const text = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    each instanceof Uint8Array || each?.type === "Buffer"
      ? Buffer.from(each.data ?? each).toString("base64")
      : each,
  );

const digests = (secret: string): string[] => {
  const hash = createHash("sha256").update(secret).digest();
  return [hash.toString("hex"), hash.toString("base64"), hash.toString("base64url")].map((one) =>
    one.replace(/=+$/, ""),
  );
};

/** What nobody may find of a person: as it is, and as its plain digest. */
const secretsOf = ({ pesel, key, token }: Canary): string[] => [
  pesel,
  key,
  token,
  ...digests(pesel),
  ...digests(key),
];

let hitsIn: (haystack: string) => string[];

test("everybody who voted has a receipt", () => {
  expect(people.filter(({ receipt }) => receipt === "")).toEqual([]);
  expect(items["rynek-ballots"]).toHaveLength(PEOPLE);
});

test("no number, name, key or token of a voter is in the tables", () => {
  const all = text(items);
  expect(hitsIn(all)).toEqual([]);
  expect(all.toLowerCase()).not.toContain("nowak");
});

test("no number, name, key, token or choice is in the log", () => {
  const log = logged.join("");
  expect(hitsIn(log)).toEqual([]);
  expect(log.toLowerCase()).not.toContain("nowak");
  expect(log).not.toContain(project);
  expect(finderOf(people.flatMap(({ email, receipt }) => [email, receipt]))(log)).toEqual([]);
});

test("a letter is about its reader alone, and tells nothing of the choice", () => {
  const mails = place.letters();
  expect(mails.length).toBeGreaterThanOrEqual(PEOPLE);
  const addressesIn = finderOf(people.map(({ email }) => email));
  for (const mail of mails) {
    const all = JSON.stringify(mail);
    expect(hitsIn(all)).toEqual([]);
    expect(addressesIn(all).filter((email) => email !== mail.to)).toEqual([]);
    expect(all).not.toContain(project);
  }
});

/** Every text, and every byte string in base 64, inside of an item. */
const valuesOf = (value: unknown): string[] =>
  typeof value === "string"
    ? [value, ...value.split("#")]
    : value instanceof Uint8Array
      ? [Buffer.from(value).toString("base64")]
      : typeof value === "object" && value !== null
        ? Object.values(value).flatMap(valuesOf)
        : [];

test("nothing that is stored with a voter, nor its digest, stands with a ballot", () => {
  const ballots = text(items["rynek-ballots"]);
  const markers = items["rynek-main"].filter(({ pk }) => String(pk).startsWith("MARKER#"));
  expect(markers).toHaveLength(PEOPLE);
  const stored = markers.map((marker) =>
    valuesOf(marker).filter((value) => value.length >= 16 && !value.includes(cycleId)),
  );
  expect(stored.filter((values) => values.length <= 2)).toEqual([]);
  const all = stored.flat().flatMap((value) => [value, ...digests(value)]);
  expect(finderOf(all)(ballots)).toEqual([]);
});

test("all sealed ballots have one length and one set of fields, whatever was chosen", () => {
  const shapes = items["rynek-ballots"].map(
    (item) => `${Object.keys(item).sort()} ${(item.sealed as Uint8Array).length}`,
  );
  expect(new Set(shapes).size).toBe(1);
});

/** Spearman's rank correlation of two orders of the same things. */
const spearman = (a: readonly number[], b: readonly number[]): number => {
  const n = a.length;
  const sum = a.reduce((total, rank, index) => total + (rank - (b[index] ?? 0)) ** 2, 0);
  return 1 - (6 * sum) / (n * (n * n - 1));
};

const idOf = (receipt: string): string => receipt.replaceAll("-", "").toLowerCase().slice(0, 20);

/** Where each voter's ballot stands among these rows; -1 where it does not. */
const orderIn = (found: readonly string[]): number[] => {
  const idsIn = finderOf(people.map(({ receipt }) => idOf(receipt)));
  const places = new Map(found.flatMap((row, place) => idsIn(row).map((id) => [id, place] as const)));
  return people.map(({ receipt }) => places.get(idOf(receipt)) ?? -1);
};

/** What chance alone stays below in all but one of some thousands of runs. */
const LARGEST = 3.5 / Math.sqrt(PEOPLE - 1);

test("the order of a scan says nothing of the order of voting", () => {
  const cast = people.map((_, index) => index);
  const ballots = orderIn(items["rynek-ballots"].map(({ pk }) => String(pk)));
  expect(ballots).not.toContain(-1);
  expect(Math.abs(spearman(ballots, cast))).toBeLessThan(LARGEST);
});

test("the files hold no number, name or key either, and the rows of a table no order of voting", () => {
  const filesIn = (at: string): string[] =>
    readdirSync(at, { withFileTypes: true }).flatMap((one) =>
      one.isDirectory() ? filesIn(join(at, one.name)) : [join(at, one.name)],
    );
  const files = filesIn(folder).filter((file) => !/mail/.test(file));
  for (const file of files) {
    const all = readFileSync(file).toString("latin1");
    expect([file, hitsIn(all)]).toEqual([file, []]);
    expect([file, all.toLowerCase().includes("nowak")]).toEqual([file, false]);
  }
  const file = files.find((one) => /dynamodb\.sqlite$/.test(one)) ?? "";
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('SELECT * FROM "rynek-ballots" ORDER BY rowid').all();
  database.close();
  const order = orderIn(rows.map((row) => text(row)));
  expect(order).not.toContain(-1);
  const cast = people.map((_, index) => index);
  expect(Math.abs(spearman(order, cast))).toBeLessThan(LARGEST);
});

test("whoever looks for a secret in these places would find one", () => {
  const [{ pesel = "", key = "", token = "" } = {}] = people;
  for (const secret of [pesel, key, token, ...digests(key)]) {
    expect(hitsIn(text({ planted: [secret] }))).toEqual([secret]);
    expect(hitsIn(Buffer.from(`\0${secret}\0`).toString("latin1"))).toEqual([secret]);
  }
  // A finger's breadth from the order of voting is seen as the order of voting.
  const cast = people.map((_, index) => index);
  expect(spearman(cast, cast.toSpliced(3, 2, 4, 3))).toBeGreaterThan(LARGEST);
});

/** What a stranger sees of an answer, without what differs in any two answers. */
const seenOf = ({ status, headers, text }: Awaited<ReturnType<Place["call"]>>) => ({
  status,
  length: text.length,
  headers: Object.fromEntries([...headers].filter(([name]) => !["date", "etag"].includes(name))),
});

test("whether a person is on the roll shows in nothing that a stranger sees", async () => {
  const ask = async (pesel: string, mothersMaidenName: string, n: number) => {
    const reply = await place.call(`POST /v1/cycles/${cycleId}/voter-sessions`, {
      body: { pesel, mothersMaidenName, email: `stranger-${String(n).padStart(3, "0")}@example.com` },
    });
    return seenOf(reply);
  };
  const known: Awaited<ReturnType<typeof ask>>[] = [];
  const unknown: typeof known = [];
  for (let n = 0; n < 10; n++) {
    known.push(await ask(peselOf(n), SURNAME, n));
    unknown.push(
      await ask(n % 2 === 0 ? peselOf(5000 + n) : peselOf(n), n % 2 === 0 ? SURNAME : "Kowalska", 100 + n),
    );
  }
  expect(new Set([...known, ...unknown].map((seen) => JSON.stringify(seen))).size).toBe(1);
  await place.settle();
  const strangers = place.letters().filter(({ to }) => to.startsWith("stranger-"));
  expect(strangers.some(({ to }) => to.startsWith("stranger-0"))).toBe(true);
  // Whoever gets no code reads what to do, in the same words whether nobody has that number or the name is another.
  const instead = strangers.filter(({ to }) => to.startsWith("stranger-1"));
  expect(instead.length).toBe(10);
  expect(new Set(instead.map(({ subject, text }) => `${subject}\n${text}`)).size).toBe(1);
  expect(instead[0]?.subject).not.toMatch(/\d{6}/);
});
