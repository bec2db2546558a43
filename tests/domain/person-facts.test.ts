import { describe, expect, test } from "vitest";
import { COUNTRIES, countryOf } from "../../shared/domain/countries.ts";
import { foldedName } from "../../shared/domain/folded.ts";
import { rollKind } from "../../shared/domain/import/kinds/roll.ts";
import { foldedAddress } from "../../shared/domain/voting/address.ts";
import { dayMeant } from "../../shared/domain/voting/birth-date.ts";
import { bearsPesel } from "../../shared/domain/voting/document.ts";
import {
  claimsOf,
  columnsOf,
  personOf,
  setMeant,
  setOf,
  setsOf,
} from "../../shared/domain/voting/fact-sets.ts";
import { FACTS, type Fact } from "../../shared/domain/voting/facts.ts";
import { IdentityPolicy } from "../../shared/domain/voting/identity-policy.ts";
import {
  packStaged,
  type StagedEntry,
  settleBucket,
  unpackStaged,
} from "../../shared/domain/voting/roll-parts.ts";
import { KATOWICE_IDENTITY_OF_ALL as WITH_ALTERNATIVES } from "../../shared/rulesets/katowice-identity.ts";
import { peselOf } from "../kit/city.ts";
import { POZNAN_IDENTITY } from "../kit/poznan-identity.ts";

const read = (fact: Fact, typed: unknown): string | undefined => FACTS[fact].schema.safeParse(typed).data;

describe("names meet however they are typed", () => {
  test.each([
    ["Đorđević", "Dordevic"],
    ["Øverland", "OVERLAND"],
    ["Straße", "STRASSE"],
    ["Yıldız", "Yildiz"],
    ["YILDIZ", "yıldız"],
    ["İnönü", "inonu"],
    ["Ægir", "Aegir"],
    ["Œuvray", "oeuvray"],
    ["Þór", "Thor"],
    ["Łoś", "los"],
    ["Zielińska-Bąk", "Zielińska Bąk"],
    ["Zielińska‑Bąk", "ZielińskaBąk"],
    ["Zielińska – Bąk", "zielinskabak"],
    ["Nguyễn", "Nguyen"],
    ["Żółć", "Z\u0307o\u0301\u0142c\u0301"],
    ["de  la Cruz", "De La Cruz"],
  ])("%s and %s", (one, other) => {
    expect(foldedName(one)).toBe(foldedName(other));
  });

  test("with any of six apostrophes, or none", () => {
    const typed = ["'", "’", "‘", "ʼ", "´", "`", ""].map((mark) => `O${mark}Brien`);
    expect(new Set(typed.map(foldedName))).toEqual(new Set(["obrien"]));
    for (const name of typed) expect(read("surname", name), name).toBeDefined();
  });

  test("and names of other letters stay apart", () => {
    const names = [
      "Bąk",
      "Bok",
      "Kowalska",
      "Kowalski",
      "Шевченко",
      "Шевчук",
      "李",
      "王",
      "Müller",
      "Mueller",
    ];
    expect(new Set(names.map(foldedName)).size).toBe(names.length);
    expect(["ʼ", "-", "..", " "].map((name) => read("surname", name))).toEqual(Array(4).fill(undefined));
  });
});

describe("a fact is one text", () => {
  test("of a document: country by two letters or three, a number without what lies between", () => {
    const typed = { country: "UKR", kind: "passport", number: "fe 12-34–56" };
    expect(read("document", typed)).toBe("UA passport FE123456");
    expect(read("document", { ...typed, country: " ua ", number: "ＦＥ１２３４５６" })).toBe(
      "UA passport FE123456",
    );
    expect(read("document", { ...typed, number: "FE12345O" })).not.toBe(
      read("document", { ...typed, number: "FE123450" }),
    );
    for (const wrong of [
      { country: "XX" },
      { kind: "licence" },
      { number: "СТ123456" },
      { number: "ABCDEF" },
      { number: "A1" },
    ])
      expect(read("document", { ...typed, ...wrong }), JSON.stringify(wrong)).toBeUndefined();
    expect(
      [
        "PL passport AB123456",
        "PL id-card ABC123456",
        "PL residence-card RR1234567",
        "UA id-card 123456789",
      ].map(bearsPesel),
    ).toEqual([true, true, false, false]);
  });

  test("of a country that there is", () => {
    const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
    for (const code of COUNTRIES) expect(names.of(code), code).toBeDefined();
    expect(["d", "deu", "XKX", "rks", "POL", "ZZ", "United"].map(countryOf)).toEqual([
      "DE",
      "DE",
      "XK",
      "XK",
      "PL",
      undefined,
      undefined,
    ]);
  });

  test.each([
    ["1990-05-14", "1990-05-14"],
    ["14.05.1990", "1990-05-14"],
    ["14.5.1990 r.", "1990-05-14"],
    ["14 05 1990", "1990-05-14"],
    ["14–05–1990", "1990-05-14"],
    ["4/5/1990", undefined],
    ["5/5/1990", "1990-05-05"],
    ["14/05/1990", "1990-05-14"],
    ["05/14/1990", "1990-05-14"],
    ["14 maja 1990", "1990-05-14"],
    ["14 V 1990", "1990-05-14"],
    ["3 października 2024 r.", "2024-10-03"],
    ["14 May 1990", "1990-05-14"],
    ["14 травня 1990", "1990-05-14"],
    ["1990/05/14", "1990-05-14"],
    ["19900514", "1990-05-14"],
    ["14051990", "1990-05-14"],
    ["14.05.90", undefined],
    ["31.02.1990", undefined],
    ["14 smarch 1990", undefined],
    ["1990-05-14 00:00:00", "1990-05-14"],
    ["1990-05-14T00:00:00.000Z", "1990-05-14"],
    ["14.05.1990 0:00", "1990-05-14"],
    ["1990-05-14 12:30", undefined],
    ["", undefined],
    [" ".repeat(5000), undefined],
  ])("a day of birth, %s", (typed, day) => {
    expect(dayMeant(typed)).toBe(day);
  });

  test("of an address: street, house and flat apart or together", () => {
    const at = (typed: unknown): string => FACTS.address.folded(read("address", typed) ?? "none");
    const ways = [
      { street: "ul. Mariacka", house: "12A", flat: "7" },
      { street: "Mariacka", house: "12 a", flat: " 7 " },
      { street: "MARIACKA", house: "12a/7", flat: "" },
      { street: "ulica Mariacka", house: "12A m. 7" },
      "Mariacka 12 A/7",
      "ul. Mariacka 12a m 7",
      "Mariacka nr 12A lokal nr 7",
      "ul.Mariacka12A/7",
    ];
    expect(new Set(ways.map(at))).toEqual(new Set(["mariacka 12a 7"]));
    expect(at({ street: "Mariacka", house: "5 M", flat: "7" })).toBe("mariacka 5m 7");
    expect(at({ street: "Mariacka", house: "5" })).not.toBe(
      at({ street: "Mariacka", house: "5", flat: "7" }),
    );
    for (const street of ["3 Maja", "3-go Maja", "ul. 3. Maja", "3-ego Maja"])
      expect(at({ street, house: "5" })).toBe("3 maja 5");
    expect(at({ street: "Gliwicka", house: "1", flat: "24" })).not.toBe(
      at({ street: "Gliwicka", house: "12", flat: "4" }),
    );
    expect(at({ street: "os. 1000-lecia", house: "5" })).toBe(
      at({ street: "Osiedle 1000-lecia", house: "5" }),
    );
    for (const wrong of [
      { street: "", house: "5" },
      { street: "Mariacka", house: "" },
      { street: "5", house: "x" },
      { street: "Mariacka" },
    ])
      expect(at(wrong), JSON.stringify(wrong)).toBe("none");
    expect(foldedAddress(foldedAddress("lok m 7 ul 5 a"))).toBe(foldedAddress("lok m 7 ul 5 a"));
  });
});

describe("a person is a set of facts", () => {
  const passport = "UA passport FE123456";
  const person = { firstName: "Olena", surname: "Hrytsenko", address: "ul. Gliwicka 120/4" };

  test("of which each that is whole is a claim, the policy's first is the person, and no two sets share an entry", () => {
    const claims = claimsOf(WITH_ALTERNATIVES, {
      pesel: peselOf(1),
      mothersMaidenName: "Nowak",
      document: passport,
      ...person,
    });
    expect(claims.map(({ by, proof }) => [by, proof !== undefined])).toEqual([
      [undefined, true],
      // The day of birth is the number's.
      ["document", true],
      ["address", true],
    ]);
    expect(claims[0]?.entry).toEqual([peselOf(1)]);
    expect(claims[1]?.entry).toEqual(["document:", passport]);
    const [, second] = claims;
    expect(second?.proof?.at(-1)).toBe("1990-02-02");
  });

  test("and without what proves is found by a document that is shown, and by nobody alone", () => {
    const [claim, ...others] = claimsOf(WITH_ALTERNATIVES, { pesel: peselOf(1) });
    expect([claim?.proof, others]).toEqual([undefined, []]);
    expect(claimsOf(WITH_ALTERNATIVES, person)).toEqual([]);
  });

  test("of which the one is meant whose facts are there", () => {
    const meant = (typed: unknown) => setMeant(setsOf(WITH_ALTERNATIVES), typed).id;
    expect(meant({ pesel: "x", mothersMaidenName: "" })).toBeUndefined();
    expect(meant({ document: {}, birthDate: "" })).toBe("document");
    expect(meant({ ...person, birthDate: "1" })).toBe("address");
    for (const nothing of [{}, null, "x", undefined, { color: "red" }])
      expect(meant(nothing)).toBeUndefined();
  });

  test("as rolls of earlier releases have it, which hold nothing but hashes", () => {
    const facts = {
      firstName: "Łucja",
      surname: "Żak-Bąk",
      address: "os. Chrobrego 12 A m. 3",
      peselLast4: "0042",
    };
    const [now, formerly] = (["folded", "formerly"] as const).map((how) =>
      personOf(POZNAN_IDENTITY, facts, how),
    );
    expect(formerly?.proof).toEqual(["lucja", "zak bak", "os chrobrego 12 a 3", "0042"]);
    expect(now?.proof).toEqual(["lucja", "zakbak", "os chrobrego 12a 3", "0042"]);
  });

  test("of which names alone never make two people one", () => {
    const born = (surname: string, birthDate: string) =>
      personOf(setOf(WITH_ALTERNATIVES, "address"), { ...person, surname, birthDate });
    expect(born("Bąk", "1990-05-14")).toEqual(born("Bak", "1990-05-14"));
    expect(born("Bąk", "1990-05-14").entry).not.toEqual(born("Bak", "1990-05-15").entry);
  });

  test("in a row of a file by its columns", () => {
    const kind = rollKind({ identity: WITH_ALTERNATIVES, day: "2026-09-10", districts: [["L13", 13]] });
    const row = (cells: Record<string, string>) => {
      const { state, notes, value } = kind.read({ district: "L13", ...cells });
      return state === "fault"
        ? notes.map(({ column, says }) => `${column}: ${says}`).join()
        : [state, value?.facts];
    };
    expect(columnsOf(WITH_ALTERNATIVES)).toEqual(
      "pesel;mothers_maiden_name;district;document_country;document_kind;document_number;birth_date;first_name;surname;street;house;flat".split(
        ";",
      ),
    );
    const papers = { document_country: "UKR", document_kind: "Paszport", document_number: "FE 123456" };
    expect(row({ ...papers, birth_date: "14.05.1990" })).toEqual([
      "fine",
      { document: passport, birthDate: "1990-05-14" },
    ]);
    expect(
      row({
        first_name: "Olena",
        surname: "Hrytsenko",
        birth_date: "2026-08-01",
        street: "Gliwicka",
        house: "120",
        flat: "4",
      }),
    ).toEqual([
      "fine",
      { firstName: "Olena", surname: "Hrytsenko", birthDate: "2026-08-01", address: "Gliwicka 120/4" },
    ]);
    expect(row({ pesel: peselOf(1), mothers_maiden_name: "NN" })).toEqual([
      "cannot-prove",
      { pesel: peselOf(1) },
    ]);
    const home = { first_name: "Olena", surname: "Bąk", birth_date: "1990-05-14", street: "Gliwicka" };
    expect(row({ ...papers, document_number: "707797979.0" })).toEqual([
      "cannot-prove",
      { document: "UA passport 707797979" },
    ]);
    expect(row({ ...home, house: "120,0", flat: "7.0" })).toEqual(
      row({ ...home, house: "120.0", flat: "7" }),
    );
    expect(row({ ...home, house: "120,0" })[1]).toMatchObject({ address: "Gliwicka 120" });
    expect(row({ ...home, house: "05.lip" })).toBe("address: digits-lost");
    expect(row({ ...home, house: "5", flat: "2027-07-05 00:00:00" })).toBe("address: digits-lost");
    expect(row({ ...papers, document_number: "7,0779E+08" })).toBe("document: digits-lost");
    for (const document_country of ["Ukraina", "UKRAINE", "Україна", "ua"])
      expect(row({ ...papers, document_country })).toEqual(row(papers));
    expect(row({ ...papers, document_country: "Atlantyda" })).toBe("document: document");
    expect(row({ ...papers, pesel: "brak", mothers_maiden_name: "-", flat: "—" })).toEqual(row(papers));
    expect(row(papers)).toEqual(["cannot-prove", { document: passport }]);
    expect(row({ pesel: peselOf(1), birth_date: "1990-05-14" })).toBe("birth_date: birthDate");
    expect(row({ ...papers, birth_date: "14.05.2027" })).toBe("birth_date: age");
    expect(row({ document_country: "UA", birth_date: "1990-05-14" })).toBe("document: document");
    expect(row({ first_name: "Olena", surname: "Hrytsenko" })).toBe("undefined: nobody");
  });

  test("and two rows with one set of facts alike are told, whichever comes first", () => {
    const bytes = (n: number) => new Uint8Array(16).fill(n);
    const entry = (line: number, id: number, person?: number): StagedEntry => ({
      id: bytes(id),
      proof: bytes(100 + id),
      district: 0,
      line,
      ...(person !== undefined && { person: bytes(person) }),
    });
    const settled = (...staged: StagedEntry[]) => {
      const packed = packStaged(staged, 1).get(0);
      const { twice, ambiguous, people } = settleBucket(
        unpackStaged(packed ?? new Uint8Array(4)),
        { bucket: 0, buckets: 1, shards: 1 },
        [],
        String,
      );
      return { twice, ambiguous, people };
    };
    expect(settled(entry(1, 1), entry(1, 11, 1), entry(2, 2), entry(2, 12, 2))).toEqual({
      twice: [],
      ambiguous: [],
      people: 2,
    });
    expect(settled(entry(1, 1), entry(2, 1)).twice).toEqual([2]);
    expect(settled(entry(1, 1), entry(1, 11, 1), entry(2, 2), entry(2, 11, 2)).ambiguous).toEqual([1, 2]);
    expect(settled(entry(1, 1), entry(1, 2, 1), entry(2, 2)).ambiguous).toEqual([1, 2]);
    expect(settled(entry(1, 2), entry(2, 1), entry(2, 2, 1)).ambiguous).toEqual([1, 2]);
  });

  test("and a policy that names one twice, or sends codes where the first does not, is refused", () => {
    expect(IdentityPolicy.safeParse(WITH_ALTERNATIVES).success).toBe(true);
    const [one] = WITH_ALTERNATIVES.alternatives ?? [];
    if (!one) throw new Error("no alternative");
    const messages = (alternatives: unknown) =>
      IdentityPolicy.safeParse({ ...WITH_ALTERNATIVES, alternatives }).error?.issues.map(
        ({ message }) => message,
      );
    expect(messages([one, one])).toEqual(["an alternative comes once"]);
    const email = { datum: "email", purpose: "code", kept: { days: 3, after: "vote" } };
    expect(messages([{ ...one, roll: { ...one.roll, asks: [...one.roll.asks, email] } }])).toEqual([
      "codes go where the first way has them go",
    ]);
  });
});
