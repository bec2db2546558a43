import { z } from "zod";
import type { CycleId } from "../domain/ids.ts";
import { ListedVerdict, Publication, type PublishedList } from "../domain/procedure/publication.ts";
import { refusal } from "../domain/refusals.ts";
import { accept } from "../domain/result.ts";
import { keys } from "./keys.ts";
import { readOnce } from "./once.ts";
import type { Table } from "./table.ts";
import { WAITS_NO_MORE, type waits } from "./work.ts";
import { create, put, update, type Write } from "./write.ts";

/** So many verdicts lie in a part: with reasons of the greatest length still far from what an item may hold. */
const PART = 40;
/** So many publications have their verdicts kept in a process: they never change. */
const KEPT = 20;

const Part = z.object({ verdicts: z.array(ListedVerdict) });

type Named = Pick<Publication, "cycleId" | "list" | "version">;

/** Published lists: their verdicts lie in parts, which nobody reads before the list itself is there. */
export const openPublications = (table: Table) => {
  const once = readOnce<readonly ListedVerdict[]>(KEPT);

  const of = async (cycleId: CycleId): Promise<Publication[]> => {
    const { pk, sk = "" } = keys.publication(cycleId, "", "");
    return (await table.query(pk, Publication, { prefix: sk, consistent: true })).items;
  };

  const part = async ({ cycleId, list, version }: Named, n: number): Promise<readonly ListedVerdict[]> =>
    (await table.get(keys.publicationPart(cycleId, list, version, n), Part))?.verdicts ?? [];

  const read = async (one: Publication): Promise<readonly ListedVerdict[]> => {
    const all: (readonly ListedVerdict[])[] = [];
    for (let n = 0; n < one.parts; n++) all.push(await part(one, n));
    return all.flat();
  };

  return {
    of,
    part,

    /** The same as everybody is shown it, a second old at most. */
    shown: (cycleId: CycleId): Promise<Publication[]> =>
      table.remember(keys.publication(cycleId, "", ""), () => of(cycleId)),

    verdicts: (one: Publication): Promise<readonly ListedVerdict[]> =>
      once(`${one.cycleId} ${one.list} ${one.version}`, () => read(one)),

    /** Lays the verdicts of a list ready, under a version that is not there yet; done again they are written over. */
    prepare: async (named: Named, verdicts: readonly ListedVerdict[]): Promise<number> => {
      const parts = Math.ceil(verdicts.length / PART);
      for (let n = 0; n < parts; n++) {
        const key = keys.publicationPart(named.cycleId, named.list, named.version, n);
        accept(
          await table.write([put({ key, item: { verdicts: verdicts.slice(n * PART, (n + 1) * PART) } })]),
        );
      }
      return parts;
    },

    /** The list is public with this one write. */
    publish: (one: Publication, work: ReturnType<typeof waits>): Write =>
      create({
        key: keys.publication(one.cycleId, one.list, one.version),
        item: { ...one, ...work },
        otherwise: () => refusal("request/changed-since", { version: one.version }),
      }),

    /** So many of its parts are carried out. */
    carriedOut: (one: Publication, done: number): Write =>
      update({
        key: keys.publication(one.cycleId, one.list, one.version),
        set: { done },
        remove: done < one.parts ? [] : WAITS_NO_MORE,
        when: { text: "#done < :done", values: { done } },
      }),
  };
};

export const lastOf = (publications: readonly Publication[], list: PublishedList): number =>
  Math.max(0, ...publications.filter((one) => one.list === list).map(({ version }) => version));
