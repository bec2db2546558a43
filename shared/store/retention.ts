import { z } from "zod";
import { Destruction, type Forgotten } from "../domain/cycle/retention.ts";
import type { CycleId } from "../domain/ids.ts";
import { refusal } from "../domain/refusals.ts";
import { accept, type Result } from "../domain/result.ts";
import { type Key, keys } from "./keys.ts";
import { type Edition, PERSONAL_DATA, type PersonalData } from "./personal-data.ts";
import type { Table } from "./table.ts";
import { create, remove, update, type Write } from "./write.ts";

const Found = z.looseObject({ pk: z.string(), sk: z.string(), cycleId: z.string().optional() });
type Found = z.infer<typeof Found>;

type Clock = NonNullable<PersonalData["clock"]>;

/** Writes at a time for each segment of a scan. */
const AT_ONCE = 10;

/** The write that ends an item; undefined where there is nothing to do to it. */
const ending = (how: Clock["how"], item: Found): Write | "shredded" | undefined => {
  const key: Key = { pk: item.pk, sk: item.sk };
  if (how === "shredded") return how;
  if (how === "removed") return remove({ key });
  const change = how(item);
  return change && update({ key, ...change, when: { text: "attribute_exists(#pk)" } });
};

/** What is destroyed of an edition when its time is over, by the table of what is kept. */
export const openRetention = (table: Table) => ({
  destroyed: async (cycleId: CycleId): Promise<Destruction[]> => {
    const { pk } = keys.destruction(cycleId, "");
    const prefix = "DESTRUCTION#";
    return (await table.query(pk, Destruction, { prefix, consistent: true })).items;
  },

  /** The fact, with its audit record. Who comes second finds it written. */
  note: (cycleId: CycleId, destruction: Destruction, audit: Write): Promise<Result<void>> =>
    table.write([
      create({
        key: keys.destruction(cycleId, destruction.what),
        item: destruction,
        otherwise: () => refusal("request/key-reused", {}),
      }),
      audit,
    ]),

  /**
   * Ends every item that a clock ends, and counts them by kind. What came in between, or was removed meanwhile, changes nothing. What is
   * spread over partitions is found by one pass over the table.
   */
  forget: async (what: Forgotten, edition: Edition): Promise<Pick<Destruction, "removed" | "shredded">> => {
    const counts = { removed: {} as Record<string, number>, shredded: {} as Record<string, number> };
    const kinds = Object.entries(PERSONAL_DATA).flatMap(([kind, { clock }]: [string, PersonalData]) =>
      clock?.what === what ? clock.where(edition).map((place) => ({ kind, how: clock.how, place })) : [],
    );
    for (const { kind, how } of kinds) counts[how === "shredded" ? how : "removed"][kind] = 0;

    const end = async ({ kind, how }: (typeof kinds)[number], item: Found): Promise<void> => {
      const write = ending(how, item);
      if (write === undefined) return;
      if (write !== "shredded") accept(await table.write([write]));
      const counted = counts[write === "shredded" ? write : "removed"];
      counted[kind] = (counted[kind] ?? 0) + 1;
    };
    const endAll = async (
      items: readonly Found[],
      kindOf: (item: Found) => (typeof kinds)[number] | undefined,
    ) => {
      for (let at = 0; at < items.length; at += AT_ONCE)
        await Promise.all(
          items.slice(at, at + AT_ONCE).map(async (item) => {
            const kind = kindOf(item);
            if (kind && (item.cycleId ?? edition.id) === edition.id) await end(kind, item);
          }),
        );
    };

    const isSpread = ({ place }: (typeof kinds)[number]): boolean => place.sk === undefined;
    for (const kind of kinds.filter((one) => !isSpread(one))) {
      const { pk, sk = "" } = kind.place;
      const { items } = await table.query(pk, Found, { ...(sk !== "" && { prefix: sk }), consistent: true });
      await endAll(items, () => kind);
    }
    const spread = kinds.filter(isSpread);
    const prefixes = spread.map(({ place }) => place.pk);
    if (spread.length > 0)
      await table.scanPages("main", prefixes, Found, (page) =>
        endAll(page, ({ pk }) => spread.find(({ place }) => pk.startsWith(place.pk))),
      );
    return counts;
  },
});
