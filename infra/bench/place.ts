import { randomBytes } from "node:crypto";
import { cityNamed } from "../../shared/cities/cities.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import type { BallotSection } from "../../shared/domain/voting/ballot.ts";
import { createKeyPair } from "../../shared/platform/seal.ts";
import { KATOWICE } from "../../shared/rulesets/katowice.ts";
import { generateEdition } from "../generator/edition.ts";
import { bringKeys, holderOf } from "../keys/prove.ts";
import { type House, openHouse } from "../local/house.ts";
import { DEMO_STAFF } from "../local/issuer/staff.ts";
import { type Client, need, openClient } from "../rehearse/client.ts";
import type { Contest } from "../rehearse/contest.ts";
import { enterProjects } from "../rehearse/projects.ts";
import { importRoll } from "../rehearse/roll.ts";
import { rollOf, type Voter, votersOf } from "../rehearse/voters.ts";
import { inScratch } from "./scratch.ts";

/** A voter of the roll, with the ballot in the words of the API. */
export interface Elector extends Pick<Voter, "pesel" | "mothersMaidenName" | "email"> {
  readonly sections: readonly BallotSection[];
}

export interface Place {
  readonly house: House;
  readonly client: Client;
  readonly cycleId: CycleId;
  readonly district: string;
  readonly electors: readonly Elector[];
  /** Electors who have not voted yet, so many more with each call. */
  readonly nextElectors: (count: number) => readonly Elector[];
}

const DISTRICT = "L13";
const ELECTORS = 1600;
const SEED = 2025;
const HOUR_MS = 3_600_000;

export const AT_A_TIME = 16;

export const newKey = (): string => randomBytes(24).toString("base64url");

const contestsOf = (): readonly Contest[] => {
  const ruleSet = KATOWICE.at(-1);
  if (!ruleSet) throw new Error("no rule set ships");
  return generateEdition({
    ruleSet,
    seed: SEED,
    ballotsOf: ({ pool }) => (pool === DISTRICT ? ELECTORS : 0),
  }).filter(({ pool }) => pool === DISTRICT || pool === "M");
};

/** A bearer token of somebody who coordinates. */
export const tokenOf = (
  { issuer }: House,
  n = 0,
  asked: "coordinator" | "commission" = "coordinator",
): Promise<string> => {
  const person = DEMO_STAFF.filter(({ role }) => role === asked)[n];
  if (!person) throw new Error(`nobody is ${asked}`);
  return issuer.mint(person);
};

/** A district and the citywide list of a made-up edition, entered through the doors of staff and open for the vote. */
const openVote = async (
  house: House,
  client: Client,
): Promise<Pick<Place, "cycleId" | "electors" | "nextElectors">> => {
  const contests = contestsOf();
  const token = await tokenOf(house);
  const send = (route: string, body: unknown) =>
    need(client.send(route, { token, key: newKey(), body }), route);
  const [ballots, links] = [createKeyPair(), createKeyPair()];
  const opensAt = house.clock.now() + HOUR_MS;
  const cycle = await send("POST /v1/staff/cycles", {
    name: "Bench",
    ruleSet: contests[0]?.ruleSet.name,
    calendar: [
      {
        name: "voting",
        startsAt: new Date(opensAt).toISOString(),
        endsAt: new Date(opensAt + 24 * HOUR_MS).toISOString(),
      },
    ],
    pools: contests.map(({ pool, budgetGrosze }) => ({ id: pool, amountGrosze: budgetGrosze })),
  });
  const at = `/v1/staff/cycles/${cycle.id}`;
  await bringKeys({ ballots: holderOf(ballots), links: holderOf(links) }, async (member, path, body) =>
    need(
      client.send(`POST ${at}/keys/${path}`, {
        token: await tokenOf(house, member, "commission"),
        ...(body && { body }),
      }),
      "bringing the keys",
    ),
  );
  const onPaper = contests.flatMap(({ pool, projects }) =>
    projects.map(({ number, title, costGrosze }) => ({ pool, number, title, costGrosze })),
  );
  const tokens = [token, await tokenOf(house, 1)] as const;
  const ids = await enterProjects(client, onPaper, { at, tokens, newKey });
  const voters = votersOf(contests);
  await importRoll(client, rollOf(voters), { at, tokens });
  await send(`POST ${at}/transitions`, { to: "ballot-frozen", reason: "Bench" });
  await house.settle();
  await house.clock.moveTo(opensAt + 2000);

  const electors = voters.map(
    ({ pesel, mothersMaidenName, email, sections }): Elector => ({
      pesel,
      mothersMaidenName,
      email,
      sections: sections.map(({ pool, choices }) => ({
        pool,
        points: Object.fromEntries(choices.map(([number, points]) => [ids.get(number) ?? number, points])),
      })),
    }),
  );
  let used = 0;
  return {
    cycleId: cycle.id,
    electors,
    nextElectors: (count) => {
      used += count;
      if (used > electors.length) throw new Error(`${electors.length} electors are too few`);
      return electors.slice(used - count, used);
    },
  };
};

/** The whole system with its data on file, in this process and its engine's, with a vote that is open. */
export const inPlace = <T>(work: (place: Place) => Promise<T>): Promise<T> =>
  inScratch(async (folder) => {
    const say = (line: string): void => console.error(line);
    const { write } = process.stdout;
    // The functions log to standard output, which belongs to the table.
    process.stdout.write = process.stderr.write.bind(process.stderr);
    const house = await openHouse({
      city: cityNamed("katowice"),
      folder,
      port: 0,
      say,
      onGone: ({ message }) => say(message),
    });
    const client = openClient(house.url, AT_A_TIME + 1);
    try {
      return await work({ house, client, district: DISTRICT, ...(await openVote(house, client)) });
    } finally {
      client.close();
      await house.close();
      process.stdout.write = write;
    }
  });
