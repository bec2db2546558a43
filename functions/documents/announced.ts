import { templateAt } from "../../shared/acts/list-templates.ts";
import type { Announced } from "../../shared/domain/document/announced.ts";
import type { Block, OfficialDocument } from "../../shared/domain/document/document.ts";
import type { ListRow } from "../../shared/domain/document/lists.ts";
import { filledIn, type Template } from "../../shared/domain/document/template.ts";
import type { LeftOut } from "../../shared/domain/procedure/left-out.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { poolNameIn } from "../../shared/words/pool-name.ts";
import type { Words } from "../../shared/words/words.ts";

const sum = (of: readonly ListRow[]): number => of.reduce((all, { costGrosze }) => all + costGrosze, 0);
const standing = (projects: readonly ListRow[]): ListRow[] =>
  projects.filter(({ withdrawn }) => withdrawn === undefined);

/** What stands around a list when it is written. */
export interface Around {
  readonly issuer: string;
  readonly words: Words;
  readonly template: Template;
}

const paragraphsOf = (text: string): Block[] =>
  text.split(/\n{2,}/).map((one) => ({ kind: "paragraph", text: one.replace(/\s+/g, " ").trim() }));

/** What was withdrawn or merged by then, each with its number, and of a merged one the number that it went into. */
const leftOutBlocks = (leftOut: readonly LeftOut[], { words }: Pick<Around, "words">): Block[] => {
  const w = words.lists;
  if (leftOut.length === 0) return [];
  return [
    {
      kind: "table",
      caption: w.leftOut.title,
      columns: [
        { title: w.columns.number, kind: "text", width: 3 },
        { title: w.columns.title, kind: "text", width: 9 },
        { title: w.columns.note, kind: "text", width: 6 },
      ],
      rows: leftOut.map(({ number, title, status, at, into }) => {
        const day = words.format.shortDay(at);
        return [number, title, status === "merged" ? w.leftOut.merged(day, into) : w.withdrawnOn(day)];
      }),
    },
  ];
};

/** A list as the office's document. What was taken out stands in its place, and in no sum. */
export const documentOf = (announced: Announced, { issuer, words, template }: Around): OfficialDocument => {
  const { version, issuedAt, cycle, pools, madeBy, order, published, retracted, leftOut = [] } = announced;
  const countOf = (wanted: LeftOut["status"]) => leftOut.filter(({ status }) => status === wanted).length;
  const w = words.lists;
  const { format } = words;
  const all = pools.flatMap(({ projects }) => projects);
  const left = standing(all);
  const gone = all.length - left.length;
  const hasStages = all.some(({ stage }) => stage !== undefined);
  const hasVerdicts = all.some(({ result }) => result !== undefined);
  const verdict = ({ result }: ListRow): string | undefined => result && w.results[result];
  const hasGone = all.some((row) => row.gone !== undefined);
  const said = ({ withdrawn, gone: left }: ListRow): string | undefined => {
    if (withdrawn) return w.withdrawnOn(format.shortDay(withdrawn.at), withdrawn.reason);
    if (!left) return undefined;
    const day = format.shortDay(left.at);
    return announced.list === "merged" ? w.leftOut.merged(day, left.into) : w.withdrawnOn(day);
  };
  const hasNotes = gone > 0 || hasGone;
  const number = w.number(version, cycle.edition);
  const values = {
    edition: words.edition(cycle.name, cycle.edition),
    office: issuer,
    number,
    version: format.number(version),
    date: format.shortDay(issuedAt),
    act: published?.act ?? "",
    projects: format.number(left.length),
    cost: format.money(sum(left)),
  };
  const written = (text: string | null): Block[] =>
    text === null ? [] : paragraphsOf(filledIn(text, values));
  return {
    language: words.language,
    title: filledIn(template.title, values),
    issuer,
    number,
    version,
    issuedAt,
    blocks: [
      ...(retracted
        ? [
            {
              kind: "paragraph" as const,
              text: w.retractedOn(format.shortDay(retracted.at), retracted.reason),
            },
          ]
        : []),
      ...written(template.introduction),
      ...written(template.legalBasis),
      {
        kind: "facts",
        facts: [
          [w.projects, format.number(left.length)],
          ...(hasGone ? [] : [[w.cost, format.money(sum(left))] as const]),
          ...(leftOut.length > 0
            ? [
                [w.leftOut.withdrawn, format.number(countOf("withdrawn"))] as const,
                [w.leftOut.mergedCount, format.number(countOf("merged"))] as const,
              ]
            : []),
          ...(gone > 0 ? [[w.withdrawn, format.number(gone)] as const] : []),
          [w.made, format.moment(issuedAt)],
          [w.madeBy, madeBy ?? w.byCalendar],
          ...(published
            ? [
                [w.published.act, published.act] as const,
                [w.published.on, format.date(published.on)] as const,
                [w.published.by, published.by.join(", ")] as const,
              ]
            : []),
          [w.template, template.version === 0 ? w.basic : words.documents.version(template.version)],
          ...(order
            ? [
                [w.order.title, w.order.drawn] as const,
                [w.order.seed, order.seed] as const,
                [w.order.digest, order.commitment] as const,
              ]
            : []),
        ],
      },
      ...(order ? [{ kind: "paragraph" as const, text: w.order.check }] : []),
      ...pools
        .filter((pool) => pool.projects.length > 0)
        .map(({ id, projects }) => ({
          kind: "table" as const,
          caption: poolNameIn(words.language, cycle.ruleSet, id) ?? id,
          columns: [
            { title: w.columns.number, kind: "text" as const, width: 3 },
            { title: w.columns.title, kind: "text" as const, width: 9 },
            { title: w.columns.cost, kind: "money" as const, width: 4 },
            ...(hasStages ? [{ title: w.columns.stage, kind: "text" as const, width: 4 }] : []),
            ...(hasVerdicts
              ? [
                  { title: w.columns.result, kind: "text" as const, width: 3 },
                  { title: w.columns.reason, kind: "text" as const, width: 9 },
                ]
              : []),
            ...(hasNotes ? [{ title: w.columns.note, kind: "text" as const, width: 5 }] : []),
          ] as const,
          rows: projects.map((row) => [
            row.number,
            row.title,
            row.costGrosze,
            ...(hasStages ? [row.stage && w.stages[row.stage]] : []),
            ...(hasVerdicts ? [verdict(row), row.reason] : []),
            ...(hasNotes ? [said(row)] : []),
          ]),
          ...(!hasGone && { total: [w.total, undefined, sum(standing(projects))] }),
        })),
      ...leftOutBlocks(leftOut, { words }),
      ...written(template.closing),
      ...(template.signatures.length > 0
        ? [{ kind: "signatures" as const, posts: template.signatures }]
        : []),
    ],
  };
};

/** A list as its document, with the template that was in force when it was made. */
export const aroundOf = async (
  { list, issuedAt }: Pick<Announced, "list" | "issuedAt">,
  words: Words,
  { store, site }: Pick<Deps, "store" | "site">,
): Promise<Around> => {
  const of = { list, language: words.language };
  const template = await templateAt(await store.listNotes.templates(), of, issuedAt);
  return { issuer: site.city.office, words, template };
};
