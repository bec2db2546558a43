import { need } from "../rehearse/client.ts";
import { inventedPesel } from "../rehearse/voters.ts";
import { median, ms, times } from "./figures.ts";
import type { Options } from "./options.ts";
import type { Elector, Place } from "./place.ts";
import { interleaved, timed } from "./rounds.ts";
import type { Section } from "./table.ts";

/** Requests of each kind in one round. */
const REQUESTS = 60;
/** The slowest tenth tells more of the machine than of the answer. */
const KEPT_SHARE = 0.9;
/** Born before anybody on the roll. */
const STRANGERS_FROM = 1930;

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const varianceOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
};

/** Welch's t: how many standard errors two means are apart. Beyond 4.5 the two kinds can be told from each other by their time. */
const welch = (a: readonly number[], b: readonly number[]): number =>
  Math.abs(meanOf(a) - meanOf(b)) / Math.sqrt(varianceOf(a) / a.length + varianceOf(b) / b.length);

const withoutSlowest = (values: readonly number[]): number[] =>
  [...values].sort((a, b) => a - b).slice(0, Math.ceil(values.length * KEPT_SHARE));

/** Whether the time of an answer tells a stranger who is on the roll: one request after another, the kinds in turn. */
export const enumerationSection = async (
  { house, client, cycleId, nextElectors }: Place,
  { rounds }: Options,
): Promise<Section> => {
  /** The letter that one of them is sent would meet the next request on this machine, and not on another. */
  const identify = async ({
    pesel,
    mothersMaidenName,
    email,
  }: Omit<Elector, "sections">): Promise<number> => {
    const body = { pesel, mothersMaidenName, email };
    const latency = await timed(() =>
      need(client.send(`POST /v1/cycles/${cycleId}/voter-sessions`, { body }), "identifying"),
    );
    await house.settle();
    return latency;
  };
  let strangers = 0;
  const nextElector = (): Elector => {
    const [elector] = nextElectors(1);
    if (!elector) throw new Error("no elector is left");
    return elector;
  };
  const { known, wrongName, stranger } = await interleaved<
    number,
    Record<"known" | "wrongName" | "stranger", () => Promise<number>>
  >(rounds * REQUESTS, {
    known: () => identify(nextElector()),
    wrongName: () => identify({ ...nextElector(), mothersMaidenName: "Żaden" }),
    stranger: () => {
      const n = strangers++;
      const pesel = inventedPesel(n, STRANGERS_FROM);
      return identify({ pesel, mothersMaidenName: "Nowak", email: `stranger-${n}@example.com` });
    },
  });
  const row = (what: string, latencies: readonly number[]) => {
    const [kept, reference] = [withoutSlowest(latencies), withoutSlowest(known)];
    return {
      what: `\`POST …/voter-sessions\`, ${what}: Welch's t ${welch(kept, reference).toFixed(1)} of ${latencies.length} each`,
      median: ms(median(latencies)),
      reference: "of somebody on the roll, with the right name",
      referenceMedian: ms(median(known)),
      ratio: times(median(latencies) / median(known)),
    };
  };
  return {
    title: "Who is on the roll, told by the time of the answer (below a t of 4.5 it is not)",
    rows: [
      row("of somebody on the roll, with another name", wrongName),
      row("of somebody who is not", stranger),
    ],
  };
};
