import { z } from "zod";
import { keys } from "../../shared/store/keys.ts";
import { PERSONAL_DATA, type PersonalData } from "../../shared/store/personal-data.ts";
import type { Place } from "../kit/place.ts";

export const Item = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  expiresAtSeconds: z.number().optional(),
});
export type Item = z.infer<typeof Item>;

const PART = "¤";

/** What the places of a kind look like: every key of `keys.ts` with its parts left open. */
const shapes = Object.entries(keys).map(([kind, build]) => {
  const { pk, sk = "" } = (build as (...parts: string[]) => { pk: string; sk?: string })(
    ...Array.from({ length: build.length }, () => PART),
  );
  const open = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/0*¤/g, "[^#]*");
  return { kind: kind as keyof typeof keys, shape: new RegExp(`^${open(pk)}\n${open(sk)}$`) };
});

/** Of which kinds an item can be by its place; there is one. */
export const kindsOf = ({ pk, sk }: Item): (keyof typeof keys)[] =>
  shapes.flatMap(({ kind, shape }) => (shape.test(`${pk}\n${sk}`) ? [kind] : []));

export const keptOf = (item: Item): PersonalData => {
  const [kind, ...others] = kindsOf(item);
  if (kind === undefined || others.length > 0)
    throw new Error(`${item.pk} ${item.sk} is of ${[kind, ...others].join() || "no kind"}`);
  return PERSONAL_DATA[kind];
};

/** All that is stored but for ballots, without what is past its own time. Every partition is named in capitals. */
export const storedNow = async ({ deps, clock }: Place): Promise<Item[]> => {
  const all: Item[] = [];
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  await deps.store.table.scanPages("main", letters, Item, (page) => void all.push(...page));
  return all.filter(
    ({ expiresAtSeconds = Number.POSITIVE_INFINITY }) => expiresAtSeconds * 1000 > clock.now(),
  );
};
