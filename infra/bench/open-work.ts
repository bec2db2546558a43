/** Opens a full segment of the box in a process of its own, as a step of the count does; says its seconds of processor and its memory. */
import { openedIn } from "../../functions/count/open-segment.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { writeContent } from "../../shared/domain/voting/ballot-content.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { createKeyPair, seal } from "../../shared/platform/seal.ts";
import type { SealedVote } from "../../shared/store/ballots.ts";
import { createTables } from "../../shared/store/create-tables.ts";
import { openStore, type Store } from "../../shared/store/store.ts";
import { openTable } from "../../shared/store/table.ts";
import { startDynamoDb } from "../local/dynamodb.ts";
import { localFiles } from "../local/files.ts";
import { HERE, NAMES } from "../local/local-deps.ts";
import { type Needs, peakBytes } from "./needs.ts";
import { newKey } from "./place.ts";
import { inScratch } from "./scratch.ts";

/** Ballots of a segment. */
const SEGMENT = 8000;

/** Tables of their own, on file. */
const inTables = <T>(work: (store: Store) => Promise<T>): Promise<T> =>
  inScratch(async (folder) => {
    const database = await startDynamoDb({
      folder,
      onGone: ({ message }) => console.error(message),
    });
    const config = { ...HERE, ...database.reach };
    try {
      await createTables(NAMES, config);
      return await work(openStore(openTable(NAMES, config)));
    } finally {
      await database.stop();
    }
  });

/** Opens a segment that is full, out of the tables, with as many markers. */
const openSegment = async (store: Store): Promise<Needs> => {
  const { publicKey, privateKey } = createKeyPair();
  const id = `cyc_${"0".repeat(16)}` as CycleId;
  const projects = Array.from({ length: 20 }, (_, n) => ({ id: `prj_${String(n).padStart(16, "0")}` }));
  const vote = (n: number): SealedVote => {
    const choices = [0, 1, 2].map((k) => [projects[(n + k * 7) % 20]?.id ?? "", 1] as [string, number]);
    const sections = [["M", choices]] as [string, [string, number][]][];
    const content = writeContent({ cycle: id, district: "L1", sections }, 512);
    return {
      cycleId: id,
      voterKey: newKey(),
      gate: 0,
      receivedAt: "2026-09-01T10:00:00.000Z",
      marker: {
        keyHash: newKey(),
        channel: "web",
        district: "L1",
        day: "2026-09-01",
        link: content.slice(0, 80),
      },
      ballotId: newKey().slice(0, 20),
      sealed: seal(publicKey, { purpose: "ballot", cycleId: id }, content),
    };
  };
  // A few at a time: nothing else comes in while they are sealed.
  for (let n = 0; n < SEGMENT; n += 50)
    await store.ballots.restore(Array.from({ length: 50 }, (_, k) => vote(n + k)));
  const of = {
    files: localFiles(null),
    store: {
      ...store,
      voids: { voided: async () => [] },
      ballotLists: { get: async () => ({ pools: [{ id: "M", projects }] }) },
    },
  } as unknown as Deps;
  const before = process.cpuUsage();
  const cycle = { id } as Cycle;
  const { figures } = await openedIn({ segment: 0, of: 1 }, { cycle, privateKey, openings: 0 }, of);
  const { user, system } = process.cpuUsage(before);
  if (figures.counted !== SEGMENT) throw new Error(`${figures.counted} ballots were opened`);
  return { seconds: (user + system) / 1e6, bytes: peakBytes() };
};

console.log(JSON.stringify(await inTables(openSegment)));
