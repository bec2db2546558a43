import { z } from "zod";
import { keys } from "../../shared/store/keys.ts";
import { update } from "../../shared/store/write.ts";
import { need } from "../rehearse/client.ts";
import { median, ms, percentile, perSecond, times } from "./figures.ts";
import type { Options } from "./options.ts";
import { AT_A_TIME, type Place } from "./place.ts";
import { type Burst, burst, interleaved, timed } from "./rounds.ts";
import type { Row, Section } from "./table.ts";

/** Short rounds and many: a busy moment of the machine meets all contenders alike. */
const READS = 128;
const SHORT_ROUNDS = 3;

const rateOf = (bursts: readonly Burst[]): number => median(bursts.map((one) => one.perSecond));

const told = (bursts: readonly Burst[]): string =>
  `${perSecond(rateOf(bursts))}, p99 ${ms(
    percentile(
      bursts.flatMap(({ latencies }) => latencies),
      0.99,
    ),
  )}`;

const REFERENCE = "one consistent Get of the cycle";

const shown = (path: string, cycleId: string): string =>
  `\`GET ${path.replace(cycleId, "{cycleId}")}\`${path.startsWith("/v1/") ? "" : ", a page"}`;

/** Reads of one round of those that are timed alone. */
const ALONE = 8;

/** One at a time, each after a change of the list, so that no page is remembered. */
const anewRows = async ({ house, client, cycleId }: Place, rounds: number): Promise<Row[]> => {
  const { projects, table } = house.deps.store;
  const [project] = (await projects.list(cycleId, { limit: 1 })).items;
  if (!project) throw new Error("an edition without projects");
  const change = update({ key: keys.project(cycleId, project.id), set: { title: project.title } });
  const alone = (read: () => Promise<unknown>) => async (): Promise<number> => {
    const all: number[] = [];
    for (let n = 0; n < ALONE; n += 1) {
      await table.write([change]);
      all.push(await timed(read));
    }
    return median(all);
  };
  const paths = [`/v1/cycles/${cycleId}/projects?limit=20`, "/projekty"];
  const { bare = [], ...reads } = await interleaved<number, Record<string, () => Promise<number>>>(
    rounds * SHORT_ROUNDS,
    {
      bare: alone(() => table.get(keys.cycle(cycleId), z.unknown())),
      ...Object.fromEntries(paths.map((path) => [path, alone(() => need(client.send(`GET ${path}`), path))])),
    },
  );
  return Object.entries(reads).map(([path, figures]) => ({
    what: `${shown(path, cycleId)}, of twenty projects, read anew, one at a time`,
    median: ms(median(figures)),
    reference: REFERENCE,
    referenceMedian: ms(median(bare)),
    ratio: times(median(figures) / median(bare)),
  }));
};

/** What everybody reads, at its origin: a cache in front of it answers most of it. What is asked again within a second is remembered. */
export const readsSection = async (place: Place, { rounds }: Options): Promise<Section> => {
  const { house, client, cycleId } = place;
  const readers = Array.from({ length: READS }, (_, n) => n);
  const get = (path: string) => () => burst(readers, AT_A_TIME, () => need(client.send(`GET ${path}`), path));
  const paths = [`/v1/cycles/${cycleId}`, `/v1/cycles/${cycleId}/projects?limit=20`, "/", "/projekty"];
  const { bare = [], ...reads } = await interleaved<Burst, Record<string, () => Promise<Burst>>>(
    rounds * SHORT_ROUNDS,
    {
      bare: () =>
        burst(readers, AT_A_TIME, () => house.deps.store.table.get(keys.cycle(cycleId), z.unknown())),
      ...Object.fromEntries(paths.map((path) => [path, get(path)])),
    },
  );
  const rows = Object.entries(reads).map(([path, bursts]) => ({
    what: shown(path, cycleId),
    median: told(bursts),
    reference: REFERENCE,
    referenceMedian: told(bare),
    ratio: times(rateOf(bare) / rateOf(bursts)),
  }));
  return {
    title: `Reads, ${AT_A_TIME} at a time, without a cache`,
    rows: [...rows, ...(await anewRows(place, rounds))],
  };
};
