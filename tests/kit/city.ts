import { holderOf } from "../../infra/keys/prove.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { accept, existing } from "../../shared/domain/result.ts";
import type { RuleSet } from "../../shared/domain/rule-set.ts";
import { createKeyPair } from "../../shared/platform/seal.ts";
import { bringKeys, type KeyPair } from "./commission-keys.ts";
import { newKey, type Place } from "./place.ts";
import { enterProjects, type PaperProject, putOnBallot } from "./projects.ts";
import { importRoll, putRoll } from "./roll.ts";

const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

/** The n-th birth of some day of a year, with a right check digit; from 2000 on the month is higher by 20. */
const bornIn = (year: number, n: number): string => {
  const month = 1 + (n % 12) + (year < 2000 ? 0 : 20);
  const body = `${String(year % 100).padStart(2, "0")}${String(month).padStart(2, "0")}${String(1 + (n % 28)).padStart(2, "0")}${String(n % 10_000).padStart(4, "0")}`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
};

/** A made-up PESEL number of somebody born in 1990. */
export const peselOf = (n: number): string => bornIn(1990, n);

/** A made-up PESEL number of a child, who was born in 2020. */
export const childPeselOf = (n: number): string => bornIn(2020, n);

export const rollOf = (count: number, district = "L13"): string =>
  `pesel;mothers_maiden_name;district\n${Array.from({ length: count }, (_, n) => `${peselOf(n)};Nowak-Łoś;${district}`).join("\n")}\n`;

export interface TestVote {
  readonly cycleId: string;
  readonly privateKey: string;
  readonly linkKey: string;
  /** Ids of the projects by pool, in the order given. */
  readonly projects: Readonly<Record<string, readonly string[]>>;
}

export interface VoteParts {
  readonly pools: Readonly<
    Record<string, { readonly amountZloty: number; readonly costsZloty: readonly number[] }>
  >;
  readonly voters: number;
  readonly voterCodes?: object;
  /** The edition takes paper cards. */
  readonly paper?: { readonly registeredWithinDays: number };
  readonly lotCommitment?: string;
  readonly ruleSet?: string | RuleSet;
  /** What the coordinator still does before the list is frozen. */
  readonly prepare?: (vote: Pick<TestVote, "cycleId" | "projects">, token: string) => Promise<void>;
  /** Rules in which the edition differs from Katowice's. */
  readonly rules?: Partial<RuleSet>;
  /** Residents by district, where they are other than the city's profile has them. */
  readonly residents?: Readonly<Record<string, number>>;
  /** What the n-th project of a pool is called. */
  readonly titleOf?: (pool: string, n: number) => string;
  /** Keys and projects come by their doors too: the place is another process's, whose tables nobody else writes. */
  readonly byDoors?: true;
  /** The roll file; without it `voters` made-up people. */
  readonly roll?: string;
}

const HOUR_MS = 3_600_000;

interface Brought {
  readonly ballots: KeyPair;
  readonly links: KeyPair;
  readonly onPaper: readonly PaperProject[];
  readonly rules: VoteParts["rules"];
}

/** Keys and projects as two people bring them. */
const bringByDoors = async (place: Place, cycleId: string, { ballots, links, onPaper }: Brought) => {
  await bringKeys(place, cycleId, { ballots: holderOf(ballots), links: holderOf(links) });
  return enterProjects(place, cycleId, onPaper);
};

/** Keys, projects and rules where two people would have put them: their doors have tests of their own. */
const putInStore = async (place: Place, cycleId: string, { ballots, links, onPaper, rules }: Brought) => {
  const { cycles } = place.deps.store;
  const made = existing(await cycles.get(cycleId as CycleId));
  const own = {
    keys: { ballots: ballots.publicKey, links: links.publicKey },
    ...(rules && { ruleSet: { ...made.ruleSet, ...rules } }),
  };
  return putOnBallot(place, accept(await cycles.change(made, own)), onPaper);
};

/**
 * Sets a cycle up and brings it to the opening of the vote, which lasts two hours.
 */
export const openTestVote = async (
  place: Place,
  {
    pools,
    voters,
    voterCodes,
    paper,
    lotCommitment,
    ruleSet = "katowice-xii",
    rules,
    residents,
    roll,
    prepare,
    byDoors,
    titleOf = (pool, n) => `Projekt ${pool} ${n}`,
  }: VoteParts,
): Promise<TestVote> => {
  const token = await place.staff("coordinator");
  const [ballots, links] = [createKeyPair(), createKeyPair()];
  const now = place.clock.now();
  const at = (hours: number): string => new Date(now + hours * HOUR_MS).toISOString();
  const cycle = await place.call("POST /v1/staff/cycles", {
    token,
    key: true,
    body: {
      name: "Budżet obywatelski",
      ruleSet,
      calendar: [{ name: "voting", startsAt: at(1), endsAt: at(3) }],
      pools: Object.entries(pools).map(([id, { amountZloty }]) => ({ id, amountGrosze: amountZloty * 100 })),
      ...(residents && { residents }),
      ...(voterCodes && { voterCodes }),
      ...(paper && { paper }),
      ...(lotCommitment && { lotCommitment }),
    },
  });
  const cycleId: string = cycle.body.id;
  const onPaper = Object.entries(pools).flatMap(([pool, { costsZloty }]) =>
    costsZloty.map((zloty, index) => ({ pool, title: titleOf(pool, index + 1), costGrosze: zloty * 100 })),
  );
  const ids = await (byDoors ? bringByDoors : putInStore)(place, cycleId, { ballots, links, onPaper, rules });
  const projects = Object.fromEntries(
    Object.keys(pools).map((pool) => [pool, ids.filter((_, n) => onPaper[n]?.pool === pool)]),
  );
  await (byDoors ? importRoll : putRoll)(place, cycleId, roll ?? rollOf(voters));
  await prepare?.({ cycleId, projects }, token);
  await place.call(`POST /v1/staff/cycles/${cycleId}/transitions`, {
    token,
    body: { to: "ballot-frozen", reason: "Lista jest gotowa" },
  });
  await place.settle();
  await place.clock.moveTo((moment) => Math.max(moment, now + HOUR_MS));
  return { cycleId, privateKey: ballots.privateKey, linkKey: links.privateKey, projects };
};

/** Identifies the n-th voter of the roll and brings back the bearer token, by the code from the mailbox. */
export const tokenOf = async (place: Place, cycleId: string, n: number): Promise<string> => {
  const email = `voter-${n}@example.com`;
  const session = await place.call(`POST /v1/cycles/${cycleId}/voter-sessions`, {
    body: { pesel: peselOf(n), mothersMaidenName: "nowak łoś", email },
  });
  if (session.status !== 202) throw new Error(`voter ${n}: ${session.text}`);
  const letter = await place.letterTo(email);
  const code = /\b\d{6}\b/.exec(letter?.subject ?? "")?.[0] ?? "";
  const confirmed = await place.call(
    `POST /v1/cycles/${cycleId}/voter-sessions/${session.body.session}/code`,
    { body: { code } },
  );
  if (confirmed.status !== 200) throw new Error(`voter ${n}: ${confirmed.text}`);
  return confirmed.body.token;
};

export type Sections = readonly {
  readonly pool: string;
  readonly points: Readonly<Record<string, number>>;
}[];

/** The n-th voter casts a ballot, from identity to receipt. */
export const vote = async (place: Place, cycleId: string, n: number, sections: Sections, key = newKey()) =>
  place.call(`POST /v1/cycles/${cycleId}/ballots`, {
    token: await tokenOf(place, cycleId, n),
    key,
    body: { sections },
  });

/** Past the close and the seals, with the commission's key handed over and the count done. */
export const countTestVote = async (place: Place, { cycleId, privateKey }: TestVote) => {
  const token = await place.staff("commission");
  await place.clock.moveTo((moment) => moment + 2 * HOUR_MS + 61_000);
  await place.call(`POST /v1/staff/cycles/${cycleId}/count-key`, { token, body: { privateKey } });
  await place.settle();
  return (await place.call(`GET /v1/staff/cycles/${cycleId}`, { token })).body;
};

/** Two people of the commission sign what was counted, and the results are published. */
export const signAndPublish = async (place: Place, cycleId: string, digest: string): Promise<void> => {
  for (const n of [0, 1]) {
    await place.call(`POST /v1/staff/cycles/${cycleId}/sign-offs`, {
      token: await place.staff("commission", n),
      body: { digest },
    });
  }
  await place.settle();
};
