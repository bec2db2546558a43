/** A step of a large count in a process of its own, on files that one before has left in a folder; says its seconds of processor and its memory. */
import { createSecretKey, randomBytes } from "node:crypto";
import { agree } from "../../functions/count/agree.ts";
import { openedBox } from "../../functions/count/collect.ts";
import { choiceGroups } from "../../functions/count/grouped-choices.ts";
import { listBox, segmentsIn } from "../../functions/count/list-box.ts";
import { writeOpened } from "../../functions/count/opened-segment.ts";
import { writePackage } from "../../functions/workflow/package-zip.ts";
import { poolFiles } from "../../functions/workflow/pool-files.ts";
import { boxFiles, countFiles, openingFiles } from "../../shared/acts/count-files.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { listOfLeaves } from "../../shared/domain/proof/leaf-list.ts";
import type { Parts } from "../../shared/domain/results/package.ts";
import { countingRule } from "../../shared/domain/rule-set.ts";
import { electionWith } from "../../shared/domain/tally/election-of.ts";
import { ballotsOf, joinedSpellings, plainBallots } from "../../shared/domain/tally/spelled-ballots.ts";
import { type Tally, tally } from "../../shared/domain/tally/tally.ts";
import { instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { signed } from "../../shared/platform/signing.ts";
import { recount } from "../../shared/recount/recount.ts";
import { KATOWICE } from "../../shared/rulesets/katowice.ts";
import type { Box } from "../../shared/store/boxes.ts";
import { GATES } from "../../shared/store/keys.ts";
import { segmentsOf } from "../../shared/store/scans.ts";
import { seeded } from "../generator/random.ts";
import { localFiles } from "../local/files.ts";
import { peakBytes } from "./needs.ts";

const [, , work = "", folder = "", size = ""] = process.argv;
const VOTERS = Number(size);
const CYCLE_ID = "cyc_bench" as CycleId;
const RUN = "bench";

const ruleSet = KATOWICE.at(-1);
if (!ruleSet) throw new Error("no rule set ships");
/** The city's list is long, and those of districts are not. */
const lists = ruleSet.pools
  .filter(({ kind }) => kind !== "area")
  .map(({ id, kind }) => ({
    id,
    kind,
    projects: Array.from({ length: kind === "citywide" ? 60 : 15 }, (_, n) => ({
      id: `prj_${id.toLowerCase()}${String(n).padStart(14, "0")}`,
      number: `${id}/${String(n + 1).padStart(2, "0")}/XII`,
      title: `Projekt ${n + 1}`,
      costGrosze: 10_000_000 + 1_000_000 * n,
    })),
  }));
const districts = lists.filter(({ kind }) => kind === "district");
const citywide = lists.find(({ kind }) => kind === "citywide");
if (!citywide) throw new Error("no citywide list");

const cycle = {
  id: CYCLE_ID,
  ruleSet,
  pools: lists.map(({ id }) => ({ id, amountGrosze: 1_000_000_000 })),
  roll: { perDistrict: { L1: VOTERS } },
  calendar: [
    { name: "voting", startsAt: instant(Date.UTC(2026, 8, 1)), endsAt: instant(Date.UTC(2026, 8, 15)) },
  ],
} as unknown as Cycle;
const files = localFiles(folder);
const secret = createSecretKey(Buffer.alloc(32));
/** What a step asks for beside its files. */
const deps = {
  files,
  site: { url: "https://bench.example" },
  vault: { signing: async () => secret },
  store: {
    boxes: { get: async () => undefined, list: async (box: Box) => box },
    cycles: { get: async () => cycle, sealedGates: async () => GATES },
  },
} as unknown as Deps;
const opening = { cycle, privateKey: Buffer.alloc(32, 7).toString("base64url"), openings: 0 };
const out = countFiles(files, CYCLE_ID, RUN);

const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
const leaf = (): string => {
  const text = Array.from(randomBytes(72), (byte) => DIGITS[byte & 31]).join("");
  return `${text.slice(0, 20)} ${text.slice(20)}`;
};

/** Segments as they are listed and opened, of ballots that are nearly all different: five projects with points of their own on each list. */
const prepare = async (): Promise<void> => {
  const chance = seeded(2026);
  const segments = segmentsIn(cycle);
  const someOf = ({ id, projects }: (typeof lists)[number]) => {
    const chosen = new Set<string>();
    while (chosen.size < 5) chosen.add(chance.pick(projects).id);
    return [id, Array.from(chosen, (one) => [one, 1 + chance.below(5)] as [string, number])] as [
      string,
      [string, number][],
    ];
  };
  for (const segment of segmentsOf(segments)) {
    const count = Math.floor(VOTERS / segments) + (segment.segment < VOTERS % segments ? 1 : 0);
    const groups = choiceGroups(lists);
    for (let n = 0; n < count; n += 1) {
      const district = chance.pick(districts);
      groups.add({ cycle: CYCLE_ID, district: district.id, sections: [someOf(district), someOf(citywide)] });
    }
    const leaves = listOfLeaves(Array.from({ length: count }, leaf));
    const counts = { L1: count };
    const figures = { counted: count, ballots: counts, markers: counts, atPoints: {}, guardians: {} };
    const choices = lists.map(({ id }) => [id, groups.of(id)] as const);
    await boxFiles(files, CYCLE_ID).put(segment, leaves);
    await openingFiles(files, opening).put(segment, writeOpened({ figures, leaves, choices }));
  }
};

const list = async (): Promise<void> => {
  const { run } = await listBox(CYCLE_ID, deps);
  await out.putLeaves(await countFiles(files, CYCLE_ID, run).leaves());
};

const collect = async (): Promise<void> => {
  const { choices, leaves } = await openedBox(opening, await out.leaves(), deps);
  if (leaves.missing + leaves.added > 0 || leaves.found !== VOTERS) throw new Error("leaves are lost");
  for (const [pool, spellings] of choices) await out.putChoices(pool, joinedSpellings(spellings));
};

const contestOf = async ({ id, kind, projects }: (typeof lists)[number]) => {
  const ids = projects.map((project) => project.id);
  const spelling = await out.choices(id, ids);
  const contest = { budgetGrosze: 1_000_000_000, projects };
  const election = electionWith(contest, ballotsOf(spelling, ids));
  return {
    ...contest,
    election,
    spelling,
    ballots: plainBallots(spelling, ids),
    rule: countingRule(ruleSet, kind),
  };
};

const count = async (): Promise<void> => {
  const contest = await contestOf(citywide);
  const counted = tally(contest.election, contest.rule, { seed: "bench" });
  if (!agree(counted, recount({ ...contest, ties: { seed: "bench" } })))
    throw new Error("the counters differ");
};

/** What all counts of pools leave: the publication takes it from the table. */
const tallied = async (): Promise<void> => {
  for (const one of lists) {
    const { election, rule } = await contestOf(one);
    const made = tally(election, rule, { seed: "bench" });
    await files.put(`${one.id}.tally.json`, Buffer.from(JSON.stringify(made)), "application/json");
  }
};

const tallyOf = async (pool: string): Promise<Tally> =>
  JSON.parse(new TextDecoder().decode(await files.get(`${pool}.tally.json`)));

const publish = async (): Promise<void> => {
  const tallies = new Map<string, Tally>();
  for (const { id } of lists) tallies.set(id, await tallyOf(id));
  const contents = new Map<string, () => Parts>([
    ["leaves.txt", () => out.leavesInParts(VOTERS)],
    ...poolFiles({
      cycle,
      tallies,
      contestOf: async (id) => {
        const one = lists.find((list) => list.id === id);
        if (!one) throw new Error(`no list ${id}`);
        return { ...(await contestOf(one)), listed: one.projects };
      },
      beginPb: (pool) => files.begin(`${pool}.pb`, "text/plain"),
    }),
  ]);
  for (const { id } of lists) contents.delete(`pools/${id}.tally.json`);
  const about = {
    cycleId: CYCLE_ID,
    edition: "XII",
    version: 1,
    publishedAt: instant(0),
    digest: "0".repeat(64),
  };
  const packed = { about, contents, sign: (manifest: Uint8Array) => signed(secret, manifest) };
  await writePackage(packed, await files.begin("package.zip", "application/zip"));
};

const works: Readonly<Record<string, () => Promise<void>>> = {
  prepare,
  list,
  collect,
  count,
  tallied,
  publish,
};
const before = process.cpuUsage();
await works[work]?.();
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ seconds: (user + system) / 1e6, bytes: peakBytes() }));
