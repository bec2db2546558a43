import { count, median, ms, percentile, perSecond, times } from "./figures.ts";
import type { Options } from "./options.ts";
import { AT_A_TIME, type Place } from "./place.ts";
import { castBare, confirmed, sealed } from "./prepared.ts";
import { castOverHttp, voteOverHttp } from "./requests.ts";
import { type Burst, burst, interleaved } from "./rounds.ts";
import { sealingRows } from "./sealing.ts";
import type { Row, Section } from "./table.ts";
import { type Handled, openWatched } from "./watch.ts";

/** Votes of one round. */
const VOTES = 64;
/** Short rounds and many: a busy moment of the machine meets all contenders alike. */
const SHORT_ROUNDS = 3;
/** Votes whose handlers are looked into, one at a time. */
const WATCHED = 60;

const rateOf = (bursts: readonly Burst[]): number => median(bursts.map((one) => one.perSecond));

const told = (bursts: readonly Burst[]): string => {
  const all = bursts.flatMap(({ latencies }) => latencies);
  return `${perSecond(rateOf(bursts))}, p50 ${ms(percentile(all, 0.5))}, p99 ${ms(percentile(all, 0.99))}`;
};

const rateRows = async (place: Place, rounds: number): Promise<Row[]> => {
  const { client, house, nextElectors } = place;
  /** Letters to those who have voted are none of the next one's business. */
  const settled = async (one: Burst): Promise<Burst> => {
    await house.settle();
    return one;
  };
  const { bare, posts, votes } = await interleaved<
    Burst,
    Record<"bare" | "posts" | "votes", () => Promise<Burst>>
  >(rounds * SHORT_ROUNDS, {
    bare: async () => settled(await burst(await sealed(place, VOTES), AT_A_TIME, castBare(place))),
    posts: async () =>
      settled(await burst(await confirmed(place, VOTES), AT_A_TIME, castOverHttp(place, client))),
    votes: async () => settled(await burst(nextElectors(VOTES), AT_A_TIME, voteOverHttp(place, client))),
  });
  const row = (what: string, bursts: readonly Burst[]): Row => ({
    what,
    median: told(bursts),
    reference: "the transaction alone: four items that were sealed before",
    referenceMedian: told(bare),
    ratio: times(rateOf(bare) / rateOf(bursts)),
  });
  return [
    row(`\`POST …/ballots\`, ${AT_A_TIME} at a time, letters sent meanwhile`, posts),
    row(`Identity, code and ballot: three requests and two letters, ${AT_A_TIME} at a time`, votes),
  ];
};

const handlerRows = async (place: Place): Promise<Row[]> => {
  const watched = await openWatched(place);
  try {
    const [first, ...rest] = place.nextElectors(WATCHED);
    const vote = voteOverHttp(place, watched.client);
    if (first) await vote(first);
    watched.take();
    for (const elector of rest) await vote(elector);
    const byRoute = Map.groupBy(watched.take(), ({ route }) => route);
    return [...byRoute].map(([route, handled]) => handlerRow(route, handled));
  } finally {
    await watched.close();
  }
};

const handlerRow = (route: string, handled: readonly Handled[]): Row => ({
  what: `The handler of \`${route.replace("/v1/cycles/{cycleId}", "…")}\`, one at a time`,
  median: ms(median(handled.map((one) => one.ms))),
  reference: `its own ${count(median(handled.map(({ calls }) => calls.length)), "DynamoDB call")}`,
  referenceMedian: ms(median(handled.map(({ callsMs }) => callsMs))),
  ratio: times(median(handled.map((one) => one.ms / one.callsMs))),
});

export const voteSection = async (place: Place, { rounds }: Options): Promise<Section> => ({
  title: "One vote, everything on this machine, data on file",
  rows: [...(await rateRows(place, rounds)), ...(await handlerRows(place)), ...(await sealingRows(rounds))],
});
