import type { Model } from "./linearizable.ts";

/** Where a sign-up was told that it stands. */
export interface Told {
  readonly place: "seat" | "waiting";
  readonly position: number;
}

/**
 * What one client did at one meeting, and what it saw. Everybody takes one seat. Who comes joins the list and is told a place: in one moment, or,
 * where the house had to ask its database again, in two, and the place is that of the second.
 */
export type Visit =
  | { readonly did: "join"; readonly who: string }
  | { readonly did: "come"; readonly who: string; readonly told: Told }
  | { readonly did: "leave"; readonly who: string }
  | { readonly did: "look"; readonly seatsLeft: number; readonly waiting: number };

/** Those who have seats and those who wait, each in the order in which they came to it. */
interface List {
  readonly seated: readonly string[];
  readonly queue: readonly string[];
}

const standing = ({ seated, queue }: List, who: string): Told | undefined => {
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
        case "join":
          return came(list, seen.who);
        case "come": {
          const after = came(list, seen.who);
          const stands = standing(after, seen.who);
          const isSo = stands?.place === seen.told.place && stands.position === seen.told.position;
          return isSo ? after : undefined;
        }
        case "leave":
          return left(list, seen.who);
        case "look":
          return seen.seatsLeft === capacity - list.seated.length && seen.waiting === list.queue.length
            ? list
            : undefined;
      }
    },
    name: (list) => JSON.stringify(list),
  };
};
