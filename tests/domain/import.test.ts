import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packNotes, unpackNotes } from "../../shared/acts/roll/entries.ts";
import { namesOf, PROBLEMS, peselCell, plainCell, REPAIRS } from "../../shared/domain/import/cells.ts";
import { decoded, type Encoding, glimpsed } from "../../shared/domain/import/encoding.ts";
import { type RollRow, rollKind } from "../../shared/domain/import/kinds/roll.ts";
import { delimiterOf, layoutOf } from "../../shared/domain/import/layout.ts";
import { readRows } from "../../shared/domain/import/read-rows.ts";
import { type Delimiter, rowsOf } from "../../shared/domain/import/records.ts";
import { createScan, encodingFault, encodingOf } from "../../shared/domain/import/scan.ts";
import type { LocalDate } from "../../shared/domain/time.ts";
import { KATOWICE_IDENTITY } from "../../shared/rulesets/katowice-identity.ts";
import { runs } from "../kit/chance.ts";

/** The letters that the code pages have and ASCII has not, each with its byte. */
const tableOf = (encoding: "windows-1250" | "iso-8859-2" | "cp852"): ReadonlyMap<string, number> =>
  new Map(
    Array.from({ length: 96 }, (_, n) => 160 + n)
      .concat(Array.from({ length: 32 }, (_, n) => 128 + n))
      .map((byte) => [glimpsed(Uint8Array.of(byte), encoding), byte]),
  );
const PAGES = {
  "windows-1250": tableOf("windows-1250"),
  "iso-8859-2": tableOf("iso-8859-2"),
  cp852: tableOf("cp852"),
};

const encoded = (text: string, encoding: Encoding, marked: boolean): Uint8Array => {
  if (encoding === "utf-8") return Buffer.from(`${marked ? "\ufeff" : ""}${text}`);
  if (encoding === "utf-16le") return Buffer.from(`\ufeff${text}`, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  return Uint8Array.from(text, (letter) => PAGES[encoding].get(letter) ?? letter.charCodeAt(0));
};

const written = (rows: readonly (readonly string[])[], delimiter: Delimiter, end: string): string =>
  rows
    .map((cells) =>
      cells
        .map((cell) => (/["\r\n;,\t|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(delimiter),
    )
    .join(end);

const ENCODINGS: readonly Encoding[] = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1250",
  "iso-8859-2",
  "cp852",
];
const word = fc.string({
  unit: fc.constantFrom(...'aąbcćeęłnńoóśzźżŁŚŹŻÓAE019 -/;,|\n"'),
  minLength: 1,
  maxLength: 8,
});
const cell = word.map((text) => `ś${text}`.trim()).filter((text) => text === text.trim());

describe("a table of an office", () => {
  test("reads back in whatever encoding and with whatever delimiter it was saved, cut into parts of any size", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 12 }),
        fc.constantFrom(...ENCODINGS),
        fc.constantFrom<Delimiter>(";", ",", "\t", "|"),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.boolean(),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 50 }),
        (rows, encoding, delimiter, end, marked, partBytes, piece) => {
          const bytes = encoded(written(rows, delimiter, end), encoding, marked);
          const scan = createScan({ delimiter, beginning: bytes, partBytes });
          for (let at = 0; at < bytes.length; at += piece) scan.add(bytes.subarray(at, at + piece));
          const found = scan.finish();
          if (!("parts" in found)) throw new Error(found.says);
          expect(found.encoding).toBe(encoding);
          const read = found.parts.flatMap(({ start, end: stop, line }) => {
            const part = decoded(bytes.subarray(start, stop), encoding);
            return "text" in part ? [...rowsOf(part.text, delimiter, line)] : [];
          });
          expect(read.map(({ cells }) => cells)).toEqual(rows.map((cells) => cells.map((one) => one.trim())));
          const breaks = (upTo: number) =>
            rows.slice(0, upTo).reduce((sum, cells) => sum + 1 + cells.join("").split("\n").length - 1, 1);
          expect(read.map(({ line }) => line)).toEqual(rows.map((_, n) => breaks(n)));
        },
      ),
      { numRuns: runs(150) },
    );
  });

  test("that is broken is refused with its encoding, its row and its byte", () => {
    const rows = "pesel;nazwisko\n44051401359;Łoś\n44051401359;Gęś\n";
    const bytes = Buffer.from(rows.repeat(9));
    const at = bytes.lastIndexOf(Buffer.from("ę"));
    bytes[at] = 0xff;
    const encoding = encodingOf(bytes) ?? "iso-8859-2";
    expect(encoding).toBe("utf-8");
    const part = decoded(bytes.subarray(30), encoding);
    expect(
      "wrongAt" in part && encodingFault(bytes.subarray(30), part.wrongAt, { start: 30, line: 3 }, encoding),
    ).toEqual({
      says: "encoding",
      encoding: "utf-8",
      line: 28,
      byte: at,
    });
    const old = Buffer.from("pesel\r\n1\r2\r3\r");
    expect(encodingFault(old, 11, { start: 0, line: 1 }, "utf-8")).toMatchObject({ line: 4 });
    const wide = Buffer.from("pesel\r\n1\r2\r3\r", "utf16le");
    expect(encodingFault(wide, 22, { start: 0, line: 1 }, "utf-16le")).toMatchObject({ line: 4 });
    expect(decoded(Uint8Array.of(0x41, 0x81), "windows-1250")).toEqual({ wrongAt: 1 });
    expect(decoded(Uint8Array.of(0x41, 0x42, 0x8c), "iso-8859-2")).toEqual({ wrongAt: 2 });
    expect(encodingOf(Buffer.from("PK\u0003\u0004\u0000\u0000"))).toBeUndefined();
  });

  test("with a quotation mark that nobody closes is refused with the row", () => {
    const scan = createScan({ delimiter: ";", beginning: Buffer.from("a;b"), partBytes: 100 });
    scan.add(Buffer.from(`a;b\n1;"2\n${"3;4\n".repeat(30_000)}`));
    expect(scan.finish()).toEqual({ says: "unclosed-quote", line: 2 });
  });

  test.each(["", "\n\n", "\ufeff", ";;\n;;", "\u001a"])("that says nothing has no rows: %j", (text) => {
    expect([...rowsOf(text.replace("\ufeff", ""), ";")]).toEqual([]);
    expect(layoutOf(text.replace("\ufeff", ""), roll())).toBeUndefined();
  });
});

const DISTRICTS = [
  ["L1", 0],
  ["Śródmieście", 0],
  ["L14", 1],
  ["Załęska Hałda-Brynów część zachodnia", 1],
] as const;

const roll = () =>
  rollKind({ identity: KATOWICE_IDENTITY, day: "2027-09-10" as LocalDate, districts: DISTRICTS });

const readAll = (text: string, columns?: Record<string, string>) => {
  const layout = layoutOf(text, roll(), { columns });
  if (!layout) throw new Error("no rows");
  return { layout, rows: [...readRows<RollRow>(text, roll(), layout)] };
};

describe("a roll", () => {
  test("has its columns by name, in any order, among others, or in their own order without a header", () => {
    for (const text of [
      "pesel;mothers_maiden_name;district\n44051401359;Nowak;L1",
      "44051401359;Nowak;L1\n",
      "DZIELNICA ,Lp.,Nazwisko rodowe matki,uwagi,Nr PESEL\nL1,1,Nowak,,44051401359",
      "nr_pesel\tDistrict\tMOTHER'S  MAIDEN NAME\n44051401359\tL1\tNowak",
      "pesel|district|nazwisko matki\n44051401359|l1|Nowak",
      "sep=,\r\n44051401359,Nowak,L1",
      'sep=;\r\n"pesel";"nazwisko matki";"dzielnica"\r\n44051401359;Nowak;L1',
      "Spis na dzień 1 września 2027;;\n\nUrząd Miasta;;\nPesel;Nazwisko matki;Dzielnica\n44051401359;Nowak;L1",
    ])
      expect(readAll(text).rows.map(({ value }) => value)).toEqual([
        { facts: { pesel: "44051401359", mothersMaidenName: "Nowak" }, district: 0, cannotProve: false },
      ]);
  });

  test("loses no row above a header that stands in its middle", () => {
    const { rows } = readAll("44051401359;Nowak;L1\npesel;nazwisko matki;dzielnica\n5221012342;Nowak;L1");
    expect(rows.map(({ state, line }) => [state, line])).toEqual([
      ["fine", 1],
      ["fault", 2],
      ["repaired", 3],
    ]);
  });

  test("has its columns by hand, where their names say something else", () => {
    const text = "nr;matka;gdzie\n44051401359;Nowak;L1";
    expect(layoutOf(text, roll(), { columns: { pesel: "NR", district: "3" } })).toMatchObject({
      places: { pesel: 0, district: 2 },
      missing: ["mothers_maiden_name"],
    });
    const { rows } = readAll(text, { pesel: "nr", mothers_maiden_name: "matka", district: "gdzie" });
    expect(rows.map(({ state, line }) => [state, line])).toEqual([["fine", 2]]);
    expect(layoutOf("pesel;PESEL;district;nazwisko matki\n", roll())?.twice).toEqual(["pesel"]);
  });

  test.each([
    ["2;Śródmieście", "fine", []],
    ["2;srodmiescie", "repaired", ["spelling"]],
    ["2;Załęska Hałda – Brynów Część Zachodnia", "repaired", ["spelling"]],
    ["2;ZałęskaHałda\u00a0Brynów część zachodnia", "repaired", ["spelling"]],
    ["2;Nowa Huta", "fault", ["district"]],
  ] as const)("matches a district by its folded name: %s", (row, state, says) => {
    const [read] = readAll(`44051401359;Nowak;${row.slice(2)}`).rows;
    expect([read?.state, read?.notes.map((note) => note.says)]).toEqual([state, says]);
  });

  test.each(["", "N/N", "NN", "brak", "-", "Müller (Schmidt)", "Kowalska/Nowak", "Nowak 2"])(
    "has a person whom no name proves: %j",
    (name) => {
      const [read] = readAll(`44051401359;${name};L1`).rows;
      expect([read?.state, read?.value?.cannotProve]).toEqual(["cannot-prove", true]);
    },
  );
});

describe("a number that a spreadsheet has touched", () => {
  test.each([
    ["44051401359", { text: "44051401359" }],
    ["440514 01359", { text: "44051401359" }],
    ["'44051401359", { text: "44051401359", repair: "apostrophe" }],
    ['="44051401359"', { text: "44051401359", repair: "formula" }],
    ["44051401359,00", { text: "44051401359", repair: "decimal" }],
    ["44051401359.0", { text: "44051401359", repair: "decimal" }],
    ["4,4051401359E+10", { text: "44051401359", repair: "exponent" }],
    ["4.4051401359e10", { text: "44051401359", repair: "exponent" }],
    ["4,40514E+10", { problem: "digits-lost" }],
    ["4405140135", { problem: "pesel" }],
    ["44051401358", { problem: "pesel" }],
    ["", { problem: "pesel" }],
    ["=44051401359", { text: "44051401359", repair: "formula" }],
    // What the doors of residents read without a word.
    ["４４０５１４０１３５９", { text: "44051401359" }],
    ["\u202d44051401359\u202c", { text: "44051401359" }],
    ["4405\u200b14\u00ad01359", { text: "44051401359" }],
    ["44.05.14.01359", { text: "44051401359" }],
    ["44\u202f0514\u00a001359", { text: "44051401359" }],
  ] as const)("is mended where nothing is lost: %s", (cell, is) => {
    expect(peselCell(cell)).toEqual(is);
  });

  test("has lost its zeros, and gets back just those", () => {
    const digit = (first: string) =>
      [..."0123456789"].map((last) => first + last).find((one) => !("problem" in peselCell(one))) ?? "";
    for (const born of ["0522101234", "0021011234", "0001011234"]) {
      const pesel = digit(born);
      expect(peselCell(pesel.replace(/^0+/, ""))).toEqual({ text: pesel, repair: "leading-zero" });
      expect(peselCell(`'${pesel.replace(/^0+/, "")}`)).toEqual({ text: pesel, repair: "leading-zero" });
    }
  });

  const nameIn = (cell: string) => {
    const { state, notes, value } = roll().read({
      pesel: "44051401359",
      mothers_maiden_name: cell,
      district: "L1",
    });
    return [value?.facts.mothersMaidenName, state, ...notes.map(({ says }) => says)];
  };

  test.each([
    ["Nоwak", "Nowak"],
    ["Zieliński-Kоs", "Zieliński-Kos"],
    ["Jо\u0301źwiak", "Jóźwiak"],
    ["Koваленко", "Коваленко"],
    ["Νowak", "Nowak"],
  ])(
    "has letters that only look right, and is written in the one alphabet that can be meant: %s",
    (cell, is) => {
      expect(nameIn(cell)).toEqual([is, "repaired", "alphabet"]);
    },
  );

  test("is left alone where its letters could be of either alphabet, or of neither", () => {
    for (const cell of ["Осa", "Nowaқ"]) expect(nameIn(cell)).toEqual([undefined, "cannot-prove"]);
    for (const cell of ["Nowak", "Коваленко", "Οικονόμου", "Nowak Коваленко"])
      expect(nameIn(cell)).toEqual([cell, "fine"]);
  });

  test.each(["NULL", "None", "Nie dotyczy", "N.D.", "nieznana", "NIEZNANE NAZWISKO", "xxxx", "-", "brak"])(
    "says that a name is not known, which proves nobody: %s",
    (cell) => {
      expect(nameIn(cell)).toEqual([undefined, "cannot-prove"]);
    },
  );

  test("is told from a name that begins with an apostrophe", () => {
    expect(plainCell("'t Hooft")).toEqual({ text: "'t Hooft" });
    expect(plainCell("’0123")).toEqual({ text: "0123", repair: "apostrophe" });
  });

  test("names that are one without their marks are nobody's", () => {
    const find = namesOf([
      ["Brynów-Zachód", 1],
      ["Brynów Zachód", 2],
    ]);
    expect([find("Brynów-Zachód")?.thing, find("brynów zachód")?.thing, find("Brynow Zachod")]).toEqual([
      1,
      2,
      undefined,
    ]);
  });

  test("commas, tabs and semicolons are told apart by what they divide", () => {
    expect(delimiterOf("a;b,c;d\n1;2,5;3", roll())).toBe(";");
    expect(delimiterOf("44051401359\tNowak, z domu Kos\tL1\n44051401359\tNowak\tL1", roll())).toBe("\t");
  });
});

describe("a note that is kept", () => {
  const read = (bytes: Uint8Array) => [...unpackNotes(bytes, ["pesel", "surname"])];

  test("says after a release what it said before", () => {
    const was = [
      [0, "columns"],
      [8, "district"],
      [13, "nobody"],
      [16, "email"],
      [17, "leading-zero"],
      [22, "spelling"],
      [23, "reason"],
      [26, "district-twice"],
    ] as const;
    const bytes = Uint8Array.from(was.flatMap(([number]) => [0, 0, 1, 2, 1, number]));
    expect(read(bytes)).toEqual(was.map(([, says]) => ({ line: 258, column: "surname", says })));
  });

  test("comes back as it went in, whatever it says", () => {
    const noted = [...PROBLEMS, ...REPAIRS].map((says, n) => ({ line: n + 2, column: null, says }));
    expect(read(packNotes(noted, []))).toEqual(noted);
  });
});
