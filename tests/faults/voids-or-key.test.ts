import { expect, test } from "vitest";
import { voterKeysOf } from "../../shared/acts/voter-keys.ts";
import { keys } from "../../shared/store/keys.ts";
import { put } from "../../shared/store/write.ts";
import { chanceOf, seed } from "../kit/chance.ts";
import { openTestVote, peselOf } from "../kit/city.ts";
import { lyingCountKey } from "../kit/count-key.ts";
import type { Answer } from "../kit/place.ts";
import { editionOf, HOUR_MS } from "../workflows/edition.ts";
import { openFaultyPlace } from "./faulty-place.ts";

test("a decision and the handing over of the key never both come through, whichever comes first", async () => {
  const faulty = await openFaultyPlace();
  const chance = chanceOf(seed, "voids");
  // Each is first in turn: done before the other begins, and ahead of it by some calls of the database.
  const rounds = (["decision", "key"] as const).flatMap((first) =>
    [Number.POSITIVE_INFINITY, 1 + chance.below(12)].map((calls) => ({ first, calls })),
  );
  try {
    for (const { first, calls } of rounds) {
      const vote = await openTestVote(faulty, {
        pools: { L13: { amountZloty: 600, costsZloty: [300] } },
        voters: 2,
      });
      const edition = editionOf(faulty, vote);
      await edition.fillBox([{ pool: "L13", points: { [vote.projects.L13?.[0] ?? ""]: 3 } }], 1);
      await faulty.clock.moveTo((now) => now + 2 * HOUR_MS + 61_000);
      const hashed = await voterKeysOf(faulty.deps.vault, edition.id);
      await faulty.deps.store.table.write([
        put({
          key: keys.marker(edition.id, hashed.voterKey(hashed.entryId(peselOf(1)))),
          item: { keyHash: "x", channel: "web", district: "L13", day: "2027-01-01", link: new Uint8Array(8) },
        }),
      ]);
      const isDone = Promise.withResolvers<void>();
      const isOff = Promise.race([
        isDone.promise,
        ...(Number.isFinite(calls) ? [faulty.proxy.after(calls)] : []),
      ]);
      const act = async (way: typeof first, ask: () => Promise<Answer>): Promise<Answer> => {
        if (way !== first) await isOff;
        return await ask().finally(isDone.resolve);
      };
      const token = await faulty.staff("commission");
      const body = { pesel: peselOf(1), reason: "court-order", note: "Wyrok sądu" };
      const [proposed, handed] = await Promise.all([
        act("decision", () => faulty.call(`POST /v1/staff/cycles/${vote.cycleId}/voids`, { token, body })),
        act("key", () => edition.handOver()),
      ]);
      await faulty.settle();
      const came = [proposed.status === 200 && "decision", handed.status === 202 && "key"].filter(Boolean);
      expect(came).toHaveLength(1);
      if (calls === Number.POSITIVE_INFINITY) expect(came).toEqual([first]);
      expect((await edition.seen()).phase).toBe(came[0] === "key" ? "counting" : "sealed");
      expect(await lyingCountKey(edition.id, faulty.deps)).toBeUndefined();
    }
  } finally {
    await faulty.close();
  }
}, 120_000);
