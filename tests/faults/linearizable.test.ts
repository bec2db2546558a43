import { describe, expect, test } from "vitest";
import { type Chance, chanceOf, runs, seed } from "../kit/chance.ts";
import { isLinearizable, type Operation } from "./linearizable.ts";
import { type Cast, oneVote } from "./one-vote.ts";

type History = readonly Operation<Cast>[];

/** `a` got a receipt from 1 to 3: `cast("a", "r1", 1, 3)`; no answer: `cast("a", "none", 1)`. */
const cast = (
  key: string,
  answer: string,
  from: number,
  until = Number.POSITIVE_INFINITY,
): Operation<Cast> => ({
  from,
  until,
  seen: { key, answer: answer === "none" || answer === "already-voted" ? answer : { receipt: answer } },
});

const GOOD: readonly History[] = [
  [],
  [cast("a", "r", 1, 2)],
  [cast("a", "r", 1, 2), cast("a", "r", 3, 4), cast("b", "already-voted", 5, 6)],
  // The later question was served first.
  [cast("b", "already-voted", 1, 9), cast("a", "r", 2, 3)],
  // No answer, and it was cast all the same; or it was not.
  [cast("a", "none", 1), cast("b", "already-voted", 2, 3), cast("a", "r", 4, 5)],
  [cast("a", "none", 1), cast("b", "s", 2, 3), cast("a", "already-voted", 4, 5)],
  // It was cast long after it was given up.
  [cast("a", "none", 1), cast("c", "none", 1), cast("b", "already-voted", 8, 9)],
];

const BAD: readonly (readonly [string, History])[] = [
  ["two keys with a receipt each", [cast("a", "r", 1, 2), cast("b", "s", 3, 4)]],
  ["two keys with a receipt each, at once", [cast("a", "r", 1, 9), cast("b", "s", 1, 9)]],
  ["two keys with one receipt", [cast("a", "r", 1, 2), cast("b", "r", 3, 4)]],
  ["one key with two receipts", [cast("a", "r", 1, 2), cast("a", "s", 3, 4)]],
  ["one key with two receipts, at once", [cast("a", "r", 1, 9), cast("a", "s", 2, 8)]],
  ["turned away before anybody voted", [cast("b", "already-voted", 1, 2), cast("a", "r", 3, 4)]],
  ["turned away, and nobody ever voted", [cast("b", "already-voted", 1, 2)]],
  ["turned away by each other", [cast("a", "already-voted", 1, 9), cast("b", "already-voted", 1, 9)]],
  ["turned away by itself", [cast("a", "r", 1, 2), cast("a", "already-voted", 3, 4)]],
  ["turned away by itself, at once", [cast("a", "r", 1, 9), cast("a", "already-voted", 1, 9)]],
  ["turned away by one that came later", [cast("b", "already-voted", 1, 2), cast("a", "none", 3)]],
  ["a vote forgotten", [cast("a", "r", 1, 2), cast("b", "already-voted", 3, 4), cast("b", "s", 5, 6)]],
  [
    "a vote forgotten by its own key",
    [cast("a", "r", 1, 2), cast("b", "already-voted", 3, 4), cast("a", "already-voted", 5, 6)],
  ],
  ["a receipt that changes", [cast("a", "r", 1, 2), cast("a", "r", 3, 4), cast("a", "s", 5, 6)]],
  [
    "a lost vote that blocks, and then another",
    [cast("a", "none", 1), cast("b", "already-voted", 2, 3), cast("c", "s", 4, 5)],
  ],
  ["a lost vote that blocks its own key", [cast("a", "none", 1), cast("a", "already-voted", 2, 3)]],
  [
    "a lost vote of a voter who then has another",
    [cast("a", "none", 1), cast("b", "already-voted", 2, 3), cast("b", "s", 4, 5), cast("a", "r", 6, 7)],
  ],
  ["taken back", [cast("a", "r", 1, 2), cast("b", "s", 3, 4), cast("a", "already-voted", 5, 6)]],
  ["two of three", [cast("a", "r", 1, 9), cast("b", "already-voted", 2, 8), cast("c", "s", 3, 7)]],
  ["seen both ways", [cast("a", "none", 1), cast("b", "s", 2, 3), cast("a", "r", 4, 5)]],
  [
    "seen both ways at once",
    [cast("a", "none", 1), cast("b", "s", 4, 9), cast("a", "r", 4, 9), cast("c", "already-voted", 2, 3)],
  ],
];

describe("the checker", () => {
  test("takes what can have happened", () => {
    expect(GOOD.map((history) => isLinearizable(oneVote, history))).toEqual(GOOD.map(() => true));
  });

  test.each(BAD)("catches %s", (_name, history) => {
    expect(isLinearizable(oneVote, history)).toBe(false);
  });

  /** All orders of all choices of what was left unanswered: what the checker does, the long way round. */
  const byHand = (history: History): boolean => {
    const place = (left: History, state: Parameters<typeof oneVote.step>[0]): boolean =>
      left.every(({ until }) => until === Number.POSITIVE_INFINITY) ||
      left.some((one) => {
        const rest = left.filter((other) => other !== one);
        if (rest.some(({ until }) => until < one.from)) return false;
        const next = oneVote.step(state, one.seen);
        return next !== undefined && place(rest, next);
      });
    return place(history, oneVote.initial);
  };

  const any = (chance: Chance): History =>
    Array.from({ length: chance.between(2, 6) }, () => {
      const from = chance.below(12);
      const key = chance.one(["a", "b"]);
      const answer = chance.one(["none", "already-voted", `r-${key}`, `r-${key}`, "r-x"]);
      return cast(key, answer, from, answer === "none" ? undefined : from + chance.between(1, 6));
    });

  test("says what trying every order by hand says", () => {
    const chance = chanceOf(seed);
    const verdicts = { true: 0, false: 0 };
    for (let n = 0; n < Math.min(20_000, runs(3000)); n++) {
      const history = any(chance);
      const verdict = isLinearizable(oneVote, history);
      verdicts[`${verdict}`] += 1;
      expect([verdict, history]).toEqual([byHand(history), history]);
    }
    expect(Math.min(verdicts.true, verdicts.false)).toBeGreaterThan(100);
  });
});
