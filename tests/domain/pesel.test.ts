import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldedName } from "../../shared/domain/folded.ts";
import { plusDays } from "../../shared/domain/time.ts";
import { birthDate, isPesel, Pesel, Surname } from "../../shared/domain/voting/pesel.ts";

/** The check digit by the text of the regulation: ten minus the last digit of the weighted sum, of which only last digits count. */
const checkDigit = (ten: string): string => {
  const sum = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]
    .map((weight, place) => (weight * Number(ten[place])) % 10)
    .reduce((one, other) => one + other, 0);
  return String((10 - (sum % 10)) % 10);
};

const MONTH_OFFSETS: Record<string, number> = { "18": 80, "19": 0, "20": 20, "21": 40, "22": 60 };

const birthdays = fc.integer({ min: 0, max: 500 * 365 }).map((count) => plusDays("1800-01-01", count));

const numberOf = (born: string, serial: string): string => {
  const month = Number(born.slice(5, 7)) + (MONTH_OFFSETS[born.slice(0, 2)] ?? 0);
  const ten = `${born.slice(2, 4)}${String(month).padStart(2, "0")}${born.slice(8, 10)}${serial}`;
  return ten + checkDigit(ten);
};

const serials = fc.integer({ min: 0, max: 9999 }).map((serial) => String(serial).padStart(4, "0"));
const born = fc.tuple(birthdays, serials);

describe("a PESEL number", () => {
  test("of anybody born from 1800 to 2299 is read, with the birthday it says", () => {
    fc.assert(
      fc.property(born, ([day, serial]) => {
        expect(isPesel(numberOf(day, serial))).toBe(true);
        expect(birthDate(numberOf(day, serial))).toBe(day);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["1880-05-14", "80"],
    ["1999-12-31", "99"],
    ["2000-02-29", "00"],
    ["2150-07-01", "50"],
    ["2299-01-01", "99"],
  ])("tells the century of %s", (day) => {
    expect(birthDate(numberOf(day, "1234"))).toBe(day);
  });

  test("with any one digit mistyped is found out", () => {
    fc.assert(
      fc.property(born, fc.nat(10), fc.integer({ min: 1, max: 9 }), ([day, serial], place, shift) => {
        const right = numberOf(day, serial);
        const digit = (Number(right[place]) + shift) % 10;
        expect(isPesel(`${right.slice(0, place)}${digit}${right.slice(place + 1)}`)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test("of a day that there never was is none, even with a right check digit", () => {
    for (const ten of ["4400140135", "4413140135", "4402300135", "4405000135", "4405320135", "0022301234"])
      expect(isPesel(ten + checkDigit(ten))).toBe(false);
    // 1900 was no leap year, 2000 was.
    expect([birthDate("00022912345"), birthDate("00222912345")]).toEqual([null, "2000-02-29"]);
  });

  test("may be typed with spaces and dashes, and nothing else", () => {
    expect(Pesel.parse(" 440514-01359 ")).toBe("44051401359");
    for (const typed of ["4405140135", "440514013590", "4405140135A", "44051401358", "x", "", "1".repeat(41)])
      expect(Pesel.safeParse(typed).success).toBe(false);
  });
});

describe("a mother's maiden name", () => {
  test("is one name however case, diacritics, hyphens and spaces are typed", () => {
    for (const typed of ["Nowak-Łoś", "NOWAK ŁOŚ", " nowak los ", "Nowak - Loś", "nowak’łoś", "Nowak.Łoś"])
      expect(foldedName(typed)).toBe("nowaklos");
    for (const typed of [
      "ZIELIŃSKA – BĄK",
      "Zielińska-Bąk",
      "Zielińska ‑ Bąk",
      "zielinska—bak",
      "Zielińska − Bąk",
    ]) {
      expect(Surname.safeParse(typed).success).toBe(true);
      expect(foldedName(typed)).toBe("zielinskabak");
    }
    expect(foldedName("ŻÓŁĆ")).toBe("zolc");
    expect(foldedName("O'Neill")).toBe(foldedName("o neill"));
  });

  const letters = fc.string({
    unit: fc.constantFrom(..."aąbcćdeęfghijklłmnńoóprsśtuwyzźżAĄŁŻ -'"),
    minLength: 1,
    maxLength: 30,
  });

  test("folded once more stays as it is, and case never tells two apart", () => {
    fc.assert(
      fc.property(letters, (typed) => {
        const folded = foldedName(typed);
        expect(foldedName(folded)).toBe(folded);
        expect(foldedName(typed.toUpperCase())).toBe(folded);
        expect(foldedName(typed.normalize("NFD"))).toBe(folded);
      }),
    );
  });

  test("is taken in whichever form of Unicode a keyboard writes it", () => {
    fc.assert(
      fc.property(letters, (typed) => {
        const taken = Surname.safeParse(typed.normalize("NFC")).success;
        expect(Surname.safeParse(typed.normalize("NFD")).success).toBe(taken);
        expect(taken).toBe(/\p{L}/u.test(typed));
      }),
    );
  });

  test("is refused when it is no name", () => {
    for (const typed of ["", " ", "-", "Nowak1", "Nowak<b>", "Nowak;Łoś", "x".repeat(81)])
      expect(Surname.safeParse(typed).success).toBe(false);
  });
});
