import { z } from "zod";
import { Refused } from "../../domain/result.ts";
import { TEXT_OF_ANSWER } from "../../platform/aws-limits.ts";
import { csvText } from "../../platform/csv.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type Request } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { file, json, view } from "../../platform/http.ts";
import { cursorOf, PageQuery, pageOf } from "../../platform/lists.ts";
import { blocked, CACHE, districtIds, publishedSurvey, SurveyPath } from "./answering.ts";
import { answerText, textFor, wordsIn } from "./pages.ts";
import { provisionalResults, shownOf } from "./provisional-rules.ts";
import { questionResults } from "./result-rules.ts";
import { noResultsView, type RevisionResult, resultsView, valueText } from "./results-pages.ts";
import { resultRows as rows } from "./rows.ts";
import { areResultsSeen, type Survey, SurveyId, surveyStateAt } from "./rules.ts";
import { surveyOf, surveysOf } from "./writing.ts";

/** Results, where they may be seen: of each revision that somebody answered. */
const resultsOf = async (
  survey: Survey,
  request: Pick<Request, "receivedAt" | "language">,
  deps: Deps,
): Promise<RevisionResult[]> => {
  if (!areResultsSeen(survey, request.receivedAt))
    throw new Refused(blocked(wordsIn(request.language).resultsHidden));
  const store = surveysOf(deps);
  const state = surveyStateAt(survey, request.receivedAt);
  const told = state === "final" ? questionResults : provisionalResults;
  const all = await Promise.all(
    (await store.revisions(survey)).map(async ({ revision, questions }) => {
      const [counted, before] = await Promise.all([
        store.counts(survey.id, revision),
        store.told(survey.id, revision),
      ]);
      const { web, paper, cells } = shownOf(state, counted, before);
      return {
        revision,
        web,
        paper,
        questions: told(questions, cells, districtIds(deps)),
      };
    }),
  );
  return all.filter(({ revision, web, paper }) => web + paper > 0 || revision === survey.revision);
};

const ResultsView = z
  .object({
    id: SurveyId,
    isFinal: z.boolean(),
    revisions: z.array(
      z.object({
        revision: z.int(),
        web: z.int(),
        paper: z.int(),
        questions: z.array(
          z.object({
            id: z.string(),
            text: z.string(),
            answered: z.int().nullable(),
            values: z.array(z.object({ value: z.string(), text: z.string(), count: z.int().nullable() })),
            rest: z.int().nullable().optional(),
            places: z.array(z.object({ value: z.string(), text: z.string(), mean: z.number().nullable() })),
          }),
        ),
      }),
    ),
  })
  .meta({
    id: "SurveyResults",
    description:
      "Counted answers; null where a number would tell of few people. Of a place the districts that many chose, and the `rest` as one",
  });

export const getSurveyResults = endpoint(rows.getSurveyResults, {
  summary: "Counted answers to a survey",
  params: SurveyPath,
  replies: { 200: ResultsView },
  cache: "public, max-age=10, s-maxage=10",
  handle: async (request, deps) => {
    const survey = await publishedSurvey(request.params, deps);
    const { districts } = deps.site.city;
    const results = await resultsOf(survey, request, deps);
    const revisions = results.map(({ questions, ...one }) => ({
      ...one,
      questions: questions.map(({ question, answered, values, rest, places }) => ({
        id: question.id,
        text: textFor(request, question.text),
        answered,
        ...(rest !== undefined && { rest }),
        values: values.map((cell) => ({
          ...cell,
          text: valueText(request, question, cell.value, districts),
        })),
        places: places.map((cell) => ({
          ...cell,
          text: valueText(request, question, cell.value, districts),
        })),
      })),
    }));
    return json({ id: survey.id, isFinal: survey.finalAt !== undefined, revisions });
  },
});

/** With a comma, as the Polish Excel reads numbers; whatever the language, as the rest of the file. */
const comma = (mean: number): string => String(mean).replace(".", ",");

export const getSurveyResultsCsv = endpoint(rows.getSurveyResultsCsv, {
  summary: "Counted answers to a survey as CSV",
  description: "A number that would tell of few people is left out.",
  replies: { 200: "text/csv" },
  params: SurveyPath,
  cache: "public, max-age=10, s-maxage=10",
  handle: async (request, deps) => {
    const survey = await publishedSurvey(request.params, deps);
    const { districts } = deps.site.city;
    const results = await resultsOf(survey, request, deps);
    const { file: head, rest: restText } = wordsIn(request.language);
    const lines = results.flatMap(({ revision, questions }) =>
      questions.flatMap(({ question, answered, values, rest, places }) => {
        const about = [revision, question.id, textFor(request, question.text)];
        const told = (value: string) => valueText(request, question, value, districts);
        return [
          [...about, "", answered ?? "", ""],
          ...values.map(({ value, count }) => [...about, told(value), count ?? "", ""]),
          ...(rest ? [[...about, restText, rest, ""]] : []),
          ...places.map(({ value, mean }) => [...about, told(value), "", mean === null ? "" : comma(mean)]),
        ];
      }),
    );
    return file(csvText(head, lines), "text/csv; charset=utf-8", `${survey.id}.csv`);
  },
});

export const getSurveyResultsPage = endpoint(rows.getSurveyResultsPage, {
  summary: "Results of a survey, with bars",
  params: SurveyPath,
  cache: CACHE,
  handle: async (request, deps) => {
    const survey = await publishedSurvey(request.params, deps);
    if (!areResultsSeen(survey, request.receivedAt))
      return view(noResultsView(frameOf(request), survey), 409);
    const results = await resultsOf(survey, request, deps);
    const isFinal = survey.finalAt !== undefined;
    return view(
      resultsView(frameOf(request), survey, { results, isFinal, districts: deps.site.city.districts }),
    );
  },
});

/** The most lines and bytes of one part of the file; the header `Link` names the next one. */
const [LINES, BYTES] = [1000, TEXT_OF_ANSWER];

/** So many of them, the first at least, as fit into a part. */
const fitting = (lines: readonly (readonly (string | number)[])[]): number => {
  let bytes = 0;
  for (const [index, line] of lines.entries()) {
    bytes += Buffer.byteLength(line.join(";"));
    if (bytes > BYTES) return Math.max(1, index);
  }
  return lines.length;
};

export const getSurveyAnswersFile = endpoint(rows.getSurveyAnswersFile, {
  summary: "Answers to a survey in words, a column a question, as CSV in parts",
  params: SurveyPath,
  query: PageQuery,
  handle: async (request, deps) => {
    const survey = await surveyOf(request.params, deps);
    const { districts } = deps.site.city;
    const store = surveysOf(deps);
    const [revisions, batches] = await Promise.all([store.revisions(survey), store.batches(survey.id)]);
    const asked = [
      ...new Map(revisions.flatMap(({ questions }) => questions).map((one) => [one.id, one])).values(),
    ];
    const { items, next } = await store.answers(survey.id, { ...pageOf(request.query), limit: LINES });
    const lines = items.map(({ day, revision, batch, answers }) => {
      const own = revisions.find((one) => one.revision === revision)?.questions ?? [];
      const place = batches.find(({ id }) => id === batch)?.place ?? "";
      const inWords = asked.map(({ id }) => {
        const question = own.find((one) => one.id === id);
        return question && answers[id] !== undefined ? answerText(request, question, answers, districts) : "";
      });
      return [day, revision, place, ...inWords];
    });
    const head = [
      ...wordsIn(request.language).office.answersFile,
      ...asked.map(({ text }) => textFor(request, text)),
    ];
    const count = fitting(lines);
    const reply = file(csvText(head, lines.slice(0, count)), "text/csv; charset=utf-8", `${survey.id}.csv`);
    const last = items[count - 1];
    const after = count < items.length && last ? store.placeOf(survey.id, last) : next;
    if (after === null) return reply;
    return { ...reply, headers: { ...reply.headers, link: `<?cursor=${cursorOf(after)}>; rel="next"` } };
  },
});
