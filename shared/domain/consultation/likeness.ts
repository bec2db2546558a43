import { soughtWords } from "../search/sought.ts";
import { termsOfWord } from "../search/terms.ts";
import { searchWords } from "../text/words.ts";

/** Something that was said, and what it is about where that is less than the whole. */
export interface Said {
  readonly id: string;
  readonly text: string;
  /** The paragraph or the place, as one word. */
  readonly about?: string | undefined;
}

/**
 * Why things belong together: they say the same, most of their words are the same, or they are about the same spot. Words are those that all
 * of them have, as the first spells them without marks.
 */
export type Ground =
  | { readonly kind: "same" }
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "about" };

interface LikeGroup {
  /** The first of them, by which the group is named. */
  readonly id: string;
  readonly ground: Ground;
  /** In the order in which they came. */
  readonly ids: readonly string[];
}

/** The share of the words of two texts that the other has too: three of five. */
const LIKE = 0.6;
/** Fewer words are too few to tell by. */
const FEWEST_WORDS = 4;
/** What is decided on one page; more of the same are the next group. */
export const MOST_IN_GROUP = 150;
const SHOWN_WORDS = 8;
/** Those that share most stems are compared word by word. */
const MOST_COMPARED = 20;
/** Leaders that are met by one stem: what more of them say tells nothing apart, and texts that are alike share rarer ones. It bounds the work on a flood. */
const MOST_BY_STEM = 50;

/** A text as its words, each with its stems: two words are one where they share a stem. */
interface Text {
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly stems: ReadonlySet<string>;
}
interface Leader extends Text {
  readonly rank: number;
  readonly members: Said[];
}

const textOf = ({ text }: Said): Text => {
  const words = new Map(soughtWords(text).map((word) => [word, termsOfWord(word)]));
  return { words, stems: new Set([...words.values()].flat()) };
};

const commonOf = ({ words }: Text, { stems }: Text): string[] =>
  [...words].filter(([, terms]) => terms.some((one) => stems.has(one))).map(([word]) => word);

const shareOf = (one: Text, other: Text): number =>
  (commonOf(one, other).length + commonOf(other, one).length) / (one.words.size + other.words.size);

/** Each text joins the first that it is most like; one that is like none leads others: whatever is in a group is like what names it. */
const leadersOf = (all: readonly Said[]): Leader[] => {
  const same = Map.groupBy(all, ({ text }) => searchWords(text).join(" ") || text);
  const leaders: Leader[] = [];
  const byStem = new Map<string, Leader[]>();
  for (const members of same.values()) {
    const text = textOf(members[0] as Said);
    const canBeLike = (other: Text): boolean => {
      const least = Math.min(text.words.size, other.words.size);
      return least >= FEWEST_WORDS && (2 * least) / (text.words.size + other.words.size) >= LIKE;
    };
    const met = new Map<Leader, number>();
    for (const stem of text.stems)
      for (const leader of byStem.get(stem) ?? []) met.set(leader, (met.get(leader) ?? 0) + 1);
    const [nearest] = [...met]
      .filter(([leader]) => canBeLike(leader))
      .toSorted(([a, shared], [b, others]) => others - shared || a.rank - b.rank)
      .slice(0, MOST_COMPARED)
      .map(([leader]) => ({ leader, share: shareOf(text, leader) }))
      .filter(({ share }) => share >= LIKE)
      .toSorted((a, b) => b.share - a.share || a.leader.rank - b.leader.rank);
    if (nearest) nearest.leader.members.push(...members);
    else {
      const leader = { ...text, rank: leaders.length, members };
      leaders.push(leader);
      for (const stem of text.stems) {
        const met = byStem.get(stem) ?? [];
        if (met.length < MOST_BY_STEM) byStem.set(stem, [...met, leader]);
      }
    }
  }
  return leaders;
};

const groundOf = ({ members, ...first }: Leader): Ground => {
  const texts = new Set(members.map(({ text }) => searchWords(text).join(" ")));
  if (texts.size === 1) return { kind: "same" };
  const others = members.map(textOf);
  const shared = [...first.words.keys()].filter((word) =>
    others.every(({ stems }) => first.words.get(word)?.some((term) => stems.has(term))),
  );
  return { kind: "words", words: shared.slice(0, SHOWN_WORDS) };
};

/**
 * Groups of what says the same, nearly the same, or is about the same paragraph or place: the largest first, each thing in one group at most.
 * The same things in the same order make the same groups.
 */
export const likeGroups = (all: readonly Said[]): LikeGroup[] => {
  const order = new Map(all.map(({ id }, n) => [id, n]));
  const placeOf = (id: string): number => order.get(id) ?? 0;
  const [alone, like] = [[] as Said[], [] as { ground: Ground; members: readonly Said[] }[]];
  for (const leader of leadersOf(all))
    if (leader.members.length > 1) like.push({ ground: groundOf(leader), members: leader.members });
    else alone.push(...leader.members);
  const spots = Map.groupBy(
    alone.filter(({ about }) => about !== undefined),
    ({ about }) => about,
  );
  for (const members of spots.values()) like.push({ ground: { kind: "about" }, members });
  return like
    .flatMap(({ ground, members }) => {
      const ids = members.map(({ id }) => id).toSorted((a, b) => placeOf(a) - placeOf(b));
      return Array.from({ length: Math.ceil(ids.length / MOST_IN_GROUP) }, (_, n) => {
        const part = ids.slice(n * MOST_IN_GROUP, (n + 1) * MOST_IN_GROUP);
        return { id: part[0] ?? "", ground, ids: part };
      });
    })
    .filter(({ ids }) => ids.length > 1)
    .toSorted((a, b) => b.ids.length - a.ids.length || placeOf(a.id) - placeOf(b.id));
};
