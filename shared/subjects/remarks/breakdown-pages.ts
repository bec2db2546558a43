import type { City } from "../../domain/city.ts";
import type { Table } from "../../domain/document/document.ts";
import type { Consultation } from "../consultations/rules.ts";
import type { Numbers } from "./number-rules.ts";
import { subjectText } from "./pages.ts";
import type { RemarkWords } from "./words.pl.ts";

/** A table of a report, whose rows are filters of the list of remarks: by it each number leads to what it was counted from. */
export interface Breakdown {
  readonly by: "verdict" | "origin" | "about" | "district";
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly { readonly key: string; readonly label: string; readonly count: number }[];
  readonly total: number;
}

const sum = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((all, { count }) => all + count, 0);

/** How the numbers of a report are divided; what nothing falls under is no table. */
export const breakdownsOf = (
  numbers: Numbers,
  { documents }: Pick<Consultation, "documents">,
  { words: w, city }: { readonly words: RemarkWords; readonly city: Pick<City, "districts"> },
): Breakdown[] => {
  const name = (district: string): string =>
    city.districts.find(({ id }) => id === district)?.name ?? district;
  const all: Omit<Breakdown, "total">[] = [
    {
      by: "verdict",
      caption: w.report.byVerdict,
      head: w.columns.verdict,
      rows: numbers.verdicts.map(({ verdict, count }) => ({
        key: verdict,
        label: w.verdicts[verdict],
        count,
      })),
    },
    {
      by: "origin",
      caption: w.report.byOrigin,
      head: w.columns.origin,
      rows: numbers.origins.map(({ origin, count }) => ({ key: origin, label: w.origins[origin], count })),
    },
    {
      by: "about",
      caption: w.report.bySubject,
      head: w.columns.about,
      rows: numbers.subjects.map(({ about, count }) => ({
        key: about,
        label: subjectText(w, documents, about),
        count,
      })),
    },
    {
      by: "district",
      caption: w.report.byDistrict,
      head: w.columns.district,
      rows: numbers.districts.map(({ district, count }) => ({
        key: district,
        label: name(district),
        count,
      })),
    },
  ];
  return all.filter(({ rows }) => rows.length > 0).map((one) => ({ ...one, total: sum(one.rows) }));
};

/** The same as a table of the document. */
export const breakdownTable = ({ caption, head, rows, total }: Breakdown, w: RemarkWords): Table => ({
  kind: "table",
  caption,
  columns: [
    { title: head, kind: "text", width: 3 },
    { title: w.report.count, kind: "number", width: 1 },
  ],
  rows: rows.map(({ label, count }) => [label, count]),
  total: [w.report.total, total],
});
