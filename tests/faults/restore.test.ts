import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { match } from "../../infra/keys/match.ts";
import { publicHalf } from "../../infra/keys/public-half.ts";
import { restoreFolder } from "../../infra/restore/data-folder.ts";
import { verdictOn } from "../../infra/verify/checks.ts";
import { openPackage } from "../../infra/verify/open-package.ts";
import { countTestVote, type Sections, signAndPublish, type TestVote } from "../kit/city.ts";
import { inTurn } from "../kit/in-turn.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";
import { inLanes, seatVoters } from "./faulty-place.ts";

const LONG = 240_000;
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const VOTERS = 19;
const BALLOTS = `"rynek-ballots"`;

const run = promisify(execFile);
const { test } = inTurn();

/** A command as an operator runs it. */
const command = async (script: string, ...args: string[]) => {
  try {
    const { stdout } = await run(process.execPath, [join("infra", script), ...args], {
      cwd: ROOT,
      env: { ...process.env, RYNEK_DYNAMODB_ENDPOINT: "" },
    });
    return { said: stdout, status: 0 };
  } catch (error) {
    const { stdout = "", stderr = "", code } = error as { stdout?: string; stderr?: string; code?: number };
    return { said: stdout + stderr, status: code };
  }
};

const dataIn = (folder: string): string => join(folder, "dynamodb.sqlite");

const idsIn = (folder: string): Set<string> => {
  const database = new DatabaseSync(dataIn(folder), { readOnly: true });
  try {
    return new Set(
      database
        .prepare(`SELECT pk FROM ${BALLOTS}`)
        .all()
        .map(({ pk }) => String(pk)),
    );
  } finally {
    database.close();
  }
};

/** Puts the ballots of another moment in the place of a copy's own, as two tables are that were not restored to one and the same second. */
const exchangeBallots = (folder: string, earlier: string): void => {
  const database = new DatabaseSync(dataIn(folder));
  try {
    database.exec(`ATTACH '${dataIn(earlier)}' AS other; DELETE FROM main.${BALLOTS};
INSERT INTO main.${BALLOTS} SELECT * FROM other.${BALLOTS};`);
  } finally {
    database.close();
  }
};

let base: string;
let live: Place;
let vote: TestVote;
let sections: Sections;
let keysDir: string;
/** The receipt of the n-th voter, by the house that lives. */
const receipts = new Map<number, string>();
const folderOf = (name: string): string => join(base, name);

const questionIn = (name: string): string => join(folderOf(name), "restore", `${vote.cycleId}.question.txt`);

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), "rynek-restore-"));
  live = await openPlace({ folder: folderOf("live") });
  vote = await openVoteWithPoints(live, VOTERS);
  keysDir = folderOf("keys");
  mkdirSync(keysDir);
  const link = { purpose: "links", publicKey: publicHalf(vote.linkKey), privateKey: vote.linkKey };
  writeFileSync(join(keysDir, "links.private.json"), JSON.stringify(link));
  sections = [{ pool: "M", points: { [vote.projects.M?.[0] ?? ""]: 3 } }];
}, LONG);

afterAll(async () => {
  await live?.close();
  if (base) rmSync(base, { recursive: true, force: true });
});

/** A voter of the house that lives, who has shown who they are. */
const seated = async (n: number): Promise<string> => {
  const { deps } = live;
  const [voter] = await seatVoters({ deps, table: deps.store.table }, vote.cycleId, [n, n + 1]);
  return voter?.token ?? "";
};

/** Voters `from` until `to` vote, every third at a voting point, several at a time. */
const voteFrom = async (from: number, to: number): Promise<void> => {
  const clerks = clerksOf(live, vote.cycleId);
  await inLanes(
    Array.from({ length: to - from }, (_, n) => from + n),
    3,
    async (n) => {
      const token = n % 3 === 2 ? (await clerks.identify(n)).body.token : await seated(n);
      const cast = await clerks.cast(token, sections, newKey());
      if (cast.status !== 201) throw new Error(cast.text);
      receipts.set(n, cast.body.receipt);
    },
  );
};

const restore = (from: string, to: string) =>
  command("restore.ts", "--from", folderOf(from), "--to", folderOf(to));

/** The same without a process of its own: nothing is wrong with it. */
const copied = async (from: string, to: string): Promise<void> => {
  const findings = await restoreFolder(folderOf(from), folderOf(to));
  expect(findings.filter(({ state }) => state !== "ok")).toEqual([]);
};

describe("a house that is restored", () => {
  test(
    "from copies that were made while people voted holds each marker with its ballot",
    async () => {
      await voteFrom(0, 3);
      const voting = voteFrom(3, 13);
      const copies = ["first", "second", "third"] as const;
      for (const copy of copies) await copied("live", copy);
      await voting;
      const counts = copies.map((copy) => idsIn(folderOf(copy)).size);
      expect(counts[0]).toBeGreaterThanOrEqual(3);
      expect(counts[2]).toBeLessThanOrEqual(13);
      for (const copy of copies) {
        const question = readFileSync(questionIn(copy), "utf8");
        const alone = { ballots: [], links: [], twice: [] };
        expect(await match(question, vote.linkKey), copy).toMatchObject(alone);
      }
    },
    LONG,
  );

  test(
    "is not written over, nor made from what is no data",
    async () => {
      await expect(copied("live", "first")).rejects.toThrow("is not empty");
      await expect(copied("keys", "none")).rejects.toThrow("is no data folder");
      expect(existsSync(folderOf("none"))).toBe(false);
    },
    LONG,
  );

  test(
    "from tables of two moments says what is alone in each, with nothing of what belongs together; who lost a vote votes again, and all are counted",
    async () => {
      // Three moments: ballots of the first in the place of the second's, and two of the third beside them.
      await copied("live", "early");
      await voteFrom(13, 17);
      await copied("live", "cut");
      await voteFrom(17, 19);
      await copied("live", "late");
      const [early, cut, late] = ["early", "cut", "late"].map((name) => idsIn(folderOf(name)));
      if (!early || !cut || !late) throw new Error("no copies");
      expect([early.size, cut.size, late.size]).toEqual([13, 17, 19]);
      exchangeBallots(folderOf("cut"), folderOf("early"));
      const database = new DatabaseSync(dataIn(folderOf("cut")));
      database.exec(`ATTACH '${dataIn(folderOf("late"))}' AS later`);
      for (const pk of late)
        if (!cut.has(pk))
          database.prepare(`INSERT INTO main.${BALLOTS} SELECT * FROM later.${BALLOTS} WHERE pk = ?`).run(pk);
      database.close();
      await live.close();

      const found = await restore("cut", "new");
      expect(found.status).toBe(1);
      expect(found.said).toContain("17 markers, 15 ballots");
      const question = questionIn("new");
      expect(readFileSync(question, "utf8")).not.toMatch(/MARKER|L13|\d{4}-\d\d-\d\d/);

      const answer = await command("keys.ts", "match", keysDir, "--file", question);
      expect(answer.status).toBe(0);
      const alone = answer.said.split("\n").filter((line) => /^(ballot|link|twice) /.test(line));
      expect(alone.map((line) => line.split(" ")[0]).sort()).toEqual([
        "ballot",
        "ballot",
        "link",
        "link",
        "link",
        "link",
      ]);
      const file = folderOf("answer.txt");
      writeFileSync(file, answer.said);
      const joined = await command("restore.ts", "--to", folderOf("new"), "--answer", file);
      expect(joined.said).toContain("4 voters whose ballots are lost may vote again");
      expect(joined.said).toContain("2 ballots of people whom nothing marks were left out");
      expect(joined).toMatchObject({ status: 0, said: expect.stringContaining("13 markers, 13 ballots") });

      // An answer serves once: it is to the question of that state alone.
      const again = await command("restore.ts", "--to", folderOf("new"), "--answer", file);
      expect(again).toMatchObject({ status: 2, said: expect.stringContaining("another question") });

      live = await openPlace({ folder: folderOf("new") });
      const states = await inLanes([...receipts], 3, async ([n, receipt]) => {
        const { status } = await live.call(`GET /v1/cycles/${vote.cycleId}/receipts/${receipt}`);
        return [n, status] as const;
      });
      const gone = states.filter(([, status]) => status === 404).map(([n]) => n);
      expect(gone.sort((one, other) => one - other)).toEqual([13, 14, 15, 16, 17, 18]);
      expect(states.filter(([, status]) => status === 200)).toHaveLength(13);

      await voteFrom(13, 19);
      const second = await live.call(`POST /v1/cycles/${vote.cycleId}/ballots`, {
        token: await seated(0),
        key: true,
        body: { sections },
      });
      expect([second.status, second.body.code]).toEqual([409, "voting/already-voted"]);

      // The edition takes cards on paper for two days after the close.
      await live.clock.moveTo((now) => now + 3 * 86_400_000);
      const { count, ...seen } = await countTestVote(live, vote);
      if (!count) throw new Error(`not counted: ${JSON.stringify(seen.phase)}`);
      expect([count.markers, count.ballots]).toEqual([VOTERS, VOTERS]);
      await signAndPublish(live, vote.cycleId, count.digest);
      const published = await openPackage(`${live.url}/v1/cycles/${vote.cycleId}/results/package.zip`);
      expect(await verdictOn(published, undefined, () => undefined)).toContain("CONSISTENT");
    },
    LONG,
  );
});
