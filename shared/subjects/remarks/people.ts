/** Tables of who has made remarks, as a report tells them. */
import type { City } from "../../domain/city.ts";
import type { toldOfPeople } from "../../domain/consultation/people.ts";
import type { Block, Cell, Table } from "../../domain/document/document.ts";
import type { RemarkWords } from "./words.pl.ts";

type Districts = Pick<City, "districts">;
type Told = ReturnType<typeof toldOfPeople>[number];

const tableOf = (
  { question, rows, unsaid }: Told,
  labels: Readonly<Record<string, string>>,
  w: RemarkWords,
  residents?: ReadonlyMap<string, number>,
): Table => {
  const { people: p } = w;
  const all = [...(residents?.values() ?? [])].reduce((sum, one) => sum + one, 0);
  const told = (count: number | undefined): string => (count === undefined ? p.hidden : String(count));
  const lives = (value: string): Cell[] => {
    const here = residents?.get(value);
    return here === undefined ? [] : [here, p.percent((100 * here) / all)];
  };
  return {
    kind: "table",
    caption: p.captions[question],
    columns: [
      { title: p.heads[question], kind: "text", width: 3 },
      { title: w.report.count, kind: "text", width: 1 },
      ...(residents
        ? [
            { title: p.residents, kind: "number" as const, width: 1 },
            { title: p.share, kind: "text" as const, width: 1 },
          ]
        : []),
    ],
    rows: [
      ...rows.map(({ value, count }) => [labels[value] ?? value, told(count), ...lives(value)]),
      [p.unsaid, told(unsaid)],
    ],
  };
};

/** Who has made remarks on line, as far as they said; nothing where nobody was asked. */
export const peopleBlocks = (
  people: readonly Told[],
  asked: number,
  { districts }: Districts,
  w: RemarkWords,
): Block[] => {
  if (asked === 0) return [];
  const { people: p } = w;
  const names = Object.fromEntries(districts.map(({ id, name }) => [id, name]));
  const residents = new Map(districts.map((one) => [one.id, one.residents]));
  const missing = people
    .flatMap(({ question, rows }) => (question === "district" ? rows : []))
    .filter(({ count }) => count === 0)
    .map(({ value }) => names[value] ?? value);
  return [
    { kind: "heading", level: 2, text: p.title },
    { kind: "paragraph", text: p.lead(asked) },
    ...people.map((one) =>
      one.question === "district"
        ? tableOf(one, names, w, residents)
        : tableOf(one, one.question === "age" ? p.ages : p.sexes, w),
    ),
    ...(missing.length > 0 ? [{ kind: "paragraph" as const, text: p.missing(missing) }] : []),
    { kind: "paragraph", text: p.noPopulation },
  ];
};
