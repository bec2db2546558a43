/** Remarks that wait, out as a sheet, and what a person has filled in. Each row knows its remark as it was: what changed meanwhile is refused. */
import { readTable } from "../../acts/roll/read-file.ts";
import { canonicalDigest } from "../../domain/canonical.ts";
import type { OfficialDocument } from "../../domain/document/document.ts";
import { remarkDecisionsKind } from "../../domain/import/kinds/remark-decisions.ts";
import type { Language } from "../../domain/languages.ts";
import { refusal } from "../../domain/refusals.ts";
import { Refused } from "../../domain/result.ts";
import type { Instant } from "../../domain/time.ts";
import type { SaidOfFile } from "../../domain/voting/roll-preview.ts";
import type { Deps } from "../../platform/deps.ts";
import type { Consultation } from "../consultations/rules.ts";
import { type ConsultationPath, consultationOf } from "../consultations/writing.ts";
import { wordsIn as moderationIn, publicText } from "../moderation/pages.ts";
import { aboutText, wordsIn } from "./pages.ts";
import { type Remark, Verdict } from "./rules.ts";
import type { Sheet } from "./sheet-rules.ts";
import { remarksOf } from "./taking.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";

/** A remark as it is now, in twelve characters. */
const digestOf = ({ id, consultationId, version, text }: Remark): string =>
  canonicalDigest([consultationId, id, version, text]).slice(0, 12);

/** What decisions are called in a sheet: by their ids, and in both languages of the office. */
export const SHEET_KIND: ReturnType<typeof remarkDecisionsKind<Verdict>> = remarkDecisionsKind<Verdict>(
  Verdict.options.flatMap((one) =>
    [one, pl.verdicts[one], en.verdicts[one]].map((name) => [name, one] as const),
  ),
);

/** All that wait, in a sheet with two empty columns. */
export const waitingTable = async (
  path: ConsultationPath,
  { language, at }: { readonly language: Language; readonly at: Instant },
  deps: Deps,
): Promise<OfficialDocument> => {
  const consultation = await consultationOf(path, deps);
  const w = wordsIn(language);
  const waiting = (await remarksOf(consultation, deps).all()).filter(({ decision }) => !decision);
  const frame = { words: { language } } as Parameters<typeof aboutText>[0];
  return {
    language,
    title: w.of(consultation.subject.title),
    issuer: deps.site.city.office,
    number: consultation.id,
    version: consultation.version,
    issuedAt: at,
    blocks: [
      { kind: "paragraph", text: w.office.sheet.fill(Verdict.options.map((one) => w.verdicts[one])) },
      {
        kind: "table",
        caption: w.title,
        columns: [
          { title: w.columns.number, kind: "number", width: 1 },
          { title: w.office.sheet.digest, kind: "text", width: 2 },
          { title: w.columns.about, kind: "text", width: 2 },
          { title: w.columns.text, kind: "text", width: 6 },
          { title: w.columns.verdict, kind: "text", width: 2 },
          { title: w.columns.reason, kind: "text", width: 5 },
        ],
        rows: waiting.map((one) => [
          one.number,
          digestOf(one),
          aboutText(frame, consultation, one.about),
          publicText(moderationIn(language), one),
          undefined,
          undefined,
        ]),
      },
    ],
  };
};

const MOST_ROWS = 2000;

/** Reads a sheet, and says of each row what it would decide. Nothing is written. */
export const readSheet = async (
  consultation: Pick<Consultation, "id">,
  { table, said = {} }: { readonly table: Uint8Array; readonly said?: SaidOfFile },
  deps: Deps,
): Promise<Sheet> => {
  const { encoding, layout, rows: read } = await readTable(table, SHEET_KIND, said);
  if (read.length > MOST_ROWS)
    throw new Refused(refusal("table/too-long", { rows: read.length, most: MOST_ROWS }));
  const known = new Map((await remarksOf(consultation, deps).all()).map((one) => [one.number, one]));
  const noted: Sheet["noted"][number][] = [];
  const rows: Sheet["rows"][number][] = [];
  const met = new Set<number>();
  let empty = 0;
  for (const { line, notes, value } of read) {
    for (const { column, says } of notes) noted.push({ line, column: column ?? null, says });
    if (!value) continue;
    const remark = known.get(value.number);
    if (!remark) noted.push({ line, column: "number", says: "remark" });
    else if (met.has(value.number)) noted.push({ line, column: "number", says: "remark-twice" });
    else if (!value.decision) empty += 1;
    else {
      const { verdict, reason } = value.decision;
      const isThere = remark.decision?.verdict === verdict && remark.decision.reason === reason;
      if (!isThere && value.digest !== digestOf(remark))
        noted.push({ line, column: "digest", says: "remark-changed" });
      rows.push({ remark, verdict, reason, isThere });
    }
    met.add(value.number);
  }
  return { encoding, layout, rows, empty, noted };
};
