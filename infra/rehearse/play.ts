import { randomBytes } from "node:crypto";
import { createKeyPair } from "../../shared/platform/seal.ts";
import { bringKeys, holderOf } from "../keys/prove.ts";
import { type Client, need } from "./client.ts";
import type { Contest } from "./contest.ts";
import { openLetters } from "./letters.ts";
import { enterProjects } from "./projects.ts";
import { importRoll } from "./roll.ts";
import type { RunningSystem } from "./system.ts";
import { rollOf, type Voter } from "./voters.ts";

interface Played {
  readonly results: PublishedResults;
  readonly voters: number;
  readonly setUpSeconds: number;
  readonly votingSeconds: number;
  readonly countSeconds: number;
}

export interface PublishedResults {
  readonly pools: readonly {
    readonly id: string;
    readonly ballots: number;
    readonly costGrosze: number;
    readonly leftGrosze: number;
    readonly selected: readonly string[];
    readonly projects: readonly {
      readonly id: string;
      readonly number: string;
      readonly score: number;
      readonly reason: string;
    }[];
  }[];
}

interface Stage {
  readonly system: RunningSystem;
  readonly client: Client;
  readonly contests: readonly Contest[];
  readonly voters: readonly Voter[];
  readonly concurrency: number;
  readonly progress: (done: number, of: number) => void;
}

const newKey = (): string => randomBytes(24).toString("base64url");
const DAY_MS = 86_400_000;

/** Runs work on every item, so many at a time; the first failure ends it all. */
const forEach = async <T>(
  items: readonly T[],
  atATime: number,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atATime, items.length) }, worker));
};

const moveClock = (client: Client, now: string) =>
  need(client.send("PUT /local/clock", { body: { now } }), "moving the clock");

/** Plays the contests of one edition on a running system: from an empty cycle to its published results. */
export const play = async (stage: Stage): Promise<Played> => {
  const { system, client, contests, voters } = stage;
  const [first] = contests;
  if (!first) throw new Error("nothing to play");
  const coordinator = system.token("coordinator");
  const started = performance.now();
  const [ballotKey, linkKey] = [createKeyPair(), createKeyPair()];
  const { now } = await need(client.send("GET /local/clock"), "reading the clock");
  const opensAt = new Date(Date.parse(now) + DAY_MS).toISOString();
  const closesAt = new Date(Date.parse(now) + 15 * DAY_MS).toISOString();

  const cycle = await need(
    client.send("POST /v1/staff/cycles", {
      token: coordinator,
      key: newKey(),
      body: {
        name: `Rehearsal of ${first.year}`,
        ruleSet: first.ruleSet.name,
        calendar: [{ name: "voting", startsAt: opensAt, endsAt: closesAt }],
        pools: contests.map(({ pool, budgetGrosze }) => ({ id: pool, amountGrosze: budgetGrosze })),
      },
    }),
    "creating the cycle",
  );
  const at = `/v1/staff/cycles/${cycle.id}`;
  await bringKeys({ ballots: holderOf(ballotKey), links: holderOf(linkKey) }, (member, path, body) =>
    need(
      client.send(`POST ${at}/keys/${path}`, {
        token: system.token("commission", member),
        ...(body && { body }),
      }),
      "bringing the keys",
    ),
  );
  const projects = contests.flatMap((contest) =>
    contest.projects.map(({ number, title, costGrosze, isWithdrawn }) => ({
      pool: contest.pool,
      number,
      title,
      // The file has lost the cost of what was withdrawn: any cost on the ballot will do, since the count leaves it out.
      costGrosze: isWithdrawn ? Math.min(contest.budgetGrosze, 1_000_000) : costGrosze,
    })),
  );
  const tokens = [coordinator, system.token("coordinator", 1)] as const;
  const ids = await enterProjects(client, projects, { at, tokens, newKey });
  await importRoll(client, rollOf(voters), { at, tokens });
  await need(
    client.send(`POST ${at}/transitions`, {
      token: coordinator,
      body: { to: "ballot-frozen", reason: "Rehearsal" },
    }),
    "freezing the list",
  );
  await moveClock(client, opensAt);
  const opened = performance.now();

  await castAll(stage, cycle.id, ids);
  const closed = performance.now();

  await moveClock(client, new Date(Date.parse(closesAt) + 61_000).toISOString());
  for (const { number } of contests.flatMap(({ projects }) =>
    projects.filter(({ isWithdrawn }) => isWithdrawn),
  )) {
    const body = { reason: "Withdrawn after the vote", legalBasis: "as the published file says" };
    const withdrawal = `POST ${at}/projects/${ids.get(number)}/withdrawal`;
    await need(client.send(withdrawal, { token: coordinator, body }), `withdrawing ${number}`);
    const accepted = client.send(`${withdrawal}/acceptance`, { token: tokens[1] });
    await need(accepted, `accepting the withdrawal of ${number}`);
  }
  const results = await countAndPublish(stage, cycle.id, ids, ballotKey.privateKey);
  const counted = performance.now();
  return {
    results,
    voters: voters.length,
    setUpSeconds: (opened - started) / 1000,
    votingSeconds: (closed - opened) / 1000,
    countSeconds: (counted - closed) / 1000,
  };
};

const castAll = async (
  { client, voters, concurrency, progress }: Stage,
  cycleId: string,
  ids: ReadonlyMap<string, string>,
): Promise<void> => {
  const letters = openLetters(client);
  let done = 0;
  try {
    await forEach(voters, concurrency, async ({ pesel, mothersMaidenName, email, sections }) => {
      const { session } = await need(
        client.send(`POST /v1/cycles/${cycleId}/voter-sessions`, {
          body: { pesel, mothersMaidenName, email },
        }),
        "identifying a voter",
      );
      const code = await letters.codeFor(email);
      const { token } = await need(
        client.send(`POST /v1/cycles/${cycleId}/voter-sessions/${session}/code`, { body: { code } }),
        "entering a code",
      );
      const ballot = sections.map(({ pool, choices }) => ({
        pool,
        points: Object.fromEntries(choices.map(([number, points]) => [ids.get(number) ?? number, points])),
      }));
      await need(
        client.send(`POST /v1/cycles/${cycleId}/ballots`, {
          token,
          key: newKey(),
          body: { sections: ballot },
        }),
        "casting a ballot",
      );
      done += 1;
      progress(done, voters.length);
    });
  } finally {
    await letters.close();
  }
};

const PATIENCE_MS = 600_000;

/** Waits until the cycle, as staff see it, is where it should be. */
const until = async (
  stage: Stage,
  cycleId: string,
  isThere: (cycle: StaffView) => boolean,
): Promise<StaffView> => {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const cycle = await need(
      stage.client.send(`GET /v1/staff/cycles/${cycleId}`, { token: stage.system.token("commission") }),
      "looking at the cycle",
    );
    if (isThere(cycle)) return cycle;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("the cycle does not move on");
};

interface StaffView {
  readonly phase: string;
  readonly count: { readonly digest: string | null; readonly undecidedPools: readonly string[] } | null;
}

const countAndPublish = async (
  stage: Stage,
  cycleId: string,
  ids: ReadonlyMap<string, string>,
  privateKey: string,
) => {
  const { client, system, contests } = stage;
  const at = `/v1/staff/cycles/${cycleId}`;
  await until(stage, cycleId, ({ phase }) => phase === "sealed");
  await need(
    client.send(`POST ${at}/count-key`, { token: system.token("commission"), body: { privateKey } }),
    "handing the key over",
  );
  let counted = await until(stage, cycleId, ({ count }) => count !== null && count.digest !== null);
  for (const pool of counted.count?.undecidedPools ?? []) {
    // The lot has been drawn, years ago: the official list has its order.
    const order =
      contests.find((contest) => contest.pool === pool)?.projects.map(({ number }) => ids.get(number)) ?? [];
    const body = { pool, draws: [{ order, protocol: "the order of the official list" }] };
    const [author, other] = [system.token("commission"), system.token("commission", 1)];
    await need(client.send(`POST ${at}/draws`, { token: author, body }), `entering the draw of ${pool}`);
    const accepted = client.send(`POST ${at}/draws/${pool}/acceptance`, { token: other });
    await need(accepted, `accepting the draw of ${pool}`);
  }
  counted = await until(
    stage,
    cycleId,
    ({ count }) => count !== null && count.digest !== null && count.undecidedPools.length === 0,
  );
  for (const n of [0, 1]) {
    const body = { digest: counted.count?.digest };
    await need(
      client.send(`POST ${at}/sign-offs`, { token: system.token("commission", n), body }),
      "signing",
    );
  }
  await until(stage, cycleId, ({ phase }) => phase === "results");
  return (await need(
    client.send(`GET /v1/cycles/${cycleId}/results`),
    "reading the results",
  )) as PublishedResults;
};
