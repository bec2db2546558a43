import fc from "fast-check";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { docxOf } from "../../functions/documents/docx.ts";
import { odsOf } from "../../functions/documents/ods.ts";
import { pdfOf } from "../../functions/documents/pdf.ts";
import type { Cell, OfficialDocument } from "../../shared/domain/document/document.ts";
import { LANGUAGES, type Language, rowOf } from "../../shared/domain/languages.ts";
import { wordsOf } from "../../shared/words/words.ts";
import { IS_LONG } from "../kit/chance.ts";
import { heard, textsOf } from "../kit/documents.ts";

const COLUMNS = [
  { title: "Numer", kind: "text", width: 2 },
  { title: "Tytuł", kind: "text", width: 6 },
  { title: "Koszt", kind: "money", width: 3 },
  { title: "Termin", kind: "date", width: 3 },
] as const;

const documentOf = (
  rows: readonly (readonly Cell[])[],
  { language = "pl", text = "Ogłaszamy listę." }: { language?: Language; text?: string } = {},
): OfficialDocument => ({
  language,
  title: text,
  issuer: "Urząd Miasta",
  number: "BO.14.2027/1",
  version: 2,
  issuedAt: "2027-05-01T10:00:00.000Z",
  blocks: [
    { kind: "paragraph", text },
    { kind: "heading", level: 2, text: "Załęże" },
    { kind: "list", isNumbered: true, items: ["pierwszy", "drugi"] },
    { kind: "facts", facts: [["Pula", "1 000 000 zł"]] },
    { kind: "table", caption: "Projekty", columns: COLUMNS, rows, total: ["Razem", undefined, 12_345] },
    { kind: "signatures", posts: ["Prezydent Miasta"] },
  ],
});

const SHORT = [["A1", "Ławki: обʼєднання", 1_234_567, "2027-06-01"]];

test.each(LANGUAGES)("a document in %s is a PDF that says what each part of it is", async (language) => {
  const words = await wordsOf(language);
  const { roles, text, title, lang } = await heard(await pdfOf(documentOf(SHORT, { language }), words));
  expect(title).toBe("Ogłaszamy listę.");
  expect(lang).toBe(rowOf(language).locale);
  const count = (role: string) => roles.filter((one) => one === role).length;
  expect(
    Object.fromEntries(["H1", "H2", "L", "LI", "Table", "TR", "TH", "TD"].map((role) => [role, count(role)])),
  ).toEqual({ H1: 1, H2: 1, L: 1, LI: 2, Table: 1, TR: 3, TH: 6, TD: 6 });
  expect(text).toContain("Ławki: обʼєднання");
  expect(text).toContain(words.format.money(1_234_567).replaceAll("\u00a0", " "));
  expect(text.indexOf("Projekty")).toBeGreaterThan(text.indexOf("Załęże"));
});

test("a table goes on from page to page under its head, and a cell that fits on none is whole", async () => {
  const words = await wordsOf("pl");
  const long = Array.from({ length: 1200 }, (_, n) => `słowo${n}`).join(" ");
  const rows = [
    ...Array.from({ length: 20 }, (_, n) => [`A${n}`, `Tytuł ${n}`, n, "2027-06-01"]),
    ["B1", long, 1, "2027-06-02"],
  ];
  const { pages, text } = await heard(await pdfOf(documentOf(rows), words));
  expect(pages.length).toBeGreaterThan(2);
  const read = [...text.matchAll(/słowo(\d+)/g)].map(([, n]) => Number(n));
  expect(read.findIndex((n, index) => n !== index)).toBe(-1);
  expect(read).toHaveLength(1200);
  for (let n = 0; n < 20; n++) expect(text).toContain(`Tytuł ${n} `);
  // Its head is read out once, whatever returns on each page.
  expect(text.split("Termin")).toHaveLength(2);
});

test("the same document is the same file, whenever and wherever it is made", async () => {
  const words = await wordsOf("pl");
  const made = async () => {
    const document = documentOf(SHORT);
    return [await pdfOf(document, words), await docxOf(document, words), odsOf(document, words)];
  };
  const first = await made();
  const zone = process.env.TZ;
  process.env.TZ = "Pacific/Auckland";
  const real = Date.now;
  Date.now = () => real() + 86_400_000;
  try {
    const second = await made();
    expect(second.map((bytes, n) => bytes.equals(first[n] ?? bytes.subarray(1)))).toEqual([true, true, true]);
  } finally {
    Date.now = real;
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

/** Text as a stranger may write it: of any letters, with marks of XML, of formulas and of other directions. */
const ANY_TEXT = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(
      "=1+1",
      "@SUM(A1)",
      "]]>",
      "<b>&amp;",
      "'--",
      "\ud800",
      "\u0000\ufffe",
      "אבג \u202eabc",
      "🏳️‍🌈",
      "-1",
    ),
  )
  .map((text) => `${text}.`);

test("whatever stands in a document, each of its files opens, and a sheet holds no formula", async () => {
  const words = await wordsOf("pl");
  await fc.assert(
    fc.asyncProperty(ANY_TEXT, async (text) => {
      const document = documentOf([[text, text, 5, "2027-06-01"]], { text });
      const sheet = new TextDecoder().decode(unzipSync(odsOf(document, words))["content.xml"]);
      expect(sheet).not.toContain("table:formula");
      expect(textsOf(odsOf(document, words))["content.xml"]?.length).toBeGreaterThan(10);
      expect(textsOf(await docxOf(document, words))["word/document.xml"]?.length).toBeGreaterThan(10);
      const { roles } = await heard(await pdfOf(document, words));
      expect(roles).toContain("Table");
    }),
    { numRuns: IS_LONG ? 300 : 6 },
  );
});

test("numbers, money and days are such in a sheet, and its text is what was written", async () => {
  const ods = odsOf(documentOf([["=1+1", "Ławki & <kosze>", 1_234_567, "2027-06-01"]]), await wordsOf("pl"));
  const names = Object.keys(unzipSync(ods));
  // A reader knows the file by what stands first.
  expect(names[0]).toBe("mimetype");
  expect(ods.subarray(30, 38).toString()).toBe("mimetype");
  const sheet = new TextDecoder().decode(unzipSync(ods)["content.xml"]);
  expect(sheet).toContain('office:value-type="currency" office:currency="PLN" office:value="12345.67"');
  expect(sheet).toContain('office:value-type="date" office:date-value="2027-06-01"');
  expect(textsOf(ods)["content.xml"]).toEqual(expect.arrayContaining(["=1+1", "Ławki & <kosze>"]));
});
