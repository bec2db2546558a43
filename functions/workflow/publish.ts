import { zipSync } from "fflate";
import { sha256Hex } from "../../shared/domain/canonical.ts";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import { type Cycle, eligibleOf } from "../../shared/domain/cycle/cycle.ts";
import { packed } from "../../shared/domain/results/package.ts";
import { poolResult, type Results, turnoutOf } from "../../shared/domain/results/results.ts";
import type { Tally } from "../../shared/domain/tally/tally.ts";
import { countFiles } from "../../shared/platform/count-files.ts";
import { countInputs } from "../../shared/platform/count-inputs.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { PACKAGE, resultFiles } from "../../shared/platform/result-files.ts";
import { signed } from "../../shared/platform/signing.ts";
import type { BallotList } from "../../shared/store/ballot-lists.ts";
import type { Count } from "../../shared/store/counts.ts";
import type { Write } from "../../shared/store/write.ts";
import { pbFile } from "./pb-file.ts";

interface Counted {
  readonly cycle: Cycle;
  readonly list: BallotList;
  readonly count: Count;
  readonly tallies: ReadonlyMap<string, Tally>;
}

const counted = async (cycle: Cycle, { store }: Deps): Promise<Counted> => {
  const [list, count] = await Promise.all([store.ballotLists.get(cycle.id), store.counts.get(cycle.id)]);
  if (!list || !count?.digest) throw new Error("there is no count to publish");
  const tallies = new Map<string, Tally>();
  for (const { id } of cycle.pools) {
    const tally = await store.counts.tally(cycle.id, count.run, id);
    if (!tally) throw new Error(`pool ${id} is not counted`);
    tallies.set(id, tally);
  }
  return { cycle, list, count, tallies };
};

const resultsOf = (
  { cycle, list, count, tallies }: Counted,
  version: number,
  publishedAt: string,
): Results => {
  const voting = entryOf(cycle.calendar, "voting");
  if (!voting) throw new Error("results of a cycle without a vote");
  return {
    cycleId: cycle.id,
    name: cycle.name,
    edition: cycle.edition,
    version,
    publishedAt,
    voting: { startsAt: voting.startsAt, endsAt: voting.endsAt },
    ruleSet: { name: cycle.ruleSet.name, version: cycle.ruleSet.version, digest: cycle.ruleSetDigest },
    turnout: turnoutOf(eligibleOf(cycle.roll), count.perDistrict, count.guardians ?? {}),
    pools: cycle.pools.flatMap((pool) => {
      const tally = tallies.get(pool.id);
      const projects = list.pools.find(({ id }) => id === pool.id)?.projects ?? [];
      return tally ? [poolResult(pool, tally, projects)] : [];
    }),
    leftOver: count.leftOver ?? null,
    leavesDigest: count.leavesDigest,
    digest: count.digest ?? "",
    signOffs: count.signOffs.map(({ name, at }) => ({ name, at })),
  };
};

/**
 * Writes the files of the results and answers with the record that makes them public, for the transaction that opens the phase: what is
 * published is published in one moment, and a try that was cut short left nothing that anybody reads.
 */
export const publish = async (cycle: Cycle, deps: Deps): Promise<Write[]> => {
  const { store, system, files } = deps;
  const all = await counted(cycle, deps);
  const version = ((await store.results.latest(cycle.id))?.version ?? 0) + 1;
  const publishedAt = system.now();
  const results = resultsOf(all, version, publishedAt);
  const box = countFiles(files, cycle.id, all.count.run);
  const inputs = await countInputs(cycle, deps);

  const text = new TextEncoder();
  const json = (value: unknown): Uint8Array => text.encode(`${JSON.stringify(value, null, 1)}\n`);
  const contents = new Map<string, Uint8Array>([
    ["results.json", json(results)],
    ["rule-set.json", json(cycle.ruleSet)],
    ["leaves.txt", text.encode(await box.leaves())],
    ["decisions.json", json({ ties: inputs.ties, exclusions: inputs.exclusions })],
  ]);
  for (const pool of results.pools) {
    const choices = await box.choices(pool.id);
    const tally = all.tallies.get(pool.id);
    if (!tally) continue;
    contents.set(`pools/${pool.id}.choices.json`, json(choices));
    contents.set(`pools/${pool.id}.tally.json`, json(tally));
    contents.set(
      `pools/${pool.id}.pb`,
      text.encode(
        pbFile({ cycle, list: all.list, pool: pool.id, tally, choices, exclusions: inputs.exclusions }),
      ),
    );
  }
  const { digest, edition } = results;
  const secret = await deps.vault.siteKey("signing");
  const bundle = packed({
    about: { cycleId: cycle.id, edition, version, publishedAt, digest },
    contents,
    sign: (manifest) => signed(secret, manifest),
  });
  // One time for every entry: the same result is the same package, byte for byte.
  const zip = zipSync(Object.fromEntries(bundle), { mtime: new Date(Date.UTC(2000, 0, 1)), level: 6 });

  const out = resultFiles(files, cycle.id, version);
  await out.put("results.json", contents.get("results.json") ?? json(results), "application/json");
  for (const { id } of results.pools)
    await out.put(
      `${id}.pb`,
      contents.get(`pools/${id}.pb`) ?? new Uint8Array(),
      "text/plain; charset=utf-8",
    );
  await out.put(PACKAGE, zip, "application/zip");
  return [store.results.publish({ cycleId: cycle.id, version, publishedAt, packageDigest: sha256Hex(zip) })];
};
