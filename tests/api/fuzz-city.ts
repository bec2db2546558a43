/** Longer than most: the one city that every operation and every page is asked in, and what each of them takes. */
import { z } from "zod";
import { allEndpoints } from "../../functions/all.ts";
import { openapiNow } from "../../infra/openapi.ts";
import type { Endpoint } from "../../shared/platform/endpoint.ts";
import type { Chance } from "../kit/chance.ts";
import { openTestVote, peselOf, tokenOf } from "../kit/city.ts";
import { CONSULTATION_SENSE, consultationsOf } from "../kit/consultations.ts";
import { aDayOfVisits, MATTER_SENSE, matterAt, mattersOf } from "../kit/matters.ts";
import { MEETING_SENSE } from "../kit/meetings.ts";
import { DECISION_SENSE, meetingAt, minutesOnTheirWay } from "../kit/minutes.ts";
import { keyPaper, paperBody } from "../kit/papers.ts";
import { newKey, openPlace } from "../kit/place.ts";
import { propose } from "../kit/proposals.ts";
import { aSurvey, FULL, openSurvey } from "../kit/surveys.ts";
import { today } from "../kit/time.ts";
import { clerksOf, POINTS } from "../kit/voting-points.ts";
import type { Base } from "./bad-input.ts";
import { type Operation, openConformity } from "./conforms.ts";
import type { Schema } from "./json-schema.ts";
import { aMeeting } from "./meeting-parts.ts";
import { validValue } from "./schema-values.ts";
import { somePesel } from "./some-pesel.ts";

const MANY = { burst: 1_000_000, perHour: 1_000_000 };
const UNLIMITED = { person: MANY, address: MANY, network: MANY };

/** A city in the middle of its vote, with one of each thing, to be asked for everything. */
export const openFuzzCity = async () => {
  const place = await openPlace();
  const vote = await openTestVote(place, {
    pools: {
      M: { amountZloty: 100_000, costsZloty: [40_000, 30_000] },
      L13: { amountZloty: 50_000, costsZloty: [20_000, 10_000] },
    },
    voters: 30,
    voterCodes: { tries: UNLIMITED, codesPerContact: 1000, triesPerCode: 1_000_000 },
    paper: { registeredWithinDays: 3 },
  });
  const coordinator = await place.staff("coordinator");
  const editor = await place.staff("editor");
  await place.call(`PUT /v1/staff/cycles/${vote.cycleId}/voting-points`, {
    token: coordinator,
    body: { points: POINTS },
  });
  const batch = await clerksOf(place, vote.cycleId).register(5000);
  const later = (hours: number) => new Date(place.clock.now() + hours * 3_600_000).toISOString();
  const made = async (route: string, token: string, body: unknown): Promise<string> => {
    const { status, body: reply, text } = await place.call(route, { token, key: true, body });
    if (status !== 201) throw new Error(`${route}: ${status} ${text}`);
    return reply.id;
  };
  const draft = await made("POST /v1/staff/cycles", coordinator, {
    name: "Następna edycja",
    ruleSet: "katowice-xii",
    calendar: [{ name: "submission", startsAt: later(1000), endsAt: later(2000) }],
    pools: [{ id: "M", amountGrosze: 1_000_000_00 }],
  });
  const call = await made("POST /v1/staff/cycles", coordinator, {
    name: "Nabór",
    ruleSet: "katowice-xii",
    calendar: [{ name: "submission", startsAt: later(-1), endsAt: later(2000) }],
    pools: [
      { id: "M", amountGrosze: 1_000_000_00 },
      { id: "L13", amountGrosze: 50_000_000 },
    ],
  });
  await place.settle();
  const { id: proposal, path: authorPath } = await propose(place, call);
  const { letter: printed } = await keyPaper(place, call);
  const supporter = await made(
    `POST /v1/staff/cycles/${call}/projects/${proposal}/supporters`,
    await place.staff("clerk"),
    { name: "Jan Nowak", address: "ul. Mariacka 5/7", sheet: "1", row: 1 },
  );
  const meeting = await made("POST /v1/staff/meetings", editor, aMeeting(place, { capacity: 1000 }, 5000));
  const closing = await made("POST /v1/staff/meetings", editor, aMeeting(place, {}, 5000));
  const signUp = async (name: string) =>
    (
      await place.call(`POST /v1/staff/meetings/${meeting}/signups`, {
        token: editor,
        body: { name, email: `${name}@example.com`, seats: 1, helps: ["loop"] },
      })
    ).body.id as string;
  const [signup, leaving, calling] = [await signUp("jan"), await signUp("ola"), await signUp("iga")];
  const survey = (await openSurvey(place)).id;
  const surveyByLink = (await openSurvey(place, { access: "address" })).id;
  const draftSurvey = await made("POST /v1/staff/surveys", editor, aSurvey(place));
  const upload = await made("POST /v1/uploads", coordinator, {
    purpose: "import-table",
    name: "tabela.csv",
    type: "text/csv",
    bytes: 10,
  });
  const session = (
    await place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions`, {
      body: { pesel: peselOf(29), mothersMaidenName: "Nowak-Łoś", email: "glos@example.com" },
    })
  ).body.session as string;
  const voters = await Promise.all([0, 1].map((n) => tokenOf(place, vote.cycleId, n)));
  const roles = ["coordinator", "verifier", "editor", "clerk", "commission", "admin"] as const;
  const tokens = Object.fromEntries(
    await Promise.all(roles.map(async (role) => [role, await place.staff(role)])),
  ) as Record<string, string>;
  return {
    place,
    vote,
    draft,
    call,
    proposal,
    proof: authorPath.split("/").at(-1) ?? "",
    printed,
    supporter,
    ...(await consultationsOf(place)),
    meeting,
    closing,
    signup,
    leaving,
    calling,
    survey,
    surveyByLink,
    draftSurvey,
    ...{ ...(await mattersOf(place)), ...(await minutesOnTheirWay(place)) },
    batch,
    upload,
    session,
    voters,
    tokens,
    later,
    coordinator,
  };
};

export type FuzzCity = Awaited<ReturnType<typeof openFuzzCity>>;

/** Acts that would end what the others are tried on go to the cycle that has not begun. */
const ON_DRAFT = /calendar|transitions|\/keys|\/roll|sign-offs|draws|count-key/;

const paramsOf = (path: string, city: FuzzCity): Record<string, string> => ({
  ...{ motionId: city.motion, decisionId: city.decision },
  cycleId: ON_DRAFT.test(path)
    ? city.draft
    : /proposals|zglos|staff.*projects$|supporters|urzad.poparcie|(formal|merit)-check|opini|attachm|photo-|zdjecie|ocena-|register|rejestr|printed-letters|listy-do-druku/.test(
          path,
        )
      ? city.call
      : city.vote.cycleId,
  projectId: /supporters|urzad.poparcie|(formal|merit)-check|opini|ocena-|attachm|photo-|zdjecie/.test(path)
    ? city.proposal
    : (city.vote.projects.M?.[0] ?? ""),
  supportId: city.supporter,
  letterId: city.printed,
  ...{
    remarkId: "rmk_000001",
    postId: "rmk_000001",
    setId: "from_000001",
    turn: "1",
    barId: "bar_0123456789abcdefghjkmnpqrs",
  },
  waitingId: "rmw_0000000000000000",
  consultationId:
    /staff|urzad/.test(path) && !/remark|uwagi|moderation|moderacja/.test(path)
      ? city.draftConsultation
      : city.consultation,
  ...{ programmeId: city.programme, requestId: city.request },
  documentId: "d1",
  documentVersion: "1",
  activityId: "a1",
  meetingId: meetingAt(path, city),
  signupId: /staff.*signups\/\{signupId\}$/.test(path)
    ? city.leaving
    : path.includes("rezygnacja")
      ? city.calling
      : city.signup,
  surveyId: /links|odpowiedz\//.test(path)
    ? city.surveyByLink
    : /staff|urzad/.test(path) && !/paper|papier/.test(path)
      ? city.draftSurvey
      : city.survey,
  matterId: matterAt(path, city),
  list: "ballot",
  version: "1",
  kind: "pytanie",
  questionId: "q1",
  task: "pomysl",
  language: "pl",
  purpose: "ballots",
  session: city.session,
  receipt: "0000-0000-0000-0000-0000-0000-0000",
  pool: path.startsWith("/v1") ? "M.pb" : "M",
  token: "0123456789abcdefghjkmnpqrs",
  proof: "0123456789abcdefghjkmnpqrs",
  phase: "voting",
  unit: "zielen",
  pointId: "biblioteka-5",
  district: "L13",
  subject: city.vote.cycleId,
  batchId: city.batch,
  number: "1",
  day: today(city.place),
  file: path.includes("figures") ? "decyzje.html" : "icon.svg",
  area: "voting",
  uploadId: city.upload,
  reason: "closed",
  proxy: "nie/ma",
});

const namesOf = (path: string): string[] => [...path.matchAll(/\{(\w+)\+?\}/g)].map(([, name = ""]) => name);

const within = (path: string, city: FuzzCity): Record<string, string> => {
  const all = paramsOf(path, city);
  return Object.fromEntries(namesOf(path).map((name) => [name, all[name] ?? "x"]));
};

const headersOf = (
  { route }: Pick<Endpoint, "route">,
  city: FuzzCity,
  chance: Chance,
): Record<string, string> => {
  const { who } = route;
  const role = "roles" in who ? who.roles.find((one) => one in city.tokens) : undefined;
  const token = role ? city.tokens[role] : who.by === "voter-token" ? chance.one(city.voters) : undefined;
  const cookie =
    who.by === "staff-cookie" ? `staff=${token}` : `voter=${chance.one(city.voters)}; code=${city.session}`;
  return {
    ...(token !== undefined && who.by !== "staff-cookie" && { authorization: `Bearer ${token}` }),
    ...(route.page && { cookie }),
    ...(/^(?:PATCH|PUT)/.test(route.key) && { "if-match": '"v1"' }),
  };
};

/** What a schema cannot say: dates in their order, sums that agree, a person's own lists. */
const SENSE: Readonly<
  Record<string, (body: Record<string, unknown>, city: FuzzCity, chance: Chance) => unknown>
> = {
  postCycle: (body, city, chance) => {
    const start = chance.between(10, 500);
    const amountGrosze = chance.between(1, 1_000_000_00);
    return {
      ...body,
      voterCodes: { digits: chance.between(4, 10), codeSeconds: chance.between(60, 3600) },
      calendar: [
        { name: "submission", startsAt: city.later(start), endsAt: city.later(start + 10) },
        {
          name: "voting",
          startsAt: city.later(start + 20),
          endsAt: city.later(start + chance.between(21, 500)),
        },
      ],
      pools: chance.happens(0.5)
        ? [{ id: "M", amountGrosze }]
        : [
            { id: "L13", amountGrosze, parts: { base: amountGrosze } },
            { id: "M", amountGrosze: 1 },
          ],
    };
  },
  ...CONSULTATION_SENSE,
  ...MEETING_SENSE,
  postSurvey: (body, city) => ({ ...aSurvey(city.place), title: body.title }),
  // Its questions stay: the others are asked of them.
  patchSurvey: (_body, _city, chance) => ({ title: { pl: chance.text("abcdefghij", 14) } }),
  postSurveyAnswer: (_body, _city, chance) => ({
    revision: 1,
    answers: { ...FULL, q5: chance.text("abcdefghij", 14) },
  }),
  postSurveyPaperAnswers: (_body, { place }, chance) => ({
    origin: { place: chance.text("abcdefghij", 14), collectedOn: today(place) },
    answers: [{ ...FULL, q3: chance.one(["1", "5"]) }],
  }),
  ...{ ...MATTER_SENSE, ...DECISION_SENSE },
  postVisits: (_body, city) => ({ ...aDayOfVisits(city.place) }),
  postVoterSession: (_body, _city, chance) => ({
    pesel: chance.happens(0.5)
      ? somePesel(chance)
      : somePesel(chance).replace(/(?=.{5}$)/, chance.one([" ", "-", ""])),
    mothersMaidenName: chance.one(["Nowak", "Nowak-Łoś", "O’Hara", "ŻÓŁĆ", "de la Cruz", "Ślęzak"]),
    email: `${chance.text("abcdefghij", 14)}@example.com`,
  }),
  postBallot: (_body, { vote }, chance) => ({
    sections: [{ pool: "M", points: { [chance.one(vote.projects.M ?? [])]: chance.between(1, 3) } }],
  }),
  postProposal: (body, _city, chance) => ({
    ...body,
    pool: chance.one(["M", "L13"]),
    estimatedCostGrosze: chance.between(1, 1_000_000),
    location: undefined,
    details: undefined,
    // The edition has no categories.
    category: undefined,
    author: {
      name: "Jan Kowalski",
      email: `${chance.text("abcdefghij", 14)}@example.com`,
      isNamePublic: false,
    },
  }),
  postAttachment: (_body, { proof }, chance) => ({
    ...{ proof, as: "other", name: chance.text("abcdefghij", 14), type: "application/pdf", bytes: 1000 },
  }),
  postPaperProposal: (_body, { place }, chance) => paperBody(place, { title: chance.text("abcdefghij", 14) }),
  postProjects: (_body, _city, chance) => {
    const pool = chance.one(["M", "L13"]);
    const number = `${pool}/${chance.between(100, 100_000)}/XII`;
    return { projects: [{ pool, number, title: "Ławki", costGrosze: chance.between(1, 1_000_000) }] };
  },
  postPointVoter: () => ({ pesel: peselOf(28), documentSeen: true, filledIn: false }),
  putPoints: (_body, _city, chance) => ({
    points: [
      ...POINTS,
      { id: chance.text("abcdefgh", 8), name: "Świetlica", address: "ul. Nowa 3", hours: "sob. 10–14" },
    ],
  }),
  postBatch: (_body, { place }, chance) => ({
    point: "urzad",
    cards: chance.between(1, 5000),
    receivedOn: today(place),
  }),
  postDaySignature: () => ({ receipts: 0, cards: 5000, explanation: "Policzono dwa razy" }),
  postCard: (_body, _city, chance) => ({ rejection: chance.one(["unsigned", "blank"]) }),
  postPaperFile: (_body, { upload }) => ({ upload }),
  postPrinting: (_body, { printed }) => ({ letters: [printed] }),
  postUnit: (_body, _city, chance) => ({ id: chance.text("abcdefgh", 9), name: "Zespół", parent: null }),
  patchPerson: (body) => ({ ...body, absence: null }),
  postCountKey: () => ({ privateKey: newKey().padEnd(43, "A").slice(0, 43) }),
  postUpload: (body) => ({ ...body, purpose: "roll", type: "text/csv", bytes: 1000 }),
  postRoll: () => ({}),
};

export interface Asking {
  readonly name: string;
  readonly base: Base;
}

const API_METHODS = new Map<string, Base["takes"]>([["text/csv", "csv"]]);
/** Every operation of the OpenAPI document as a request that it takes, and every page as its reader asks for it. */
export const openAskings = async (city: FuzzCity) => {
  const conformity = openConformity(await openapiNow());
  const endpoints = await allEndpoints();
  const byKey = new Map(endpoints.map((one) => [one.route.key as string, one]));

  const operationBase = ({ id, method, path, described }: Operation, chance: Chance): Base => {
    const one = byKey.get(`${method} ${path}`) as Endpoint;
    const content = (described.requestBody as Schema | undefined)?.content as
      | Record<string, Schema>
      | undefined;
    const [media, its] = Object.entries(content ?? {})[0] ?? [];
    const made =
      its && (validValue(its.schema as Schema, conformity.document, chance) as Record<string, unknown>);
    const takes = API_METHODS.get(media ?? "") ?? "json";
    const body =
      takes === "csv"
        ? `pesel;mothers_maiden_name;district\n${somePesel(chance)};Nowak;L13\n`
        : made && (SENSE[id]?.(made, city, chance) ?? made);
    return {
      method,
      path,
      params: within(path, city),
      headers: { ...headersOf(one, city, chance), ...(method === "POST" && { "idempotency-key": newKey() }) },
      takes,
      ...(body !== undefined && { body: JSON.parse(JSON.stringify(body)) }),
    };
  };

  const pageBase = (one: Endpoint, chance: Chance): Base => {
    const [method = "", path = ""] = one.route.key.split(" ");
    const english = chance.happens(0.3) ? `/en${path === "/" ? "" : path}` : path;
    const shape = one.spec.body instanceof z.ZodObject ? Object.keys(one.spec.body.shape) : [];
    const named: Record<string, string> = {
      pesel: somePesel(chance),
      email: "jan@example.com",
      title: "Park",
      key: newKey(),
    };
    return {
      method,
      path: english,
      params: within(path, city),
      headers: headersOf(one, city, chance),
      takes: "form",
      ...(method === "POST" && {
        body: Object.fromEntries([...shape, "key"].map((name) => [name, named[name] ?? "1"])),
      }),
    };
  };

  const operations = conformity.operations.map((one) => ({
    name: one.id,
    of: (chance: Chance) => operationBase(one, chance),
  }));
  const pages = endpoints
    .filter(({ route }) => route.page || !byKey.has(route.key) || / \/\{proxy/.test(route.key))
    .map((one) => ({ name: one.route.key, of: (chance: Chance) => pageBase(one, chance) }));
  return { conformity, operations, pages, described: operations.length };
};
