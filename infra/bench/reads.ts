import { z } from "zod";
import { keys } from "../../shared/store/keys.ts";
import { need } from "../rehearse/client.ts";
import { median, ms, percentile, perSecond, times } from "./figures.ts";
import type { Options } from "./options.ts";
import { AT_A_TIME, type Place } from "./place.ts";
import { type Burst, burst, interleaved } from "./rounds.ts";
import type { Section } from "./table.ts";

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

/** What everybody reads, at its origin: a cache in front of it answers most of it. */
export const readsSection = async (
  { house, client, cycleId }: Place,
  { rounds }: Options,
): Promise<Section> => {
  const readers = Array.from({ length: READS }, (_, n) => n);
  const get = (path: string) => () => burst(readers, AT_A_TIME, () => need(client.send(`GET ${path}`), path));
  const paths = [`/v1/cycles/${cycleId}`, `/v1/cycles/${cycleId}/projects`, "/", "/projekty"];
  const { bare = [], ...reads } = await interleaved<Burst, Record<string, () => Promise<Burst>>>(
    rounds * SHORT_ROUNDS,
    {
      bare: () =>
        burst(readers, AT_A_TIME, () => house.deps.store.table.get(keys.cycle(cycleId), z.unknown())),
      ...Object.fromEntries(paths.map((path) => [path, get(path)])),
    },
  );
  return {
    title: `Reads, ${AT_A_TIME} at a time, without a cache`,
    rows: Object.entries(reads).map(([path, bursts]) => ({
      what: `\`GET ${path.replace(cycleId, "{cycleId}")}\`${path.startsWith("/v1/") ? "" : ", a page"}`,
      median: told(bursts),
      reference: "one consistent Get of the cycle",
      referenceMedian: told(bare),
      ratio: times(rateOf(bare) / rateOf(bursts)),
    })),
  };
};
