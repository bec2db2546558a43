import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Answer, filledCard, resultOf } from "../../shared/domain/procedure/card.ts";
import { answerBy, endOfTerm, lastDay } from "../../shared/domain/procedure/clock.ts";
import { criteriaOf, Procedure, procedureOf, STATUTORY } from "../../shared/domain/procedure/criteria.ts";
import { endOfDay, isWorkingDay, plusDays } from "../../shared/domain/time.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";

const XIII = RULE_SETS.get("katowice-xiii");
if (!XIII) throw new Error("rules are missing");
const FORMAL = criteriaOf(XIII, "formal");
const met = (id: string): Answer => ({ id, verdict: "met", note: undefined });
const ALL_MET = FORMAL.map(({ id }) => met(id));
const but = (...others: Answer[]) => ALL_MET.map((one) => others.find(({ id }) => id === one.id) ?? one);
const faultsOf = (card: Parameters<typeof filledCard>[1], known: Answer[] = []) => {
  const read = filledCard(FORMAL, card, known);
  return read.ok || read.refusal.code !== "request/not-valid"
    ? []
    : read.refusal.facts.issues.map(({ pointer, rule, limit }) =>
        [pointer, rule, limit].filter(Boolean).join(" "),
      );
};

describe("the procedure of an edition", () => {
  test("is its own where it says one, and the statutory one of every other", () => {
    expect(procedureOf(XIII).formal.length).toBeGreaterThanOrEqual(10);
    expect(procedureOf(XIII).merit.length).toBeGreaterThanOrEqual(19);
    expect(Procedure.parse(STATUTORY)).toEqual(STATUTORY);
    for (const [name, ruleSet] of RULE_SETS)
      if (name !== "katowice-xiii") expect(procedureOf(ruleSet)).toBe(STATUTORY);
  });
});

describe("a card", () => {
  test("proposes the worst of what was found, in whatever order it was", () => {
    const verdict = fc.constantFrom("met", "not-met", "to-correct");
    fc.assert(
      fc.property(fc.array(verdict), (verdicts) => {
        const result = resultOf(verdicts.map((one) => ({ verdict: one as Answer["verdict"] })));
        const worst = verdicts.includes("not-met") ? "rejected" : undefined;
        expect(result).toBe(worst ?? (verdicts.includes("to-correct") ? "to-correct" : "accepted"));
      }),
    );
  });

  test("puts its reasons together: the criterion, the library's sentence, and always this case's own", () => {
    const criteria = but(
      { id: "deadline", verdict: "not-met", reason: "late", note: "Wpłynął 3 dni później." },
      { id: "form", verdict: "to-correct", note: "Brakuje strony 2." },
    );
    const read = filledCard(FORMAL, { criteria, result: "rejected", reasons: undefined });
    expect(read).toMatchObject({
      ok: true,
      value: {
        reasons:
          "Niespełnione: „Złożony w terminie naboru”. Wniosek wpłynął po terminie naboru. Wpłynął 3 dni później.\n\n" +
          "Do uzupełnienia: „Formularz jest poprawny i kompletny”. Brakuje strony 2.",
      },
    });
    const own = filledCard(FORMAL, { criteria, result: "rejected", reasons: "Własne słowa." });
    expect(own).toMatchObject({ ok: true, value: { reasons: "Własne słowa." } });
  });

  test("takes what the system knows where nobody says it, and the word of a person before it", () => {
    const without = ALL_MET.filter(({ id }) => id !== "supporters");
    const card = { criteria: without, result: "accepted", reasons: undefined } as const;
    expect(faultsOf(card)).toEqual(["/criteria too-few supporters"]);
    expect(faultsOf(card, [met("supporters")])).toEqual([]);
    const said = { id: "supporters", verdict: "to-correct", note: "Brak 3 podpisów." } as const;
    const read = filledCard(FORMAL, { criteria: but(said), result: "to-correct", reasons: undefined }, [
      met("supporters"),
    ]);
    expect(read.ok && read.value.answers).toContainEqual(said);
  });

  test("is refused with every fault where it stands", () => {
    expect(
      faultsOf({
        criteria: [
          ...but(
            { id: "deadline", verdict: "to-correct", note: "Jutro." },
            { id: "form", verdict: "not-met", note: undefined },
            { id: "place", verdict: "not-met", reason: "unheard-of", note: "Tu." },
          ),
          met("form"),
          met("no-such"),
        ],
        result: "accepted",
        reasons: undefined,
      }),
    ).toEqual([
      "/criteria/0/verdict choice met, not-met",
      "/criteria/1/note required",
      "/criteria/6/reason choice",
      "/criteria/10/id duplicate",
      "/criteria/11/id choice",
      "/result choice rejected",
    ]);
  });
});

describe("a clock of working days", () => {
  test("ends three working days after 10 August 2023 with the 16th, a holiday and a weekend between", () => {
    expect(lastDay("2023-08-10", 3)).toBe("2023-08-16");
    expect(endOfTerm("2023-08-10T09:00:00.000Z", 3)).toBe("2023-08-16T22:00:00.000Z");
  });

  test("does not go on while it stands still, and goes on with as many days as it had", () => {
    expect(lastDay("2023-08-10", 3, [{ from: "2023-08-14" }])).toBeUndefined();
    expect(lastDay("2023-08-10", 3, [{ from: "2023-08-17" }])).toBe("2023-08-16");
    expect(lastDay("2023-08-10", 3, [{ from: "2023-08-14", to: "2023-08-21" }])).toBe("2023-08-22");
  });

  test("counts exactly the working days on which it went", () => {
    const day = fc.integer({ min: 0, max: 400 }).map((n) => plusDays("2026-01-01", n));
    const pause = fc
      .tuple(day, fc.integer({ min: 0, max: 40 }))
      .map(([from, days]) => ({ from, to: plusDays(from, days) }));
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 30 }),
        fc.array(pause, { maxLength: 4 }),
        (start, days, pauses) => {
          const last = lastDay(start, days, pauses);
          if (last === undefined) throw new Error("every pause has an end");
          let counted = 0;
          for (let one = plusDays(start, 1); one <= last; one = plusDays(one, 1))
            if (isWorkingDay(one) && !pauses.some(({ from, to }) => from <= one && one < to)) counted += 1;
          expect(counted).toBe(days);
          expect(isWorkingDay(last)).toBe(true);
        },
      ),
    );
  });

  test("of an author stops with an answer and goes on with the next call, with a whole working day at least", () => {
    const ruleSet = { ...XIII, procedure: { ...procedureOf(XIII), correctionDays: 3 } };
    const first = { at: "2023-08-07T09:00:00.000Z" };
    expect(answerBy({ ruleSet }, [first])).toBe(endOfDay("2023-08-10"));
    const answered = { ...first, answeredAt: "2023-08-08T09:00:00.000Z" };
    expect(answerBy({ ruleSet }, [answered, { at: "2023-08-21T09:00:00.000Z" }])).toBe(
      endOfDay("2023-08-23"),
    );
    const late = { ...first, answeredAt: "2023-08-10T09:00:00.000Z" };
    expect(answerBy({ ruleSet }, [late, { at: "2023-08-21T09:00:00.000Z" }])).toBe(endOfDay("2023-08-22"));
  });
});
