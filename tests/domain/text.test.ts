import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { base32, CROCKFORD } from "../../shared/domain/base32.ts";
import { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import { Grosze, groszeFromZloty, zlotyText } from "../../shared/domain/money.ts";
import { calledName, Email, line, mayBeEmpty, paragraphs, title } from "../../shared/domain/text.ts";

describe("what a person writes", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom(..."ab ąż\u0301\t\r\n\u202e\u0000\u200f\ud83d\ude00<"),
      maxLength: 20,
    }),
  );

  test("is kept tidy, and taken again as it was kept", () => {
    fc.assert(
      fc.property(anything, (typed) => {
        for (const text of [line(60), paragraphs(60)]) {
          const kept = text.safeParse(typed);
          if (!kept.success) continue;
          expect(text.parse(kept.data)).toBe(kept.data);
          expect(kept.data).toBe(kept.data.normalize("NFC").trim());
          expect(kept.data.isWellFormed()).toBe(true);
          expect(kept.data).not.toMatch(/[\r\u202a-\u202e\u2066-\u2069]/);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("in one line has no other, and single spaces", () => {
    expect(line(60).parse("  Plac\r\n zabaw\t i  ławki ")).toBe("Plac zabaw i ławki");
    expect(paragraphs(60).parse(" Plac\r\n\r\nzabaw\r ")).toBe("Plac\n\nzabaw");
    fc.assert(
      fc.property(anything, (typed) => {
        const kept = line(60).safeParse(typed);
        expect(!kept.success || !/[\n\t]|\s{2}/.test(kept.data)).toBe(true);
      }),
    );
  });

  test("is refused when it is empty, too long, or cannot be shown honestly", () => {
    for (const typed of [
      "",
      "   \n ",
      "x".repeat(61),
      "abc\u202etxt.exe",
      "\ud800",
      "bell\u0007",
      "x\ufeffx",
    ])
      expect(paragraphs(60).safeParse(typed).success).toBe(false);
    expect(paragraphs(60).safeParse("x".repeat(60)).success).toBe(true);
  });

  test("has the line breaks that were meant, and nothing unseen at its ends", () => {
    for (const mark of ["\v", "\f", "\u0085", "\u2028", "\u2029", "\r", "\r\n"])
      expect(paragraphs(60).parse(`Plac${mark}zabaw`)).toBe("Plac\nzabaw");
    for (const mark of [
      "\ufeff",
      "\u200e",
      "\u200f",
      "\u061c",
      "\u200b",
      "\u2060",
      "\u180e",
      "\u202c",
      "\u2069",
    ])
      expect(paragraphs(60).parse(`${mark} Plac zabaw ${mark}`)).toBe("Plac zabaw");
    for (const text of [
      "Serce ❤\ufe0f",
      "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
      "👩\u200d🌾",
    ])
      expect(paragraphs(60).parse(text)).toBe(text);
  });

  test("is refused with the place and the name of what nobody sees", () => {
    const at = (typed: string) =>
      paragraphs(60)
        .safeParse(typed)
        .error?.issues.map((one) => "params" in one && one.params);
    expect(at("Plac\r\nza\u0007baw")).toEqual([
      { rule: "text", at: { line: 2, character: 3, called: "U+0007 BELL" } },
    ]);
    expect(at("\u200e🌳x\u202e")).toBeUndefined();
    for (const [character, called] of [
      ["\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"],
      ["\u200f", "U+200F RIGHT-TO-LEFT MARK"],
      ["\u0003", "U+0003 END OF TEXT"],
      ["\u0091", "U+0091 CONTROL"],
      ["\ud800", "U+D800 SURROGATE"],
      ["\ufdd0", "U+FDD0 NONCHARACTER"],
      ["\u{e0041}", "U+E0041 TAG"],
    ])
      expect(at(`🌳a${character}b`)).toEqual([{ rule: "text", at: { line: 1, character: 3, called } }]);
  });

  test("is refused where nothing of it can be seen; a title has a letter or a digit", () => {
    const rules = (schema: z.ZodType, typed: string) =>
      schema.safeParse(typed).error?.issues.map((one) => ("params" in one ? one.params?.rule : one.code));
    for (const unseen of [
      "\u200b",
      "\u00ad",
      "\u3164",
      "\u2800",
      "\u2060",
      "\u180e",
      "\u115f\u1160",
      "\uffa0",
      "\ufe0f",
      "\u0301\u0302",
      "\u{e0100}",
      "\u200b \u2800\n",
    ])
      for (const schema of [line(60), paragraphs(60), title(60), calledName(60)])
        expect(rules(schema, unseen)?.[0], JSON.stringify(unseen)).toBe("unseen");
    for (const bare of ["!!!", "🌳", "— —"]) {
      expect(line(60).parse(bare)).toBe(bare);
      expect(rules(title(60), bare)).toEqual(["unseen"]);
    }
    expect(title(60).parse("\u200bPlac\vzabaw\u00ad")).toBe("Plac zabaw");
    expect(calledName(60).parse("Anna O´Brien ")).toBe("Anna O'Brien");
    expect(mayBeEmpty(line(60)).parse(" \u200b\u2060")).toBeUndefined();
  });
});

/** Two kinds of marks in turn, which a normal form has to sort. */
const stacked = (marks: number): string => `a${"\u0300\u0316".repeat(marks / 2)}`;

test.each([
  ["a line", line(6000)],
  ["paragraphs", paragraphs(6000)],
])("%s has no letter below more marks than any script has", (_, schema) => {
  expect(schema.safeParse(`${stacked(30)}b${stacked(30)}`).error?.issues ?? []).toEqual([]);
  expect(schema.safeParse(stacked(32)).success).toBe(false);
});

describe("an e-mail address", () => {
  test("is one however its case and the space around it are typed", () => {
    expect(Email.parse(" Jan.Kowalski+BO@Example.COM ")).toBe("jan.kowalski+bo@example.com");
  });

  test("without a host, with two, with a line break or too long is none", () => {
    const long = `${"a".repeat(64)}@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}.pl`;
    for (const typed of [
      "jan",
      "jan@",
      "@x.pl",
      "jan@x",
      "a@b@c.pl",
      "jan@x.pl\nbcc:y@z.pl",
      "jan@-x.pl",
      "jan..k@x.pl",
      ".jan@x.pl",
      "jan.@x.pl",
      `${"a".repeat(65)}@x.pl`,
      long,
    ])
      expect(Email.safeParse(typed).success).toBe(false);
  });
});

describe("money", () => {
  const amounts = fc.nat(2_000_000_000);

  test("of whole grosze is written and read back exactly", () => {
    fc.assert(
      fc.property(amounts, (grosze) => {
        expect(groszeFromZloty(zlotyText(grosze))).toBe(grosze);
        expect(groszeFromZloty(zlotyText(grosze).replace(".", ","))).toBe(grosze);
      }),
    );
    expect([zlotyText(1_234_500), zlotyText(1_234_560), zlotyText(5)]).toEqual(["12345", "12345.60", "0.05"]);
    expect(groszeFromZloty("12345,6")).toBe(1_234_560);
  });

  test("that is not exact, or not money, is not read", () => {
    for (const typed of [
      "",
      "1.234",
      "-1",
      "+1",
      "1e3",
      "1 000",
      "0x10",
      "١",
      "1,",
      ",5",
      "1".repeat(13),
      "NaN",
    ])
      expect(groszeFromZloty(typed)).toBeNull();
    for (const amount of [-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER, "1"])
      expect(Grosze.safeParse(amount).success).toBe(false);
  });
});

describe("an id", () => {
  test("is written in letters that nobody confuses, five bits to one, and no two alike", () => {
    const bytes = fc.uint8Array({ minLength: 10, maxLength: 16 });
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const text = base32(one);
        expect(text).toHaveLength(Math.ceil((one.length * 8) / 5));
        expect([...text].every((character) => CROCKFORD.includes(character))).toBe(true);
        const isSame = Buffer.compare(one, other) === 0;
        if (one.length === other.length) expect(text === base32(other)).toBe(isSame);
        expect(CycleId.safeParse(`cyc_${text.toLowerCase()}`).success).toBe(true);
      }),
    );
  });

  test("says of what it is, and is of nothing else", () => {
    const id = "7k3m9x2qav5d8r1t";
    expect(CycleId.safeParse(`cyc_${id}`).success).toBe(true);
    for (const wrong of [
      `prj_${id}`,
      `cyc_${id}#`,
      `cyc_${id.toUpperCase()}`,
      `cyc_${id.slice(1)}`,
      `cyc_${id}\n`,
    ])
      expect(CycleId.safeParse(wrong).success).toBe(false);
    expect(ProjectId.safeParse(`prj_${"i".repeat(16)}`).success).toBe(false);
  });
});
