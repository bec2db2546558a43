import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import PostalMime from "postal-mime";
import { bringKeys, holderOf } from "../../../infra/keys/prove.ts";
import { need } from "../../../infra/rehearse/client.ts";
import { enterProjects } from "../../../infra/rehearse/projects.ts";
import { importRoll } from "../../../infra/rehearse/roll.ts";
import { inventedPesel } from "../../../infra/rehearse/voters.ts";
import { projectNumber } from "../../../shared/domain/project/number-scheme.ts";
import { createKeyPair } from "../../../shared/platform/seal.ts";
import { RULE_SETS } from "../../../shared/rulesets/index.ts";
import { KATOWICE } from "../../kit/katowice.ts";

export interface Stage {
  readonly url: string;
  /** Of the n-th person of a role. */
  readonly token: (role: "coordinator" | "commission", n: 0 | 1) => string;
  /** The sweeps of all functions. */
  readonly sweep: () => Promise<void>;
  /** Letters to an address, the last one last, as they were sent. */
  readonly lettersTo: (address: string) => readonly string[];
}

/** What each voter gives to the projects of a pool, in their order. */
export type Votes = readonly (readonly number[])[];

interface Sending {
  readonly token?: string;
  readonly key?: string;
  readonly body?: unknown;
  readonly csv?: string;
  readonly from?: string;
}

const newKey = (): string => randomBytes(24).toString("base64url");
const PATIENCE_MS = 240_000;
const LOOK_MS = 1000;
const LOOKS_A_SWEEP = 15;
const DAY_MS = 86_400_000;
const POOL = "L13";
/** The city's rules, but for the points that a project needs: as few people vote here as on no real day. */
const RULES = {
  ...RULE_SETS.get("katowice-xii"),
  name: "proba",
  thresholds: {
    citywide: { kind: "points", minimum: 1, inclusive: true },
    district: { kind: "points", minimum: 1, inclusive: true },
  },
};
const COSTS_GROSZE = [30_000, 20_000, 15_000];
const AMOUNT_GROSZE = 50_000;

const clientOf = ({ url }: Pick<Stage, "url">) => ({
  send: async (route: string, { token, key, body, csv, from = "83.24.10.1" }: Sending = {}) => {
    const [method = "GET", path = "/"] = route.split(" ");
    const reply = await fetch(new URL(path, url), {
      method,
      body: csv ?? (body === undefined ? null : JSON.stringify(body)),
      headers: {
        "accept-language": "en",
        "x-forwarded-for": from,
        ...((csv ?? body) !== undefined && {
          "content-type": csv === undefined ? "application/json" : "text/csv",
        }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...(key && { "idempotency-key": key }),
      },
    });
    const isJson = reply.headers.get("content-type")?.includes("json");
    return { status: reply.status, body: isJson ? await reply.json() : await reply.text() };
  },
  close: () => undefined,
});

/** One edition on a deployed system, from nothing to its published results, by the doors that people use and the clock on the wall. */
export const playCycle = async (stage: Stage, votes: Votes) => {
  const client = clientOf(stage);
  const coordinators = [stage.token("coordinator", 0), stage.token("coordinator", 1)] as const;
  const [first, second] = coordinators;
  const [ballots, links] = [createKeyPair(), createKeyPair()];
  const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
  const cycle = await need(
    client.send("POST /v1/staff/cycles", {
      token: first,
      key: newKey(),
      body: {
        name: "Budżet obywatelski",
        ruleSet: RULES,
        calendar: [{ name: "voting", startsAt: inDays(1), endsAt: inDays(15) }],
        pools: [{ id: POOL, amountGrosze: AMOUNT_GROSZE }],
      },
    }),
    "creating the cycle",
  );
  const at = `/v1/staff/cycles/${cycle.id}`;
  const until = async (what: string, isThere: (cycle: Awaited<ReturnType<typeof need>>) => boolean) => {
    const deadline = performance.now() + PATIENCE_MS;
    for (let looks = 1; performance.now() < deadline; looks++) {
      const seen = await need(client.send(`GET ${at}`, { token: stage.token("commission", 0) }), what);
      if (isThere(seen)) return seen;
      await pause(LOOK_MS);
      // What was lost on the way is picked up by the sweep, as on AWS.
      if (looks % LOOKS_A_SWEEP === 0) await stage.sweep();
    }
    throw new Error(`the cycle does not come to: ${what}`);
  };

  await bringKeys({ ballots: holderOf(ballots), links: holderOf(links) }, (member, path, body) =>
    need(
      client.send(`POST ${at}/keys/${path}`, {
        token: stage.token("commission", member),
        ...(body && { body }),
      }),
      `bringing a key: ${path}`,
    ),
  );
  const onPaper = COSTS_GROSZE.map((costGrosze, index) => ({
    pool: POOL,
    number: projectNumber(KATOWICE.projectNumbers, {
      pool: POOL,
      edition: cycle.edition,
      sequence: index + 1,
    }),
    title: `Projekt ${index + 1}`,
    costGrosze,
  }));
  const ids = await enterProjects(client, onPaper, { at, tokens: coordinators, newKey });
  const roll = votes.map((_, n) => `${inventedPesel(n)};Nowak-Łoś;${POOL}`);
  const csv = ["pesel;mothers_maiden_name;district", ...roll, ""].join("\n");
  await importRoll(client, csv, { at, tokens: coordinators });
  const move = (to: string) =>
    need(
      client.send(`POST ${at}/transitions`, { token: first, body: { to, reason: "Próba" } }),
      `moving to ${to}`,
    );
  await move("ballot-frozen");
  await until("a frozen list", ({ phase }) => phase === "ballot-frozen");
  await move("voting");
  await until("an open vote", ({ phase }) => phase === "voting");

  const codeFor = async (address: string): Promise<string> => {
    for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline; await pause(200)) {
      const [letter] = stage.lettersTo(address).slice(-1);
      const code = letter && /\b\d{6}\b/.exec((await PostalMime.parse(letter)).subject ?? "")?.[0];
      if (code) return code;
    }
    throw new Error(`no code comes to ${address}`);
  };
  for (const [n, points] of votes.entries()) {
    const [from, email] = [`83.24.${10 + n}.${20 + n}`, `voter-${n}@example.com`];
    const voters = `/v1/cycles/${cycle.id}/voter-sessions`;
    const identity = { pesel: inventedPesel(n), mothersMaidenName: "nowak łoś", email };
    const { session } = await need(
      client.send(`POST ${voters}`, { body: identity, from }),
      "asking for a code",
    );
    const body = { code: await codeFor(email) };
    const { token } = await need(
      client.send(`POST ${voters}/${session}/code`, { body, from }),
      "entering a code",
    );
    const given = onPaper.flatMap(({ number }, index) =>
      points[index] ? [[ids.get(number) ?? "", points[index]] as const] : [],
    );
    const sections = [{ pool: POOL, points: Object.fromEntries(given) }];
    await need(
      client.send(`POST /v1/cycles/${cycle.id}/ballots`, { token, key: newKey(), body: { sections }, from }),
      "casting a ballot",
    );
  }

  const { proposedMove } = await move("sealed");
  await need(
    client.send(`POST ${at}/transitions/acceptance`, {
      token: second,
      body: { to: proposedMove.to, proposedAt: proposedMove.at },
    }),
    "ending the vote",
  );
  await until("a sealed box", ({ phase }) => phase === "sealed");
  await need(
    client.send(`POST ${at}/count-key`, {
      token: stage.token("commission", 0),
      body: { privateKey: ballots.privateKey },
    }),
    "handing the key over",
  );
  const { count } = await until("a count", (seen) => Boolean(seen.count?.digest));
  for (const n of [0, 1] as const)
    await need(
      client.send(`POST ${at}/sign-offs`, {
        token: stage.token("commission", n),
        body: { digest: count.digest },
      }),
      "signing",
    );
  await until("results", ({ phase }) => phase === "results");
  const read = (path: string) =>
    need(client.send(`GET /v1/cycles/${cycle.id}/results${path}`), `reading results${path}`);
  return { results: await read(""), read };
};
