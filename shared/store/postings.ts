import { z } from "zod";
import { type CycleId, ProjectId } from "../domain/ids.ts";
import { placeOf, placesOf } from "../domain/project/number-scheme.ts";
import type { Project } from "../domain/project/project.ts";
import { KINDS, type Kind, statusTerm, termsOf, wordsOf } from "../domain/search/terms.ts";
import { keys } from "./keys.ts";
import type { Page } from "./reads.ts";
import type { Table } from "./table.ts";
import { type Attributes, put, remove, type Write } from "./write.ts";

/** That a project has a term, with its place in the list. A place that the project does not have is of a try that failed: it is passed over. */
const Posting = z
  .object({ sk: z.string(), id: ProjectId })
  .transform(({ sk, id }) => ({ place: sk.slice(1), id }));
export type Posting = z.infer<typeof Posting>;

const KnownWord = z.object({ sk: z.string(), spelled: z.string() }).transform(({ sk, spelled }) => ({
  word: sk,
  spelled,
}));

/** Behind every place, and behind every word. */
const LAST = "~";
const LAST_LETTER = "\u{10ffff}";
const AT_ONCE = 100;
/** Calls for one search. */
const CALLS = 90;

type Terms = readonly string[];

/** A list in the order of places, read from wherever it is asked for. */
type Seek<T> = (place: string) => Promise<T | undefined>;

interface Met extends Posting {
  readonly kind: Kind;
}

/** Where a project is found, and how well: 0 where every word stands in its title. Without an id the search was broken off there. */
export interface Match {
  readonly place: string;
  readonly tier: number;
  readonly id?: ProjectId;
}

export interface Search {
  /** Each of these by one of its terms, and by words that weigh; of facts, each by itself. */
  readonly words: readonly Terms[];
  readonly facts: Terms;
  readonly pools?: readonly string[] | undefined;
  /** After this match. */
  readonly after?: Match | undefined;
}

const earliest = (met: readonly (Met | undefined)[]): Met | undefined =>
  met.reduce(
    (best, one) =>
      one && (!best || one.place < best.place || (one.place === best.place && one.kind < best.kind))
        ? one
        : best,
    undefined,
  );

/** The postings of a project as it is created or changed, in any order and as often as it takes: nobody reads them until it is there. */
const postingsOf = (
  project: Project,
): { readonly key: ReturnType<typeof keys.posting>; readonly item: Attributes }[] => {
  const place = placeOf(project);
  const { cycleId, id } = project;
  return [
    ...[...termsOf(project)].map(([term, kind]) => ({
      key: keys.posting(cycleId, term, kind, place),
      item: { id },
    })),
    ...[...wordsOf(project)].map(([word, spelled]) => ({ key: keys.word(cycleId, word), item: { spelled } })),
  ];
};

/** The status of a project as a search finds it; it changes with the project. */
export const statusPosting = (
  project: Project,
): { readonly key: ReturnType<typeof keys.posting>; readonly item: Attributes } => ({
  key: keys.posting(project.cycleId, statusTerm(project.status), "a", placeOf(project)),
  item: { id: project.id },
});

export const statusWrites = (before: Project, status: Project["status"]): Write[] => [
  remove({ key: statusPosting(before).key }),
  put(statusPosting({ ...before, status })),
];

export const openPostings = (table: Table) => {
  /** Fills in what projects are found by. */
  const post = async (projects: readonly Project[]): Promise<void> => {
    const all = new Map(projects.flatMap(postingsOf).map((one) => [`${one.key.pk} ${one.key.sk}`, one]));
    await table.fill([...all.values()]);
  };

  /** Takes away what a project is not found by any more, once it says something else. */
  const forget = async (before: Project, after: Project): Promise<void> => {
    const left = termsOf(after);
    const place = placeOf(before);
    const stale = [...termsOf(before)].flatMap(([term, kind]) =>
      left.get(term) === kind ? [] : [keys.posting(before.cycleId, term, kind, place)],
    );
    for (let at = 0; at < stale.length; at += AT_ONCE)
      await table.write(stale.slice(at, at + AT_ONCE).map((key) => remove({ key })));
  };

  /** Words of an edition that begin so, at most so many. */
  const words = async (cycleId: CycleId, beginning: string, limit: number) => {
    const { pk } = keys.word(cycleId, beginning);
    return (await table.between(pk, KnownWord, { from: beginning, to: beginning + LAST_LETTER, limit }))
      .items;
  };

  const reader = (cycleId: CycleId) => {
    let calls = 0;
    const ask = async (term: string, kind: Kind, from: string): Promise<Page<Posting>> => {
      calls++;
      const { pk } = keys.posting(cycleId, term, kind, from);
      return await table.between(pk, Posting, { from: kind + from, to: kind + LAST, limit: AT_ONCE });
    };
    const known = new Map<string, Promise<Page<Posting>>>();
    const read = (term: string, kind: Kind, from: string): Promise<Page<Posting>> => {
      const asked = `${term} ${kind} ${from}`;
      const reading = known.get(asked) ?? ask(term, kind, from);
      known.set(asked, reading);
      return reading;
    };

    const listOf = (term: string, kind: Kind): Seek<Met> => {
      let page: Page<Posting> = { items: [], next: "" };
      let at = 0;
      return async (place) => {
        for (;;) {
          while (at < page.items.length && (page.items[at]?.place ?? "") < place) at++;
          const found = page.items[at];
          if (found) return { ...found, kind };
          if (page.next === null) return undefined;
          page = await read(term, kind, place);
          at = 0;
        }
      };
    };

    /** The first place from one on where any of the lists is, and the weightiest of them. */
    const anyOf =
      (lists: readonly Seek<Met>[]): Seek<Met> =>
      async (place) =>
        earliest(await Promise.all(lists.map((seek) => seek(place))));

    return { listOf, anyOf, isSpent: () => calls >= CALLS };
  };

  /** The places at which all of the lists are, in their order; a text where it is broken off, after which it goes on. */
  const inAll = async function* (
    lists: readonly Seek<Met>[],
    { from, to, isSpent }: { readonly from: string; readonly to: string; readonly isSpent: () => boolean },
  ): AsyncGenerator<readonly Met[] | string> {
    for (let place = from; place <= to; ) {
      if (isSpent()) {
        yield place.slice(0, -1);
        return;
      }
      const met = await Promise.all(lists.map((seek) => seek(place)));
      if (!met.every((one) => one !== undefined)) return;
      const last = met.reduce((latest, one) => (one.place > latest ? one.place : latest), "");
      if (last > to) return;
      const isOne = met.every((one) => one.place === last);
      if (isOne && new Set(met.map(({ id }) => id)).size === 1) yield met;
      place = isOne ? `${last} ` : last;
    }
  };

  return {
    post,
    forget,
    words,

    /** The projects of an edition that have a term for each word and each fact, the best first, and by their places among equals. */
    search: async function* (
      cycleId: CycleId,
      { words: wanted, facts, pools, after }: Search,
    ): AsyncGenerator<Match> {
      const { listOf, anyOf, isSpent } = reader(cycleId);
      const tiers = wanted.length > 0 ? KINDS.length : 1;
      const starts = pools ? [...new Set(pools.map(placesOf))].sort() : [""];
      for (let tier = after?.tier ?? 0; tier < tiers; tier++) {
        const kinds = KINDS.slice(0, tier + 1);
        for (const start of starts) {
          const lists = [
            ...wanted.map((terms) => anyOf(terms.flatMap((term) => kinds.map((kind) => listOf(term, kind))))),
            ...facts.map((term) => listOf(term, "a")),
          ];
          const passed = after?.tier === tier ? `${after.place} ` : "";
          const bounds = { from: passed > start ? passed : start, to: start + LAST, isSpent };
          for await (const met of inAll(lists, bounds)) {
            if (typeof met === "string") {
              yield { place: met, tier };
              return;
            }
            const [first] = met;
            const worst = Math.max(0, ...met.slice(0, wanted.length).map(({ kind }) => KINDS.indexOf(kind)));
            if (first && worst === tier) yield { place: first.place, tier, id: first.id };
          }
        }
      }
    },
  };
};
