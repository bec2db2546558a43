import { openContests } from "../../shared/acts/count-contest.ts";
import { countFiles } from "../../shared/acts/count-files.ts";
import { countInputs } from "../../shared/acts/count-inputs.ts";
import { pointDaysOf } from "../../shared/acts/point-days.ts";
import { folderFor, PACKAGE, resultFiles } from "../../shared/acts/result-files.ts";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import { type Cycle, eligibleOf, residentsWithList } from "../../shared/domain/cycle/cycle.ts";
import { CHECKPOINT, type Parts } from "../../shared/domain/results/package.ts";
import { poolResult, type Results, turnoutOf } from "../../shared/domain/results/results.ts";
import type { Tally } from "../../shared/domain/tally/tally.ts";
import { figuresOf } from "../../shared/domain/voting/paper.ts";
import type { RunningTurnout } from "../../shared/domain/voting/turnout.ts";
import { byReason } from "../../shared/domain/voting/void.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { signed } from "../../shared/platform/signing.ts";
import type { BallotList } from "../../shared/store/ballot-lists.ts";
import type { Box } from "../../shared/store/boxes.ts";
import type { Count } from "../../shared/store/counts.ts";
import type { Write } from "../../shared/store/write.ts";
import { writePackage } from "./package-zip.ts";
import { fileJson, poolFiles } from "./pool-files.ts";

interface Counted {
  readonly cycle: Cycle;
  readonly list: BallotList;
  readonly count: Count;
  readonly box: Box;
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly paper: Results["paper"];
  readonly pointDays: Results["pointDays"];
  readonly running: RunningTurnout | undefined;
}

/** Every paper card of the edition: all batches are closed by now. */
const paperOf = async ({ id, ruleSet }: Cycle, { store }: Deps): Promise<Results["paper"]> => {
  if (!ruleSet.paper) return undefined;
  const batches = await store.batches.list(id);
  const cards = (await Promise.all(batches.map((batch) => store.batches.cards(id, batch.id)))).flat();
  const { accepted, rejected } = figuresOf({ cards: cards.length }, cards);
  const afterClose = batches.filter((batch) => batch.afterClose).reduce((sum, batch) => sum + batch.cards, 0);
  return { cards: cards.length, accepted, rejected, afterClose };
};

const counted = async (cycle: Cycle, deps: Deps): Promise<Counted> => {
  const { store } = deps;
  const [list, count, box, running] = await Promise.all([
    store.ballotLists.get(cycle.id),
    store.counts.get(cycle.id),
    store.boxes.get(cycle.id),
    store.turnouts.get(cycle.id),
  ]);
  if (!list || !count?.digest || !box) throw new Error("there is no count to publish");
  const tallies = new Map<string, Tally>();
  for (const { id } of cycle.pools) {
    const tally = await store.counts.tally(cycle.id, count.run, id);
    if (!tally) throw new Error(`pool ${id} is not counted`);
    tallies.set(id, tally);
  }
  const [paper, pointDays] = await Promise.all([paperOf(cycle, deps), pointDaysOf(cycle.id, deps)]);
  return { cycle, list, count, box, tallies, paper, pointDays, running };
};

const resultsOf = (
  { cycle, list, count, tallies, paper, pointDays, running }: Counted,
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
    turnout: turnoutOf({
      voters: count.perDistrict,
      guardians: count.guardians ?? {},
      onRoll: eligibleOf(cycle.roll),
      residents: residentsWithList(cycle),
      running,
    }),
    ...(paper && { paper }),
    ...(pointDays && pointDays.worked > 0 && { pointDays }),
    ...(count.counted !== undefined && { counted: count.counted }),
    voids: byReason(count.voids),
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
  const folder = folderFor(version, system);
  const out = resultFiles(files, cycle.id, { version, folder });
  const box = countFiles(files, cycle.id, all.count.run);
  const { ties, exclusions, groups } = await countInputs(cycle, deps);

  const contents = new Map<string, () => Parts>([
    ["results.json", () => [fileJson(results)]],
    ["rule-set.json", () => [fileJson(cycle.ruleSet)]],
    ["leaves.txt", () => box.leavesInParts(all.box.size)],
    [CHECKPOINT, () => [new TextEncoder().encode(all.box.checkpoint)]],
    ["decisions.json", () => [fileJson({ ties, exclusions, groups })]],
    ...poolFiles({
      cycle,
      tallies: all.tallies,
      contestOf: await openContests(cycle, all.count.run, deps),
      beginPb: (pool) => out.begin(`${pool}.pb`, "text/plain; charset=utf-8"),
    }),
  ]);
  const { voids } = all.count;
  if (voids.length > 0) contents.set("voids.json", () => [fileJson(voids)]);
  const { digest, edition } = results;
  const secret = await deps.vault.signing();
  await out.put("results.json", fileJson(results), "application/json");
  const packageDigest = await writePackage(
    {
      about: { cycleId: cycle.id, edition, version, publishedAt, digest },
      contents,
      sign: (manifest) => signed(secret, manifest),
    },
    await out.begin(PACKAGE, "application/zip"),
  );
  return [await store.results.publish({ cycleId: cycle.id, version, publishedAt, packageDigest, folder })];
};
