import { median, ms, times } from "./figures.ts";
import { type Hostile, hostileRequests } from "./hostile-requests.ts";
import type { Options } from "./options.ts";
import { type Place, tokenOf } from "./place.ts";
import { interleaved } from "./rounds.ts";
import type { Section } from "./table.ts";

/** Nearly as long as what strangers may send, and half of it. */
const BYTES = { half: 30_000, whole: 60_000 };
const REQUESTS = 12;

/** CPU time of this process for one request and its answer, in milliseconds. */
const cost = async (url: string, token: string, { of }: Hostile, bytes: number): Promise<number> => {
  const { ask, headers = {}, cookies, body, claims } = of(bytes);
  const [method = "GET", ...path] = ask.split(" ");
  const before = process.cpuUsage();
  const reply = await fetch(new URL(path.join(" "), url), {
    method,
    redirect: "manual",
    headers: {
      ...(body !== undefined && !("content-type" in headers) && { "content-type": "text/csv" }),
      ...headers,
      ...(cookies && { cookie: cookies.join("; ") }),
      ...(claims && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body }),
  });
  await reply.arrayBuffer();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** What a request costs that a stranger made to be dear, and one that is twice as long: linear is 2. */
export const hostileSection = async ({ house, cycleId }: Place, { rounds }: Options): Promise<Section> => {
  const rows = [];
  const token = await tokenOf(house);
  // A gateway takes 16 kB of headers; bodies are what can be long.
  for (const hostile of hostileRequests(cycleId).filter(({ of }) => of(1).body !== undefined)) {
    const { half, whole } = await interleaved<number, Record<"half" | "whole", () => Promise<number>>>(
      rounds * REQUESTS,
      {
        half: () => cost(house.url, token, hostile, BYTES.half),
        whole: () => cost(house.url, token, hostile, BYTES.whole),
      },
    );
    rows.push({
      what: `${hostile.name}, ${BYTES.whole / 1000} kB`,
      median: ms(median(whole)),
      reference: "half of it",
      referenceMedian: ms(median(half)),
      ratio: times(median(whole) / median(half)),
    });
  }
  return { title: "Hostile requests (CPU time; linear is at most 2.2)", rows };
};
