import { announcedLists } from "../../shared/acts/announced-lists.ts";
import { resultFiles } from "../../shared/acts/result-files.ts";
import { addressAt, pathTo } from "../../shared/domain/addresses.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { LIST_FORMATS } from "../../shared/domain/document/lists.ts";
import { type Language, MEASURE } from "../../shared/domain/languages.ts";
import type { Localised } from "../../shared/domain/localised.ts";
import { catalogOf, type Dataset, type Distribution } from "../../shared/domain/open-data/catalog.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { cursorOf, PageQuery, pageOf } from "../../shared/platform/lists.ts";
import type { RouteKey } from "../../shared/platform/route.ts";
import { consultationsOf } from "../../shared/subjects/consultations/writing.ts";
import { at as atModeration } from "../../shared/subjects/moderation/rows.ts";
import { sayingRows } from "../../shared/subjects/remarks/rows.ts";
import { requestRows } from "../../shared/subjects/requests/rows.ts";
import { answerRows, resultRows } from "../../shared/subjects/surveys/rows.ts";
import { surveysOf } from "../../shared/subjects/surveys/writing.ts";
import { type Words, wordsOf } from "../../shared/words/words.ts";
import { routes } from "../routes.ts";

/** Editions of a page: a city holds one in a year. */
const EDITIONS = 20;

/** A text in each language of the city. */
const texts = async (
  { site: { city } }: Deps,
  say: (words: Words, language: Language) => string,
): Promise<Localised> =>
  Object.fromEntries(
    await Promise.all(
      city.languages.map(async (language) => [language, say(await wordsOf(language), language)] as const),
    ),
  ) as Localised;

/** Files of an edition, those of its published results among them; each is listed once it answers. */
const filesOf = async (cycle: Cycle, deps: Deps): Promise<Distribution[]> => {
  const { id: cycleId } = cycle;
  const { store } = deps;
  const [turnout, box, latest, lists] = await Promise.all([
    store.turnouts.get(cycleId),
    store.boxes.get(cycleId),
    store.results.latest(cycleId),
    announcedLists(cycle, deps),
  ]);
  const { pools } = latest ? await resultFiles(deps.files, cycleId, latest).results() : { pools: [] };
  const files: (Distribution | false | undefined)[] = [
    { path: pathTo("cycleJson", { cycleId }), format: "json" },
    { path: pathTo("editionFeed", { cycleId }), format: "ics" },
    { path: pathTo("projectsJson", { cycleId }), format: "json" },
    { path: pathTo("projectsCsv", { cycleId }), format: "csv" },
    { path: pathTo("projectsGeojson", { cycleId }), format: "geojson" },
    { path: pathTo("pointsJson", { cycleId }), format: "json" },
    turnout && { path: pathTo("turnoutJson", { cycleId }), format: "json" },
    box && { path: pathTo("checkpoint", { cycleId }), format: "txt" },
    lists.length > 0 && { path: pathTo("listsJson", { cycleId }), format: "json" },
    ...lists.flatMap(({ list, version }) =>
      LIST_FORMATS.map((format) => ({
        path: pathTo("listFile", { cycleId, list, file: `${version}.${format}` }),
        format,
      })),
    ),
    latest && { path: pathTo("resultsJson", { cycleId }), format: "json" },
    latest && { path: pathTo("resultsCsv", { cycleId }), format: "csv" },
    latest && { path: pathTo("resultsPackage", { cycleId }), format: "zip", digest: latest.packageDigest },
    ...pools.map(({ id }) => ({
      path: pathTo("poolPb", { cycleId, pool: `${id}.pb` }),
      format: "pb" as const,
    })),
  ];
  return files.filter((one) => typeof one === "object");
};

const editionOf = async (cycle: Cycle, deps: Deps): Promise<Dataset> => {
  const [first, last] = [cycle.calendar[0], cycle.calendar.at(-1)];
  return {
    path: pathTo("cycleJson", { cycleId: cycle.id }),
    title: await texts(deps, ({ edition }) => edition(cycle.name, cycle.edition)),
    description: await texts(deps, ({ openData }) => openData.edition),
    issued: cycle.createdAt,
    ...(first && last && { period: [first.startsAt, last.endsAt] as const }),
    distributions: await filesOf(cycle, deps),
  };
};

/** Requests of residents for a consultation, in a city that has them. */
const requestsSet = ([title, description]: readonly [Localised, Localised]): Dataset => {
  const path = addressAt(requestRows.getConsultationRequests.key, {});
  return { path, title, description, distributions: [{ path, format: "json" }] };
};

/** What is not of an edition: meetings, consultations, surveys, and what the rest is read and checked with. */
const others = async (deps: Deps): Promise<Dataset[]> => {
  const [consultations, surveys] = await Promise.all([consultationsOf(deps).all(), surveysOf(deps).all()]);
  const published = <T extends { readonly publishedAt?: Instant | undefined }>(all: readonly T[]): T[] =>
    all.filter(({ publishedAt }) => publishedAt !== undefined);
  const about = (of: "meetings" | "consultations" | "decisions" | "requests" | "interface") =>
    Promise.all([
      texts(deps, ({ openData }) => openData[of][0]),
      texts(deps, ({ openData }) => openData[of][1]),
    ]);
  const [meetings, lists, promises, asked, system] = await Promise.all([
    about("meetings"),
    about("consultations"),
    about("decisions"),
    about("requests"),
    about("interface"),
  ]);
  const [ofConsultation, ofSurvey] = await Promise.all([
    texts(deps, ({ openData }) => openData.consultation),
    texts(deps, ({ openData }) => openData.survey),
  ]);
  return [
    {
      path: pathTo("meetingsJson"),
      title: meetings[0],
      description: meetings[1],
      distributions: [
        { path: pathTo("meetingsJson"), format: "json" },
        { path: pathTo("meetingsFeed"), format: "ics" },
      ],
    },
    {
      path: pathTo("consultationsJson"),
      title: lists[0],
      description: lists[1],
      distributions: [
        { path: pathTo("consultationsJson"), format: "json" },
        { path: atModeration.logJson, format: "json" },
        { path: atModeration.logFile, format: "csv" },
      ],
    },
    {
      path: pathTo("decisionsJson"),
      title: promises[0],
      description: promises[1],
      distributions: [{ path: pathTo("decisionsJson"), format: "json" }],
    },
    ...(deps.site.city.consultationRequests ? [requestsSet(asked)] : []),
    {
      path: pathTo("openapi"),
      title: system[0],
      description: system[1],
      distributions: [
        { path: pathTo("openapi"), format: "json" },
        { path: pathTo("signingKey"), format: "json" },
      ],
    },
    ...published(consultations).map(({ id, subject, startsAt, endsAt, publishedAt }): Dataset => {
      const path = pathTo("consultationJson", { consultationId: id });
      return {
        path,
        title: { [MEASURE]: subject.title } as Localised,
        description: ofConsultation,
        issued: publishedAt,
        period: [startsAt, endsAt],
        distributions: [
          { path, format: "json" },
          { path: addressAt(sayingRows.getRemarks.key, { consultationId: id }), format: "json" },
          { path: addressAt(sayingRows.getRemarksFile.key, { consultationId: id }), format: "csv" },
        ],
      };
    }),
    ...published(surveys).map(({ id, title, startsAt, endsAt, publishedAt }): Dataset => {
      const own = (row: { readonly key: RouteKey }) => addressAt(row.key, { surveyId: id });
      return {
        path: own(answerRows.getSurvey),
        title: title as Localised,
        description: ofSurvey,
        issued: publishedAt,
        period: [startsAt, endsAt],
        distributions: [
          { path: own(answerRows.getSurvey), format: "json" },
          { path: own(resultRows.getSurveyResults), format: "json" },
          { path: own(resultRows.getSurveyResultsCsv), format: "csv" },
        ],
      };
    }),
  ];
};

export const getCatalog = endpoint(routes.getCatalog, {
  summary: "The catalogue of everything that is published (DCAT-AP-PL), for portals of open data",
  description:
    "Editions in pages, the newest page last: `hydra:next` leads on. What is of no edition is on the first.",
  query: PageQuery,
  replies: { 200: "application/ld+json" },
  cache: "public, max-age=60, s-maxage=300, stale-if-error=86400",
  handle: async ({ query, city }, deps) => {
    const page = pageOf(query, EDITIONS);
    const { items, next } = await deps.store.cycles.list(page);
    const editions = await Promise.all(items.map((cycle) => editionOf(cycle, deps)));
    const path = pathTo("catalog");
    const cursor = cursorOf(next);
    const catalog = catalogOf(
      {
        siteUrl: deps.site.url,
        path,
        next: cursor === null ? undefined : `${path}?cursor=${encodeURIComponent(cursor)}`,
        title: await texts(deps, ({ openData }, language) =>
          openData.title(city.name[language] ?? city.name[MEASURE]),
        ),
        description: await texts(deps, ({ openData }) => openData.lead),
        publisher: { name: city.office, website: city.website, email: deps.site.contactAddress },
      },
      [...editions, ...(page.after === undefined ? await others(deps) : [])],
    );
    return { ...json(catalog), type: "application/ld+json" };
  },
});
