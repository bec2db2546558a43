import { z } from "zod";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result } from "../../domain/result.ts";
import { epochSeconds, Instant, LocalDate, plusSeconds } from "../../domain/time.ts";
import { kept } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import type { Page } from "../../store/reads.ts";
import type { Table } from "../../store/table.ts";
import { type Attributes, check, create, put, update, type Write } from "../../store/write.ts";
import { Answer } from "./answer-rules.ts";
import type { Told as ToldCounts } from "./provisional-rules.ts";
import { type Counted, cellsOf } from "./result-rules.ts";
import { Survey, type SurveyId } from "./rules.ts";

/** Counts lie in so many items: one alone would make answers of the same moment wait for each other. */
const SHARDS = 16;
/** So many counts are written to one of them at once: an expression is 4 kB at most. */
const CELLS = 100;
const ANSWERED_SECONDS = 366 * 86_400;

const Revision = Survey.pick({ revision: true, questions: true });
type Revision = z.infer<typeof Revision>;

/** A batch of paper: where and when it was collected, how many answers of it are entered, and by whom first. */
const Batch = z.object({
  id: z.string(),
  place: z.string(),
  collectedOn: LocalDate,
  entered: z.int(),
  byName: z.string(),
  at: Instant,
});
type Batch = z.infer<typeof Batch>;

const partOf = (kind: "REVISION" | "COUNTS" | "TOLD", revision: number, shard?: number): string =>
  [kind, String(revision).padStart(4, "0"), ...(shard === undefined ? [] : [shard])].join("#");

/** Names of attributes are words: a cell is one, whatever the ids in it. */
const attributeOf = (cell: string): string => cell.replaceAll("-", "__").replaceAll(".", "_");
const cellOf = (attribute: string): string => attribute.replaceAll("__", "-").replaceAll("_", ".");

const Cells = z.record(z.string(), z.int());
const Told = z.object({ web: z.int(), paper: z.int(), cells: Cells, waiting: Cells.default({}) });

const Shard = z.looseObject({ web: z.int().default(0), paper: z.int().default(0) });

/** An answer to be kept, and who may not give another one. */
interface Given {
  readonly survey: Survey;
  readonly answer: Answer;
  /** A keyed hash of the proved address, of a survey that takes one answer from each. */
  readonly person?: string | undefined;
}

export const openSurveys = (table: Table) => {
  const surveys = kept(table, keys.survey, Survey);
  const counting = ({ id, revision, questions }: Survey, answers: readonly Answer[]): Write[] => {
    const counts = new Map<string, number>();
    const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const { answers: given, batch } of answers) {
      count(batch === undefined ? "web" : "paper");
      for (const cell of cellsOf({ questions }, given)) count(attributeOf(cell));
    }
    const first = answers[0]?.id.codePointAt(answers[0].id.length - 1) ?? 0;
    const all = [...counts];
    return Array.from({ length: Math.ceil(all.length / CELLS) }, (_, part) =>
      update({
        key: keys.surveyPart(id, partOf("COUNTS", revision, (first + part) % SHARDS)),
        add: Object.fromEntries(all.slice(part * CELLS, (part + 1) * CELLS)),
      }),
    );
  };
  const keeping = (id: SurveyId, answer: Answer): Write =>
    create({
      key: keys.surveyAnswer(id, answer.id),
      item: answer,
      otherwise: () => refusal("request/key-reused", {}),
    });

  /** Whether this very request was kept before. */
  const isKept = async (
    id: SurveyId,
    { id: answerId, fingerprint }: Pick<Answer, "id" | "fingerprint">,
  ): Promise<boolean> => {
    const kept = await table.get(keys.surveyAnswer(id, answerId), Answer);
    return kept !== undefined && kept.fingerprint === fingerprint;
  };

  return {
    ...surveys,

    /** A survey as it is to be, in the place of the version that was read; a revision that it leaves is kept beside it. */
    change: async (
      before: Survey,
      after: Survey,
      record: Write,
      due: Attributes,
    ): Promise<Result<Survey>> => {
      const { id, revision, questions } = before;
      const key = keys.surveyPart(id, partOf("REVISION", revision));
      const left = after.revision === revision ? [] : [put({ key, item: { revision, questions } })];
      return surveys.change(before, after, [...left, record], due);
    },

    /** What it waits for next, unless somebody changed it meanwhile. */
    await: ({ id, version }: Survey, due: Attributes, place: string, record: Write): Promise<Result<void>> =>
      table.write([
        update({
          key: keys.survey(id),
          set: due,
          when: { text: "#version = :version AND #workKey = :place", values: { version, place } },
        }),
        record,
      ]),

    /** Earlier revisions, and the last one. */
    revisions: async ({ id, revision, questions }: Survey): Promise<Revision[]> => [
      ...(await table.query(keys.surveyPart(id, "").pk, Revision, { prefix: "REVISION#" })).items,
      { revision, questions },
    ],

    /** One answer, once: the same again finds itself; nobody gives two whose address was proved. What was answered is joined with nobody. */
    answer: async (
      { survey, answer, person }: Given,
      answered: () => ReturnType<typeof refusal>,
    ): Promise<Result<"kept" | "known">> => {
      const expiresAtSeconds = epochSeconds(plusSeconds(survey.endsAt, ANSWERED_SECONDS));
      const marker =
        person === undefined
          ? []
          : [
              create({
                key: keys.surveyAnswered(survey.id, person),
                item: { expiresAtSeconds },
                otherwise: answered,
              }),
            ];
      const outcome = await table.write([
        keeping(survey.id, answer),
        ...marker,
        ...counting(survey, [answer]),
      ]);
      if (outcome.ok) return ok("kept");
      return (await isKept(survey.id, answer)) ? ok("known") : outcome;
    },
    isKept,

    /** Whether somebody answered from this address, by its hash. */
    isAnswered: async (id: SurveyId, person: string): Promise<boolean> =>
      (await table.get(keys.surveyAnswered(id, person), z.object({}))) !== undefined,

    /** Answers of one batch of paper, all of them or none, and none once the results are final. */
    enter: async (
      survey: Survey,
      answers: readonly Answer[],
      batch: Batch,
      record: Write,
      isFinal: () => ReturnType<typeof refusal>,
    ): Promise<Result<Batch>> => {
      const { entered, ...set } = batch;
      const counts = counting(survey, answers);
      const outcome = await table.write([
        ...answers.map((answer) => keeping(survey.id, answer)),
        ...counts,
        update({ key: keys.surveyPart(survey.id, `BATCH#${batch.id}`), set, add: { entered } }),
        check({
          key: keys.survey(survey.id),
          when: { text: "attribute_exists(#pk) AND attribute_not_exists(#finalAt)" },
          otherwise: isFinal,
        }),
        record,
      ]);
      const [first] = answers;
      const isEntered = outcome.ok || (first !== undefined && (await isKept(survey.id, first)));
      return isEntered ? ok(batch) : outcome;
    },
    batch: (id: SurveyId, batch: string): Promise<Batch | undefined> =>
      table.get(keys.surveyPart(id, `BATCH#${batch}`), Batch),
    batches: async (id: SurveyId): Promise<Batch[]> =>
      (await table.query(keys.surveyPart(id, "").pk, Batch, { prefix: "BATCH#" })).items,

    /** What was counted of a revision: how many on line and on paper, and each cell. */
    counts: async (id: SurveyId, revision: number): Promise<Counted> => {
      const { items } = await table.query(keys.surveyPart(id, "").pk, Shard, {
        prefix: `${partOf("COUNTS", revision)}#`,
      });
      const cells: Record<string, number> = {};
      for (const shard of items)
        for (const [name, count] of Object.entries(shard))
          if (/^q\d/.test(name)) cells[cellOf(name)] = (cells[cellOf(name)] ?? 0) + Number(count);
      const sum = (of: "web" | "paper") => items.reduce((all, one) => all + one[of], 0);
      return { web: sum("web"), paper: sum("paper"), cells };
    },

    /** What is told of a survey that is not final: its counts of a moment, until enough answers have come since. */
    told: (id: SurveyId, revision: number): Promise<ToldCounts | undefined> =>
      table.get(keys.surveyPart(id, partOf("TOLD", revision)), Told),
    tell: (id: SurveyId, revision: number, told: ToldCounts): Promise<Result<void>> =>
      table.write([put({ key: keys.surveyPart(id, partOf("TOLD", revision)), item: { ...told } })]),

    /** Where an answer stands among the others: those after it are read on from there. */
    placeOf: (id: SurveyId, answer: Answer): string => String(keys.surveyAnswer(id, answer.id).sk),
    answers: (
      id: SurveyId,
      page: { readonly after?: string; readonly limit: number },
    ): Promise<Page<Answer>> => table.query(keys.surveyAnswer(id, "").pk, Answer, page),
  };
};
