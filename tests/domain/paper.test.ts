import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { secondsUntilEnding } from "../../shared/domain/cycle/schedule.ts";
import { endOfDay, instant, milliseconds, plusSeconds } from "../../shared/domain/time.ts";
import {
  type Card,
  differences,
  figuresOf,
  type Keyed,
  REJECTIONS,
  registrationEnds,
  unsettled,
} from "../../shared/domain/voting/paper.ts";

const moment = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2031, 0) }).map(instant);
const days = fc.integer({ min: 0, max: 30 });

describe("the end of the registration of batches", () => {
  test("is a midnight of the city, never before the close, in whatever week the clocks change", () => {
    fc.assert(
      fc.property(moment, days, (endsAt, registeredWithinDays) => {
        const ends = registrationEnds(endsAt, { registeredWithinDays });
        expect(ends >= endsAt).toBe(true);
        const after = (milliseconds(ends) - milliseconds(endsAt)) / 86_400_000;
        expect(after).toBeLessThan(registeredWithinDays + 1 + 2 / 24);
        expect(registrationEnds(ends, { registeredWithinDays: 0 })).toBe(ends);
      }),
    );
    expect(registrationEnds("2027-09-23T15:00:00.000Z", { registeredWithinDays: 1 })).toBe(
      endOfDay("2027-09-24"),
    );
  });

  test("holds the sealing back, which is never within a minute of the close; staff may say that all have been", () => {
    fc.assert(
      fc.property(moment, fc.option(days, { nil: undefined }), (endsAt, within) => {
        const calendar = [{ name: "voting" as const, startsAt: instant(0), endsAt }];
        const ruleSet = within === undefined ? {} : { paper: { registeredWithinDays: within } };
        const at = plusSeconds(endsAt, 1);
        const until = (requested?: { to: "sealed"; at: string }) =>
          secondsUntilEnding({ phase: "voting", calendar, ruleSet, requested }, "voting", at);
        expect(until()).toBeGreaterThanOrEqual(59);
        expect(until({ to: "sealed", at })).toBe(59);
        // Whoever asked before the close asked for the close.
        expect(until({ to: "sealed", at: plusSeconds(endsAt, -1) })).toBe(until());
      }),
    );
  });
});

const keyed: fc.Arbitrary<Keyed> = fc.oneof(
  fc.constantFrom(...REJECTIONS).map((rejection): Keyed => ({ whole: rejection, rejection })),
  fc
    .record({
      person: fc.constantFrom("a", "b"),
      lists: fc.dictionary(fc.constantFrom("M", "L1"), fc.constantFrom("x", "y"), { noNullPrototype: true }),
    })
    .map((one): Keyed => ({ whole: JSON.stringify([one.person, Object.entries(one.lists).sort()]), ...one })),
);

test("two keyings differ somewhere exactly when they are not the same, whoever is compared with whom", () => {
  fc.assert(
    fc.property(keyed, keyed, (one, other) => {
      expect(differences(one, other)).toEqual(differences(other, one));
      expect(differences(one, other).length === 0).toBe(one.whole === other.whole);
    }),
  );
});

const card: fc.Arbitrary<Card> = fc.oneof(
  fc.constantFrom("keyed" as const, "accepted" as const).map((state) => ({ state, by: "a", byName: "A" })),
  fc
    .constantFrom(...REJECTIONS)
    .map((rejection) => ({ state: "rejected" as const, by: "a", byName: "A", rejection })),
);

test("every card of a batch is in one of its figures", () => {
  fc.assert(
    fc.property(fc.array(card, { maxLength: 30 }), fc.nat(20), (cards, more) => {
      const figures = figuresOf({ cards: cards.length + more }, cards);
      const rejected = Object.values(figures.rejected).reduce((sum, count) => sum + count, 0);
      expect(unsettled(figures) + figures.accepted + rejected).toBe(cards.length + more);
    }),
  );
});
