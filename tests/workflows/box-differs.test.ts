import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { accept } from "../../shared/domain/result.ts";
import { SealedBallot } from "../../shared/store/ballots.ts";
import { keys } from "../../shared/store/keys.ts";
import { put } from "../../shared/store/write.ts";
import { countTestVote, openTestVote, signAndPublish } from "../kit/city.ts";
import { lyingCountKey } from "../kit/count-key.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { editionOf, HOUR_MS } from "./edition.ts";

let folder: string;
let place: Place;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rynek-box-"));
  place = await openPlace({ folder });
});
afterAll(async () => {
  await place?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const VOTES = 12;

/** A vote that is over: its box is sealed and listed, and nobody has the key yet. */
const sealedVote = async () => {
  const one = await openTestVote(place, {
    pools: { L13: { amountZloty: 600, costsZloty: [300, 250] } },
    voters: 20,
  });
  await place.clock.moveTo((now) => now + 2000);
  const edition = editionOf(place, one);
  const sections = [{ pool: "L13", points: { [String(one.projects.L13?.[0])]: 3 } }];
  await edition.fillBox(sections, VOTES);
  const late = await edition.sealedVotes(sections, 1);
  await place.clock.moveTo((now) => now + 2 * HOUR_MS + 61_000);
  expect((await edition.seen()).phase).toBe("sealed");
  return { one, edition, late };
};

/** Does something to the file of the database, past every door. */
const inFile = (sql: string, ...values: string[]): number => {
  const database = new DatabaseSync(join(folder, "dynamodb.sqlite"));
  try {
    return Number(database.prepare(sql).run(...values).changes);
  } finally {
    database.close();
  }
};

const takeOut = (table: string, prefix: string): void => {
  const one = `select rowid from "${table}" where pk like ? limit 1`;
  expect(inFile(`delete from "${table}" where rowid in (${one})`, `%${prefix}%`)).toBe(1);
};

/** Counts, has it signed by two, waits for two hours, and tells what is in the way of the publication. */
const stoppedBy = async ({ one, edition }: Awaited<ReturnType<typeof sealedVote>>) => {
  const { count } = await countTestVote(place, one);
  for (const n of [0, 1]) await edition.sign(count.digest, n);
  await place.clock.moveTo((now) => now + 2 * HOUR_MS);
  const seen = await edition.seen();
  expect([seen.phase, (await edition.results()).status]).toEqual(["counting", 404]);
  return seen.blockers;
};

const differs = (...differences: object[]) => [{ what: "counts-differ", differences }];

describe("between the sealing of the box and its count", () => {
  test("a ballot taken out of the database stops the publication, and staff see which numbers differ", async () => {
    const vote = await sealedVote();
    takeOut("rynek-ballots", vote.edition.id);
    expect(await stoppedBy(vote)).toEqual(
      differs(
        { what: "ballots-missing", expected: VOTES, found: VOTES - 1 },
        { what: "markers", expected: VOTES - 1, found: VOTES },
        { what: "district", district: "L13", name: "Bogucice", expected: VOTES, found: VOTES - 1 },
      ),
    );
    const coordinator = stepVisitor(place);
    await coordinator.signIn("coordinator");
    const page = await coordinator.go(`GET /en/urzad/edycje/${vote.edition.id}`);
    expect(page.text).toContain("ballots on the signed list that are not in the box: 1");
    expect(page.text).toContain("district Bogucice, votes cast: 12, ballots: 11");
  });

  test("so does a marker taken out; once it is put back, the commission hands its key over again, and the result is published", async () => {
    const vote = await sealedVote();
    const { store } = place.deps;
    const { pk } = keys.marker(vote.edition.id, "");
    const [marker] = await store.table.scan("main", pk, z.looseObject({ pk: z.string(), sk: z.string() }));
    if (!marker) throw new Error("nobody has voted");
    takeOut("rynek-main", marker.pk);
    expect(await stoppedBy(vote)).toEqual(
      differs(
        { what: "markers", expected: VOTES, found: VOTES - 1 },
        { what: "district", district: "L13", name: "Bogucice", expected: VOTES - 1, found: VOTES },
      ),
    );
    const commission = stepVisitor(place);
    await commission.signIn("commission");
    const page = await commission.go(`GET /urzad/edycje/${vote.edition.id}`);
    expect(page.text).toContain("/klucz-do-liczenia");

    accept(await store.table.write([put({ key: marker, item: marker })]));
    expect((await vote.edition.handOver()).status).toBe(202);
    await place.settle();
    const seen = await vote.edition.seen();
    expect(seen.blockers).toEqual([{ what: "needs-sign-offs", count: 2 }]);
    expect(await lyingCountKey(vote.edition.id, place.deps)).toBeUndefined();
    await signAndPublish(place, vote.edition.id, seen.count.digest);
    expect((await vote.edition.results()).body.turnout.voters).toBe(VOTES);
  });

  test("so does a ballot put in with its marker, which adds up and is not on the signed list", async () => {
    const vote = await sealedVote();
    await place.deps.store.ballots.restore(vote.late);
    expect(await stoppedBy(vote)).toEqual(differs({ what: "ballots-added", expected: 0, found: 1 }));
  });

  test("so does a ballot exchanged for something that nobody can open", async () => {
    const vote = await sealedVote();
    const { store } = place.deps;
    const [first] = await store.table.scan("ballots", vote.edition.id, SealedBallot);
    if (!first) throw new Error("the box is empty");
    const sealed = Uint8Array.from(first.sealed, (byte, index) => (index < 32 ? byte : byte ^ 1));
    accept(await store.table.write([put({ table: "ballots", key: { pk: first.pk }, item: { sealed } })]));
    expect(await stoppedBy(vote)).toEqual(
      differs(
        { what: "ballots-missing", expected: VOTES, found: VOTES - 1 },
        { what: "ballots-added", expected: 0, found: 1 },
        { what: "district", district: "L13", name: "Bogucice", expected: VOTES, found: VOTES - 1 },
        { what: "counted", expected: VOTES, found: VOTES - 1 },
      ),
    );
  });
});
