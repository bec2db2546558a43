import type { Model } from "./linearizable.ts";

/** Where a sign-up was told that it stands; `none` where no answer came. */
export type Told = { readonly place: "seat" | "waiting"; readonly position: number } | "none";

/** What one client did at one meeting, and what it saw. Everybody takes one seat. */
export type Visit =
  | { readonly did: "come"; readonly who: string; readonly told: Told }
  | { readonly did: "leave"; readonly who: string }
  | {
      readonly did: "look";
      readonly told: { readonly seatsLeft: number; readonly waiting: number } | "none";
    };

/** Those who have seats and those who wait, each in the order in which they came to it. */
interface List {
  readonly seated: readonly string[];
  readonly queue: readonly string[];
}

const standing = ({ seated, queue }: List, who: string): Exclude<Told, "none"> | undefined => {
  const seat = seated.indexOf(who);
  if (seat >= 0) return { place: "seat", position: seat + 1 };
  const turn = queue.indexOf(who);
  return turn >= 0 ? { place: "waiting", position: turn + 1 } : undefined;
};

/** The list of one meeting: seats while there are any, then a queue whose head moves up when somebody leaves. */
export const meetingList = (capacity: number): Model<List, Visit> => {
  const came = (list: List, who: string): List => {
    if (standing(list, who)) return list;
    const { seated, queue } = list;
    return seated.length < capacity
      ? { seated: [...seated, who], queue }
      : { seated, queue: [...queue, who] };
  };
  const left = ({ seated, queue }: List, who: string): List => {
    const others = (names: readonly string[]) => names.filter((name) => name !== who);
    const freed = seated.includes(who) ? queue.slice(0, 1) : [];
    return { seated: [...others(seated), ...freed], queue: others(queue).slice(freed.length) };
  };
  return {
    initial: { seated: [], queue: [] },
    step: (list, seen) => {
      switch (seen.did) {
        case "come": {
          const after = came(list, seen.who);
          const stands = standing(after, seen.who);
          const isSo =
            seen.told === "none" ||
            (stands?.place === seen.told.place && stands.position === seen.told.position);
          return isSo ? after : undefined;
        }
        case "leave":
          return left(list, seen.who);
        case "look":
          return seen.told === "none" ||
            (seen.told.seatsLeft === capacity - list.seated.length && seen.told.waiting === list.queue.length)
            ? list
            : undefined;
      }
    },
    name: (list) => JSON.stringify(list),
  };
};
