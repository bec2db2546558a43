import { startDynamoDb } from "../../infra/local/dynamodb.ts";
import { voterKeysOf } from "../../shared/acts/voter-keys.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/time.ts";
import { keys } from "../../shared/store/keys.ts";
import { openTable } from "../../shared/store/table.ts";
import { put } from "../../shared/store/write.ts";
import { chanceOf, seed } from "../kit/chance.ts";
import { openTestVote, peselOf } from "../kit/city.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { openFaultProxy, type ProxyParts } from "./fault-proxy.ts";

const NAMES = { main: "rynek-main", ballots: "rynek-ballots" };

/** The house with the fault proxy between it and its database. What the test itself looks at, it looks at behind the proxy. */
export const openFaultyPlace = async (parts: Partial<ProxyParts> & { readonly folder?: string } = {}) => {
  const database = await startDynamoDb({
    folder: parts.folder ?? null,
    onGone: (fault) => console.error(fault.message),
  });
  const proxy = await openFaultProxy({ seed, ...parts, endpoint: database.endpoint });
  const before = process.env.RYNEK_DYNAMODB_ENDPOINT;
  process.env.RYNEK_DYNAMODB_ENDPOINT = proxy.url;
  let place: Place;
  try {
    place = await openPlace();
  } finally {
    if (before === undefined) delete process.env.RYNEK_DYNAMODB_ENDPOINT;
    else process.env.RYNEK_DYNAMODB_ENDPOINT = before;
  }
  const table = openTable(NAMES, {
    endpoint: database.endpoint,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  return {
    ...place,
    proxy,
    table,
    close: async () => {
      await place.close();
      await proxy.close();
      await database.stop();
    },
  };
};

export type FaultyPlace = Awaited<ReturnType<typeof openFaultyPlace>>;

export interface SeatedVoter {
  readonly token: string;
  readonly voterKey: string;
  readonly gate: number;
}

const FAR: Instant = "2040-01-01T00:00:00.000Z";

/** Voters who have shown who they are: the way through mail and code is another test's business. */
export const seatVoters = async (
  { deps, table }: Pick<FaultyPlace, "deps" | "table">,
  cycleId: string,
  [from, to]: readonly [number, number],
): Promise<SeatedVoter[]> => {
  const hashed = await voterKeysOf(deps.vault, cycleId as CycleId);
  const made: SeatedVoter[] = [];
  const numbers = Array.from({ length: to - from }, (_, n) => from + n);
  const lane = async (): Promise<void> => {
    for (let n = numbers.pop(); n !== undefined; n = numbers.pop()) {
      const voterKey = hashed.voterKey(hashed.entryId(n < 10_000 ? peselOf(n) : `voter ${n}`));
      const session = `s${String(n).padStart(25, "0")}`;
      await table.write([
        put({
          key: keys.voterSession(session),
          item: {
            cycleId,
            voter: { key: voterKey, district: "L13" },
            contact: `voter-${n}@example.com`,
            language: "pl",
            codeExpiresAt: FAR,
            expiresAt: FAR,
            tries: 0,
            confirmed: true,
          },
        }),
      ]);
      const token = await deps.tokens.seal("voter", { cycleId, voterKey, session, district: "L13" }, FAR);
      made.push({ token, voterKey, gate: hashed.gate(voterKey) });
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  return made;
};

export const openVoteOf = (place: Place) =>
  openTestVote(place, {
    pools: {
      M: { amountZloty: 100_000, costsZloty: [40_000, 30_000] },
      L13: { amountZloty: 50_000, costsZloty: [20_000, 10_000] },
    },
    voters: 1,
  });

/** How many markers and sealed ballots there are; and each marker's key. */
export const inTheBox = async ({ table }: Pick<FaultyPlace, "table">, cycleId: string) => {
  const { z } = await import("zod");
  const Key = z.object({ pk: z.string() });
  const markers = await table.scan("main", keys.marker(cycleId as CycleId, "").pk, Key);
  const ballots = await table.scan("ballots", keys.ballot(cycleId as CycleId, "").pk, Key);
  return {
    markers: markers.length,
    ballots: ballots.length,
    voters: new Set(markers.map(({ pk }) => pk.split("#").at(-1) ?? "")),
    ballotIds: new Set(ballots.map(({ pk }) => pk.split("#").at(-1) ?? "")),
  };
};

export interface Outcome {
  readonly receipt: string | undefined;
  readonly statuses: readonly number[];
}

/** A client as good as our page: the same key again while the city says to come back, up to so many tries. */
export const castPatiently = async (
  place: Pick<Place, "call">,
  cycleId: string,
  token: string,
  {
    points,
    key = newKey(),
    tries = 5,
  }: { points: Readonly<Record<string, number>>; key?: string; tries?: number },
): Promise<Outcome> => {
  const statuses: number[] = [];
  const chance = chanceOf(seed, key);
  for (let n = 0; n < tries; n++) {
    const reply = await place
      .call(`POST /v1/cycles/${cycleId}/ballots`, { token, key, body: { sections: [{ pool: "M", points }] } })
      .catch(() => ({ status: 0, body: undefined }));
    statuses.push(reply.status);
    if (reply.status === 201) return { receipt: reply.body.receipt, statuses };
    if (reply.status !== 0 && reply.status < 500 && reply.status !== 429) break;
    await new Promise((done) => setTimeout(done, chance.next() * 50 * 2 ** Math.min(n, 6)));
  }
  return { receipt: undefined, statuses };
};

/** So many at a time, in order. */
export const inLanes = async <T, R>(
  items: readonly T[],
  lanes: number,
  work: (one: T, index: number) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (next < items.length) {
        const index = next++;
        results[index] = await work(items[index] as T, index);
      }
    }),
  );
  return results;
};
