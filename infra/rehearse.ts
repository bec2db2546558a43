/** `npm run rehearse -- FILE.pb… [--edition YEAR]`: past contests, played through the public endpoints and compared to the last winner. */
import { parseArgs } from "node:util";
import { RULE_SETS } from "../shared/rulesets/index.ts";
import { generateEdition, realBallots } from "./generator/edition.ts";
import { openClient } from "./rehearse/client.ts";
import { compare, HEADER, tableOf } from "./rehearse/compare.ts";
import { type Contest, readContest, Unplayable } from "./rehearse/contest.ts";
import { play } from "./rehearse/play.ts";
import { progressBar } from "./rehearse/progress.ts";
import { PLANTS } from "./rehearse/season/plants.ts";
import { rehearseSeason } from "./rehearse/season.ts";
import { startSystem } from "./rehearse/system.ts";
import { votersOf } from "./rehearse/voters.ts";

/** How far a season is played. */
const UNTIL = "ballot-frozen";

const USAGE = `npm run rehearse -- FILE.pb … [--edition YEAR] [--each] [--concurrency N]
    plays the contests of each edition at once, in a system of its own, and compares the winners with the files';
    --each plays every file alone
npm run rehearse -- [--share S] [--concurrency N]
    without a file: a made-up edition with the real city's parameters and a share of its 41 000 voters (0.05)
npm run rehearse -- --season [--seed N] [--proposals N] [--until ${UNTIL}] [--plant ${PLANTS.join("|")}]
    an edition as its residents and office live it: proposals on line and on paper, supporters, cards, calls to correct, the published
    list and every letter, compared with what its script comes to; --plant puts one fault into it, which has to be found`;

/** How many voters are on their way at a time. */
const CONCURRENCY = 32;

/** The share of the real number of voters that a made-up edition has, unless told otherwise. */
const SHARE = 0.05;

const editionsOf = (contests: readonly Contest[], each: boolean): Contest[][] => {
  if (each) return contests.map((contest) => [contest]);
  const editions = Map.groupBy(contests, ({ year }) => year);
  return [...editions.values()].map((edition) => {
    const twice = edition.find(
      ({ pool }, index) => edition.findIndex((other) => other.pool === pool) !== index,
    );
    if (twice) throw new Unplayable(`${twice.name}: pool ${twice.pool} is there twice in ${twice.year}`);
    return edition;
  });
};

const rehearse = async (contests: readonly Contest[], concurrency: number): Promise<string[]> => {
  const voters = votersOf(contests);
  const system = await startSystem(contests[0]?.city.slug ?? "");
  const client = openClient(system.url, concurrency + 4);
  const bar = progressBar(
    `${contests[0]?.year}, ${contests.length} contest${contests.length === 1 ? "" : "s"}`,
  );
  try {
    const played = await play({ system, client, contests, voters, concurrency, progress: bar.show });
    bar.end();
    const compared = contests.map((contest) => compare(contest, played.results));
    console.log(tableOf([HEADER, ...compared.map(({ row }) => row)]));
    const rate = played.voters / played.votingSeconds;
    console.log(
      `${played.voters} voters in ${played.votingSeconds.toFixed(1)} s: ${rate.toFixed(1)} a second, each with identity, code and ballot; set-up ${played.setUpSeconds.toFixed(1)} s, count to publication ${played.countSeconds.toFixed(1)} s\n`,
    );
    return compared.flatMap(({ differences }) => differences);
  } finally {
    client.close();
    await system.stop();
  }
};

const contestsOf = (
  files: readonly string[],
  { edition, share }: { edition?: string | undefined; share?: string | undefined },
): Contest[] => {
  if (files.length === 0) {
    const ruleSet = [...RULE_SETS.values()].at(-1);
    return ruleSet
      ? generateEdition({ ruleSet, seed: 2025, ballotsOf: realBallots(Number(share ?? SHARE)) })
      : [];
  }
  const contests = files
    .map(readContest)
    .filter(({ year }) => edition === undefined || String(year) === edition);
  if (contests.length === 0) throw new Unplayable(`none of the files is of edition ${edition}`);
  return contests;
};

const season = async (asked: {
  readonly seed: string;
  readonly proposals: string;
  readonly until: string;
  readonly plant?: string | undefined;
}): Promise<number> => {
  const plant = PLANTS.find((one) => one === asked.plant) ?? null;
  if (asked.plant !== undefined && plant === null) throw new Unplayable(`what is ${asked.plant}?\n${USAGE}`);
  if (asked.until !== UNTIL) throw new Unplayable(`a season is played until ${UNTIL}, not ${asked.until}`);
  const [seed, size] = [Number(asked.seed), Number(asked.proposals)];
  const differences = await rehearseSeason({ seed, size, plant });
  console.log(differences.length > 0 ? `SEASON DIFFERS\n${differences.join("\n")}` : "SEASON OK");
  return differences.length > 0 ? 1 : 0;
};

const main = async (): Promise<number> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      edition: { type: "string" },
      concurrency: { type: "string" },
      share: { type: "string" },
      each: { type: "boolean", default: false },
      season: { type: "boolean", default: false },
      seed: { type: "string", default: "1" },
      proposals: { type: "string", default: "313" },
      until: { type: "string", default: UNTIL },
      plant: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (values.season) return await season(values);
  const differences: string[] = [];
  for (const edition of editionsOf(contestsOf(positionals, values), values.each)) {
    differences.push(...(await rehearse(edition, Number(values.concurrency ?? CONCURRENCY))));
  }
  if (differences.length > 0) console.log(`REHEARSAL DIFFERS\n${differences.join("\n")}`);
  else console.log("REHEARSAL OK");
  return differences.length > 0 ? 1 : 0;
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Unplayable ? error.message : error);
  process.exitCode = error instanceof Unplayable ? 2 : 1;
}
