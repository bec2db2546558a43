import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Phone } from "../../shared/domain/phone.ts";
import { foldedAddress } from "../../shared/domain/voting/address.ts";
import { columnsOf, entryFactsOf, personOf, shownFactsOf } from "../../shared/domain/voting/fact-sets.ts";
import { Fact } from "../../shared/domain/voting/facts.ts";
import { type Asked, factsOf, IdentityPolicy } from "../../shared/domain/voting/identity-policy.ts";
import { ageOn, isPesel } from "../../shared/domain/voting/pesel.ts";
import { KATOWICE_IDENTITY } from "../../shared/rulesets/katowice-identity.ts";
import { POZNAN_IDENTITY } from "../kit/poznan-identity.ts";

const faultsOf = (policy: unknown): string[] =>
  IdentityPolicy.safeParse(policy).error?.issues.map(({ message }) => message) ?? [];

describe("a policy of identity", () => {
  test("says the columns of the roll", () => {
    expect(columnsOf(KATOWICE_IDENTITY)).toEqual(["pesel", "mothers_maiden_name", "district"]);
    expect(columnsOf(POZNAN_IDENTITY)).toEqual([
      "first_name",
      "surname",
      "address",
      "pesel_last_4",
      "district",
    ]);
  });

  test("without a number that is one person's takes all facts together for the entry, and limits tries by name and address", () => {
    const jan = { firstName: "Jan", surname: "Kowalski", address: "ul. Długa 5/7", peselLast4: "1359" };
    const son = personOf(POZNAN_IDENTITY, { ...jan, peselLast4: "2468" });
    const father = personOf(POZNAN_IDENTITY, { ...jan, address: "Długa 5 m. 7", surname: "KOWALSKI" });
    expect(father).toEqual(personOf(POZNAN_IDENTITY, jan));
    expect(son.who).toEqual(father.who);
    expect(son.entry).not.toEqual(father.entry);
  });

  test("with a PESEL number is about one person, whatever is typed beside it", () => {
    const [right, wrong] = ["Nowak-Łoś", "Kowalska"].map((mothersMaidenName) =>
      personOf(KATOWICE_IDENTITY, { pesel: "44051401359", mothersMaidenName }),
    );
    expect(right?.entry).toEqual(wrong?.entry);
    expect(right?.proof).not.toEqual(wrong?.proof);
  });

  test("has facts that alone find an entry: who holds the document needs no others", () => {
    const facts = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...Fact.options), fc.constantFrom("who", "proof")),
      {
        selector: ([datum]) => datum,
        minLength: 1,
      },
    );
    const text = fc.string({ unit: fc.constantFrom(..."abŁ 1-"), maxLength: 6 });
    const all = fc.record(Object.fromEntries(Fact.options.map((name) => [name, text])));
    fc.assert(
      fc.property(facts, all, (asked, person) => {
        const asks = asked.map(([datum, purpose]) => ({ datum, purpose, kept: "not-stored" }) as Asked);
        const policy = { roll: { ...POZNAN_IDENTITY.roll, asks } };
        const found = entryFactsOf(policy);
        const shown = Object.fromEntries(found.map((name) => [name, person[name]]));
        expect(personOf(policy, shown).entry).toEqual(personOf(policy, person).entry);
        // An age is read off the PESEL number or a day of birth, wherever an edition asks for either.
        const tellAge = (names: readonly Fact[]) =>
          names.some((name) => name === "pesel" || name === "birthDate");
        expect(tellAge(shownFactsOf(policy))).toBe(tellAge(factsOf(policy.roll)));
      }),
    );
    expect(entryFactsOf(KATOWICE_IDENTITY)).toEqual(["pesel"]);
    expect(entryFactsOf(POZNAN_IDENTITY)).toEqual(factsOf(POZNAN_IDENTITY.roll));
  });

  test("that could not work is refused", () => {
    const { roll, statement } = KATOWICE_IDENTITY;
    const without = (...data: string[]) => ({
      ...roll,
      asks: roll.asks.filter(({ datum }) => !data.includes(datum)),
    });
    expect(faultsOf(KATOWICE_IDENTITY)).toEqual([]);
    expect(faultsOf(POZNAN_IDENTITY)).toEqual([]);
    expect(faultsOf({ roll: without("email", "phone"), statement: null, eid: null })).toEqual([
      "a code has nowhere to go",
    ]);
    expect(faultsOf({ ...POZNAN_IDENTITY, eid: KATOWICE_IDENTITY.eid })).toEqual([
      "an eID names people by PESEL, and this roll does not",
    ]);
    expect(faultsOf({ ...POZNAN_IDENTITY, statement })).toEqual(["it lacks a fact that the roll has"]);
  });
});

test("an address is compared without what people write differently", () => {
  const ways = ["ul. Mariacka 5/7", "Mariacka 5 m. 7", "ULICA MARIACKA 5 lok 7", "mariacka  5, 7"];
  expect(new Set(ways.map(foldedAddress))).toEqual(new Set(["mariacka 5 7"]));
  expect(foldedAddress("os. Bolesława Chrobrego 12")).toBe(foldedAddress("Osiedle Boleslawa Chrobrego 12"));
  expect(foldedAddress("Mariacka 57")).not.toBe(foldedAddress("Mariacka 5/7"));
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(foldedAddress(foldedAddress(text))).toBe(foldedAddress(text));
    }),
  );
});

test("a mobile number is one number, however it is typed; others are none", () => {
  for (const typed of ["600100200", "600 100 200", "+48 600-100-200", "0048600100200", "48600100200"])
    expect(Phone.parse(typed)).toBe("+48600100200");
  for (const wrong of ["60010020", "6001002000", "32 259 31 44", "+48700123456", "six"])
    expect(Phone.safeParse(wrong).success, wrong).toBe(false);
});

describe("an age", () => {
  const numbered = (body: string): string =>
    Array.from({ length: 10 }, (_, last) => `${body}${last}`).find(isPesel) ?? "";

  test("counts whole years on the day, in every century that lives", () => {
    expect(ageOn("2026-11-24", numbered("1031240000"))).toBe(16);
    expect(ageOn("2026-11-24", numbered("1031250000"))).toBe(15);
    expect(ageOn("2026-11-24", numbered("2631240000"))).toBe(0);
    expect(ageOn("2026-11-24", numbered("1111240000"))).toBe(115);
  });

  test("is nobody's who is not born yet, or would be older than anybody", () => {
    expect(ageOn("2026-11-24", numbered("2631250000"))).toBeNull();
    expect(ageOn("2026-11-24", numbered("1011240000"))).toBeNull();
    expect(ageOn("2026-11-24", numbered("4491240000"))).toBeNull();
  });

  test("of somebody born on 29 February grows on 1 March of a common year", () => {
    const pesel = numbered("1222290000");
    expect([ageOn("2028-02-28", pesel), ageOn("2028-02-29", pesel)]).toEqual([15, 16]);
    expect([ageOn("2027-02-28", pesel), ageOn("2027-03-01", pesel)]).toEqual([14, 15]);
  });
});
