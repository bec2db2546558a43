import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startDynamoDb } from "../../infra/local/dynamodb.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { opener } from "../../shared/platform/seal.ts";
import { runs } from "../kit/chance.ts";
import { openTestVote, type TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { castPatiently, seatVoters } from "./faulty-place.ts";
import { commitsOf } from "./wal.ts";

const PEOPLE = Math.min(400, runs(20));

let folder: string;
let place: Place;
let one: TestVote;
/** Each voter's marker and ballot, in the order of voting: what nobody should be able to find out. */
const truth: { readonly marker: string; readonly ballot: string }[] = [];

/** The files as a power failure leaves them in the middle of the vote. */
let crashed: string;

const file = (ending = "", of = folder): string => join(of, `dynamodb.sqlite${ending}`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rynek-file-"));
  crashed = mkdtempSync(join(tmpdir(), "rynek-file-"));
  place = await openPlace({ folder });
  one = await openTestVote(place, {
    pools: { M: { amountZloty: 600, costsZloty: [300] } },
    voters: 1,
  });
  const cycleId = one.cycleId as CycleId;
  const { deps } = place;
  const open = opener(one.linkKey);
  for (let n = 0; n < PEOPLE; n++) {
    const [{ token, voterKey } = { token: "", voterKey: "" }] = await seatVoters(
      { deps, table: deps.store.table },
      cycleId,
      [n, n + 1],
    );
    const points = { [one.projects.M?.[0] ?? ""]: 3 };
    expect((await castPatiently(place, cycleId, token, { points })).receipt).toBeDefined();
    const marker = await deps.store.ballots.marker(cycleId, voterKey);
    const ballot = new TextDecoder().decode(
      open({ purpose: "link", cycleId: one.cycleId }, marker?.link ?? new Uint8Array()),
    );
    truth.push({ marker: voterKey, ballot });
  }
  for (const ending of ["", "-wal", "-shm"]) copyFileSync(file(ending), file(ending, crashed));
}, 600_000);
afterAll(async () => {
  await place?.close();
  for (const each of [folder, crashed]) if (each) rmSync(each, { recursive: true, force: true });
});

interface Rows {
  readonly markers: readonly string[];
  readonly ballots: readonly string[];
}

/** Names of markers and ballots in the order in which the file keeps them. */
const rowsIn = (of = folder): Rows => {
  const database = new DatabaseSync(file("", of), { readOnly: true });
  // The engine writes `S:` before a text.
  const names = (table: string, start: string): string[] =>
    database
      .prepare(`SELECT pk FROM "${table}" ORDER BY rowid`)
      .all()
      .map(({ pk }) => String(pk).replace(/^S:/, ""))
      .flatMap((pk) => (pk.startsWith(start) ? [pk.slice(start.length)] : []));
  const rows = {
    markers: names("rynek-main", `MARKER#${one.cycleId}#`),
    ballots: names("rynek-ballots", `${one.cycleId}#`),
  };
  database.close();
  return rows;
};

/** How many voters somebody finds who takes the n-th marker and the n-th ballot for one voter's. */
const foundByRank = ({ markers, ballots }: Rows): number => {
  const ballotOf = new Map(truth.map(({ marker, ballot }) => [marker, ballot]));
  return markers.filter((marker, rank) => ballotOf.get(marker) === ballots[rank]).length;
};

/** How many markers lie right behind that of whoever voted right before. */
const oneAfterAnother = ({ markers }: Pick<Rows, "markers">): number => {
  const place = new Map(truth.map(({ marker }, rank) => [marker, rank]));
  const ranks = markers.map((marker) => place.get(marker) ?? Number.NaN);
  return ranks.filter((rank, n) => n > 0 && rank - 1 === ranks[n - 1]).length;
};

/** How many somebody finds who takes what appears in one commit of the journal for one voter's. */
const foundInJournal = (): number => {
  if (!existsSync(file("-wal"))) return 0;
  const ballotOf = new Map(truth.map(({ marker, ballot }) => [marker, ballot]));
  const seen = new Set<string>();
  let found = 0;
  for (const pages of commitsOf(readFileSync(file("-wal")))) {
    const text = pages.map((page) => page.toString("latin1")).join("\n");
    const fresh = (start: string, length: number): string[] => {
      const all = [
        ...text.matchAll(new RegExp(`${start}${one.cycleId}#([0-9a-z]{${length}})(?![0-9a-z])`, "g")),
      ];
      const names = new Set(all.map(([, name = ""]) => name).filter((name) => !seen.has(name)));
      for (const name of names) seen.add(name);
      return [...names];
    };
    const markers = fresh("S:MARKER#", 26);
    const ballots = fresh("S:", 20);
    if (markers.length === 1 && ballots.length === 1 && ballotOf.get(markers[0] ?? "") === ballots[0])
      found += 1;
  }
  return found;
};

const percent = (found: number): string => `${Math.round((100 * found) / PEOPLE)} %`;

/** Of N voters in chance order one is found on the average; ten are found once in ten million times. */
const BY_CHANCE = 10;

describe("what the file of the local engine tells of who cast which ballot", () => {
  test("while it runs is nothing by row ids; what its journal tells is measured", () => {
    const rows = rowsIn();
    expect([rows.markers.length, rows.ballots.length]).toEqual([PEOPLE, PEOPLE]);
    console.log(
      `a reader of the running engine's file joins ${percent(foundByRank(rows))} by row ids, ${percent(foundInJournal())} by commits of its journal`,
    );
    expect(foundByRank(rows)).toBeLessThan(BY_CHANCE);
    // The choice stays sealed all the same.
    const database = new DatabaseSync(file(), { readOnly: true });
    const items = database
      .prepare('SELECT item_json FROM "rynek-ballots"')
      .all()
      .map(({ item_json }) => String(item_json));
    database.close();
    expect(items.filter((item) => item.includes(one.projects.M?.[0] ?? "?"))).toEqual([]);
  });

  test("its journal is emptied while it runs", { timeout: 60_000 }, async () => {
    await vi.waitFor(() => expect(statSync(file("-wal")).size).toBe(0), {
      timeout: 40_000,
      interval: 20,
    });
    expect(foundInJournal()).toBe(0);
  });

  test("after it has stopped is nothing: rows lie by their hashed keys, and there is no journal", async () => {
    const { cycles } = place.deps.store;
    const before = await cycles.get(one.cycleId as CycleId);
    await place.close();
    const rows = rowsIn();
    console.log(`a reader of the stopped engine's file joins ${percent(foundByRank(rows))} by row ids`);
    expect([rows.markers.length, rows.ballots.length]).toEqual([PEOPLE, PEOPLE]);
    expect(rows.markers).toEqual([...rows.markers].sort());
    expect(rows.ballots).toEqual([...rows.ballots].sort());
    expect(foundByRank(rows)).toBeLessThan(BY_CHANCE);
    expect(existsSync(file("-wal")) && readFileSync(file("-wal")).length > 0).toBe(false);
    const database = new DatabaseSync(file(), { readOnly: true });
    expect(database.prepare("PRAGMA freelist_count").get()).toEqual({ freelist_count: 0 });
    database.close();

    // Nothing but the order is gone: the house stands up on the same file.
    place = await openPlace({ folder });
    const { store } = place.deps;
    expect(await store.cycles.get(one.cycleId as CycleId)).toEqual(before);
    let ballots = 0;
    await store.ballots.ballotsIn({ segment: 0, of: 1 }, one.cycleId as CycleId, (all) => {
      ballots += all.length;
    });
    expect(ballots).toBe(PEOPLE);
  });

  test("after a crash is nothing either, as soon as it runs again", async () => {
    // A marker that is written once more, when its voter is told, lies behind those that came meanwhile.
    expect(oneAfterAnother(rowsIn(crashed))).toBeGreaterThan(BY_CHANCE);
    const engine = await startDynamoDb({ folder: crashed, onGone: () => undefined });
    const rows = rowsIn(crashed);
    await engine.stop();
    expect([rows.markers.length, rows.ballots.length]).toEqual([PEOPLE, PEOPLE]);
    expect(rows.markers).toEqual([...rows.markers].sort());
    expect(rows.ballots).toEqual([...rows.ballots].sort());
    expect(oneAfterAnother(rows)).toBeLessThan(BY_CHANCE);
    expect(foundByRank(rows)).toBeLessThan(BY_CHANCE);
  });
});
