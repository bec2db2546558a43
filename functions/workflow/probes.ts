import { OVERLAP_MS, type Probe, probeAt } from "../../shared/acts/probe.ts";
import { voterKeysOf } from "../../shared/acts/voter-keys.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { ProjectId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { ruleSetDigest } from "../../shared/domain/rule-set.ts";
import { type Instant, instant, milliseconds } from "../../shared/domain/time.ts";
import { personOf } from "../../shared/domain/voting/fact-sets.ts";
import { PROBE_VOTERS, probePools } from "../../shared/domain/voting/probe.ts";
import { packRoll } from "../../shared/domain/voting/roll.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { eachAlone } from "../../shared/platform/each-alone.ts";
import { log } from "../../shared/platform/log.ts";
import { createKeyPair } from "../../shared/platform/seal.ts";
import type { BallotList } from "../../shared/store/ballot-lists.ts";

/** One import, always in the same place: done again it writes the same. */
const IMPORT = "probe";

/** Its private keys are let go at once: nobody ever opens a ballot of the canary's. */
const begin = async (probe: Probe, { store, system }: Deps): Promise<Cycle> => {
  const [ballots, links] = [createKeyPair(), createKeyPair()];
  const { id, rules, startsAt, endsAt } = probe;
  return await store.probes.begin({
    id,
    probe: true,
    name: id,
    edition: rules.edition.numeral,
    phase: "draft",
    version: 1,
    calendar: [{ name: "voting", startsAt, endsAt }],
    pools: probePools(rules),
    ruleSet: rules,
    ruleSetDigest: ruleSetDigest(rules),
    keys: { ballots: ballots.publicKey, links: links.publicKey },
    exclusionGroups: [],
    createdAt: system.now(),
    fingerprint: id,
  });
};

const rollOf = async ({ id, rules, district, factsOf }: Probe, { store, vault, system }: Deps) => {
  const hashed = await voterKeysOf(vault, id);
  const index = rules.pools.findIndex((pool) => pool.id === district);
  const entries = Array.from({ length: PROBE_VOTERS }, (_, n) => {
    const { entry, proof } = personOf(rules.identity, factsOf(n));
    return { id: hashed.entryId(...entry), proof: hashed.proof(...proof), district: index };
  });
  const shards = packRoll(entries);
  await store.roll.write(id, IMPORT, shards);
  return {
    version: 1,
    importId: IMPORT,
    shards: shards.length,
    entries: entries.length,
    perDistrict: { [district]: entries.length },
    importedAt: system.now(),
  };
};

const listOf = ({ id: cycleId, lists }: Probe): BallotList => ({
  cycleId,
  pools: lists.map(({ pool, projects }) => ({
    id: pool,
    projects: projects.map(({ id, costGrosze }, n) => ({
      id: id as ProjectId,
      number: `${pool}/${n + 1}`,
      title: `${pool} ${n + 1}`,
      costGrosze,
    })),
  })),
});

/** Its record comes first and its phase last, so that what is begun is found, and gone on with. */
const openOne = async (probe: Probe, deps: Deps): Promise<void> => {
  const { store, vault } = deps;
  const { id, startsAt: openAt, endsAt: closeAt } = probe;
  const cycle = (await store.cycles.get(id)) ?? (await begin(probe, deps));
  if (cycle.phase === "voting") return;
  await vault.createCycleSecret(id);
  const roll = await rollOf(probe, deps);
  accept(await store.cycles.setGates(id, { openAt, closeAt }));
  const list = store.ballotLists.freeze(listOf(probe));
  accept(await store.cycles.change(cycle, { phase: "voting", roll }, [await list]));
  log.info({ event: "probe-opened" });
};

const around = ({ system }: Deps, ...offsets: readonly number[]): Instant[] =>
  offsets.map((offset) => instant(milliseconds(system.now()) + offset));

/** Opens the canary's vote of the day, and the next one shortly before its day. Done again it finds them open. */
export const openProbe = async (deps: Deps): Promise<void> => {
  for (const at of around(deps, 0, OVERLAP_MS)) {
    const probe = await probeAt(at, deps.site.city, deps.vault);
    if (probe) await openOne(probe, deps);
  }
};

/**
 * Ends the canary's votes whose day is over: their gates and lists go, their secret is destroyed, and last the record by which they are found.
 * What is a keyed hash or sealed stays, as of any edition (ADR 015), and says nothing of anybody.
 */
export const endProbes = async (deps: Deps): Promise<void> => {
  const { store, vault, site } = deps;
  const found = await store.probes.list();
  if (found.length === 0) return;
  const days = around(deps, -OVERLAP_MS, 0, OVERLAP_MS);
  const alive = (await Promise.all(days.map((at) => probeAt(at, site.city, vault)))).map((one) => one?.id);
  await eachAlone(
    found.filter(({ id }) => !alive.includes(id)),
    async ({ id }) => {
      accept(await store.probes.close(id));
      await vault.destroyCycleSecret(id);
      accept(await store.probes.forget(id));
      log.info({ event: "probe-ended" });
    },
  );
};
