import { accessSync, constants, existsSync, readFileSync, statfsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Voted } from "../../functions/canary/vote.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { generateEdition } from "../generator/edition.ts";
import { damageIn } from "../local/data-files.ts";
import { findEngine } from "../local/dynamodb/engines.ts";
import { openClient } from "../rehearse/client.ts";
import { compare } from "../rehearse/compare.ts";
import { play } from "../rehearse/play.ts";
import { startSystem } from "../rehearse/system.ts";
import { votersOf } from "../rehearse/voters.ts";
import { type Finding, fault, fine, looked, unknown } from "./finding.ts";

/** Below this the data of a vote may not fit, and a full disk keeps nothing. */
const ROOM_BYTES = 1_000_000_000;

const OLDEST_NODE = 24;

/** How long a house that runs may take to say how it is. */
const PATIENCE_MS = 5_000;

/** How long the canary's vote may take there, the making of its vote of the day included. */
const CANARY_MS = 60_000;

const node = (): Finding => {
  const what = `Node ${process.version} on ${process.platform}-${process.arch}`;
  return Number(process.versions.node.split(".")[0]) >= OLDEST_NODE
    ? fine(what)
    : fault(what, `Run it by npm, which brings Node ${OLDEST_NODE} along.`);
};

const browser = (): Finding => {
  const found = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find(existsSync);
  return found === undefined
    ? unknown(
        "No Chromium: tests in a browser are skipped",
        "Debian: apt-get install chromium-headless-shell",
      )
    : fine(`Chromium for tests in a browser: ${found}`);
};

const disk = (folder: string): Finding => {
  const at = existsSync(folder) ? folder : ".";
  const { bavail, bsize } = statfsSync(at);
  const free = bavail * bsize;
  const what = `${(free / 1e9).toFixed(1)} GB free for the data in ${folder}`;
  accessSync(at, constants.W_OK);
  return free >= ROOM_BYTES ? fine(what) : fault(what, "Make room, or set RYNEK_DATA_DIR to a larger disk.");
};

const data = (folder: string): Finding | Finding[] => {
  if (!existsSync(folder)) return fine(`No data in ${folder} yet: the first npm start makes a demo`);
  const damage = damageIn(folder);
  return damage.length === 0
    ? fine(`The data in ${folder} can be read`)
    : damage.map(({ file, fault: why, todo }) => fault(`${file}: ${why}`, todo));
};

interface Running {
  readonly url: string;
  readonly pid: number;
}

const runningOn = (folder: string): Running | undefined => {
  const file = join(folder, "local.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const server = createServer()
      .once("error", () => done(false))
      .listen(port, "127.0.0.1", () => server.close(() => done(true)));
  });

const house = async (folder: string, port: number): Promise<Finding> => {
  const running = runningOn(folder);
  if (!running)
    return (await isFree(port))
      ? fine(`Port ${port} is free for npm start`)
      : fault(`Port ${port} is taken by another program`, "End it, or take another: npm start -- --port N");
  const { status } = await fetch(`${running.url}/health`, { signal: AbortSignal.timeout(PATIENCE_MS) });
  return status === 200
    ? fine(`Rynek runs at ${running.url} and keeps what is written`)
    : fault(
        `Rynek runs at ${running.url} and answers /health with ${status}`,
        `Look into ${join(folder, "house.log")}.`,
      );
};

/** The canary votes in the house that runs, as it does on AWS every five minutes. */
const canary = async (folder: string): Promise<Finding | Finding[]> => {
  const running = runningOn(folder);
  if (!running) return [];
  const answer = await fetch(`${running.url}/local/canary`, {
    method: "POST",
    signal: AbortSignal.timeout(CANARY_MS),
  });
  const { taken, milliseconds, fault: why }: Voted = (await answer.json()) as Voted;
  return taken
    ? fine(`The canary voted at ${running.url}, from its code to its receipt, in ${milliseconds} ms`)
    : fault(
        `The canary could not vote at ${running.url}: ${why}`,
        `Look into ${join(folder, "house.log")}, and at "The canary does not vote" in docs/deploy.md.`,
      );
};

/** A vote from the roll to the results, on a system of its own that is gone afterwards: every part of the house has its turn. */
const aVote = async (): Promise<Finding> => {
  const ruleSet = [...RULE_SETS.values()].at(-1);
  if (!ruleSet) return fault("There is no rule set", "Put one under shared/rulesets.");
  const contests = generateEdition({ ruleSet, seed: 1, ballotsOf: () => 3 }).slice(0, 2);
  const system = await startSystem(contests[0]?.city.slug ?? "");
  const client = openClient(system.url, 4);
  try {
    const voters = votersOf(contests);
    const played = await play({
      system,
      client,
      contests,
      voters,
      concurrency: 4,
      progress: () => undefined,
    });
    const differences = contests.flatMap((contest) => compare(contest, played.results).differences);
    return differences.length === 0
      ? fine(`A vote of ${played.voters} made-up people went from the roll to its results`)
      : fault(`A vote was counted otherwise: ${differences.join("; ")}`, "npm test says which part it is.");
  } finally {
    client.close();
    await system.stop();
  }
};

/** What is wrong with this machine: what `npm start` and `npm test` need, the data that lies here, and the whole house once. */
export const machineFindings = async function* (folder: string, port: number): AsyncGenerator<Finding> {
  yield* await looked("Node", node);
  yield* await looked("The DynamoDB engine", () => fine(`DynamoDB of this machine: ${findEngine().name}`));
  yield* await looked("The disk", () => disk(folder));
  yield* await looked("The data", () => data(folder));
  yield* await looked("The house", () => house(folder, port));
  yield* await looked("The canary", () => canary(folder));
  yield* await looked("The browser", browser);
  yield* await looked("A vote", aVote);
};
