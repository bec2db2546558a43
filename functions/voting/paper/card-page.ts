import { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { BatchId, CycleId } from "../../../shared/domain/ids.ts";
import { type Refusal, refusal } from "../../../shared/domain/refusals.ts";
import { ok, Refused, type Result, refused } from "../../../shared/domain/result.ts";
import { plusSeconds } from "../../../shared/domain/time.ts";
import type { BallotSection } from "../../../shared/domain/voting/ballot.ts";
import { entryFactsOf } from "../../../shared/domain/voting/fact-sets.ts";
import { type Batch, type Card, Rejection } from "../../../shared/domain/voting/paper.ts";
import { type Fault, formState } from "../../../shared/pages/components/form-state.ts";
import { link } from "../../../shared/pages/layout.ts";
import type { BallotPool } from "../../../shared/pages/voting/list.ts";
import { pointsField } from "../../../shared/pages/voting/points.ts";
import {
  cardBallotView,
  cardView,
  isTicked,
  settledCardView,
  ticksField,
} from "../../../shared/pages/voting-points/card.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../../shared/platform/endpoint.ts";
import { formKey, frameOf } from "../../../shared/platform/frame.ts";
import { type Reply, seeOther, view } from "../../../shared/platform/http.ts";
import { detailOf, statusOf } from "../../../shared/platform/problem.ts";
import { routes } from "../../routes.ts";
import type { Elector } from "../elector.ts";
import { ownPools } from "../pages/own-pools.ts";
import { formStatus, shownAgain, shownFaults, shownOf, typedShown } from "../pages/shown-form.ts";
import { batchOf, CardPath } from "./batch-of.ts";
import { type CardContent, electorOn, keyCard } from "./key-card.ts";
import { nextCards } from "./next-cards.ts";
import { checkTakesPaper } from "./register-batch.ts";

/** Between the two pages of one card the voter travels sealed: the PESEL is not in the page. */
const ElectorToken = z.object({
  cycleId: CycleId,
  batchId: BatchId,
  number: z.int(),
  voterKey: z.string(),
  district: z.string(),
  guardian: z.literal(true).optional(),
});
const TOKEN_SECONDS = 1800;

/** The facts of the edition's policy and the numbers of the lists beside these. */
const CardForm = z.looseObject({
  act: z.enum(["find", "reject", "key"]),
  guardian: z.literal("yes").optional(),
  rejection: z.string().max(40).default(""),
  elector: z.string().max(4096).default(""),
  replaces: z.literal("yes").optional(),
});
type CardForm = z.infer<typeof CardForm>;

interface Keying {
  readonly request: StaffRequest<CardPath, unknown, CardForm | undefined>;
  readonly cycle: Cycle;
  readonly batch: Batch;
  readonly card: Card | undefined;
}

const keyingOf = async (
  request: StaffRequest<CardPath, unknown, CardForm | undefined>,
  deps: Deps,
): Promise<Keying> => {
  const { cycleId, number } = request.params;
  const [cycle, batch] = await Promise.all([cycleOf(cycleId, deps), batchOf(request.params, deps)]);
  checkTakesPaper(cycle);
  if (number > batch.cards) throw new Refused(refusal("paper/no-card", { cards: batch.cards }));
  return { request, cycle, batch, card: await deps.store.batches.card(request.params) };
};

interface Wrong {
  readonly faults?: readonly Fault[];
  readonly status?: number;
  readonly differs?: boolean;
}

const modelOf = ({ request, cycle, batch, card }: Keying, { faults = [], differs = false }: Wrong) => {
  const { actor, words, params, body } = request;
  const isOwn = card?.by === actor.id;
  return {
    ...params,
    total: batch.cards,
    as: card === undefined ? ("first" as const) : isOwn ? ("own" as const) : ("second" as const),
    differs,
    shown: shownOf(cycle.ruleSet),
    state: formState(words, { typed: shownAgain(body ?? {}), faults }),
  };
};

const firstPage = (keying: Keying, wrong: Wrong = {}): Reply => {
  const { request, card } = keying;
  const model = modelOf(keying, wrong);
  if (card && card.state !== "keyed")
    return view(
      settledCardView(frameOf(request), {
        ...model,
        byName: card.byName,
        settledByName: card.settledByName ?? "",
      }),
      wrong.status,
    );
  return view(cardView(frameOf(request), model), wrong.status);
};

const secondPage = async (keying: Keying, elector: Elector, wrong: Wrong, deps: Deps): Promise<Reply> => {
  const { request } = keying;
  const claims = { ...request.params, ...elector };
  return view(
    cardBallotView(frameOf(request), {
      ...modelOf(keying, wrong),
      pools: await poolsFor(keying, elector, deps),
      elector: await deps.tokens.seal("card", claims, plusSeconds(request.receivedAt, TOKEN_SECONDS)),
      key: request.key ?? formKey(deps),
    }),
    wrong.status,
  );
};

const poolsFor = async (
  { request, cycle }: Keying,
  { district }: Elector,
  { store }: Deps,
): Promise<BallotPool[]> => {
  const list = await store.ballotLists.get(cycle.id);
  if (!list) throw new Error("a vote is open without its list");
  return ownPools(cycle, list, { district, language: request.language });
};

/** The numbers or ticks of one list as they were typed; a field that is no number is told of. */
const sectionOf = (
  { request }: Keying,
  pool: BallotPool,
): { readonly section: BallotSection; readonly faults: readonly Fault[] } => {
  const body: Readonly<Record<string, unknown>> = request.body ?? {};
  if (isTicked(pool.form)) {
    const ticked = [body[ticksField(pool.id)] ?? []].flat().map(String);
    const points = pool.projects.flatMap(({ id }) => (ticked.includes(id) ? [[id, 1] as const] : []));
    return { section: { pool: pool.id, points: Object.fromEntries(points) }, faults: [] };
  }
  const typed = pool.projects.map(({ id }) => [id, String(body[pointsField(id)] ?? "").trim()] as const);
  const isNumber = (text: string): boolean => /^-?\d{1,4}$/.test(text);
  const text = request.words.votingPoints.card.numberWrong;
  return {
    section: {
      pool: pool.id,
      points: Object.fromEntries(
        typed.flatMap(([id, given]) => (isNumber(given) && Number(given) !== 0 ? [[id, Number(given)]] : [])),
      ),
    },
    faults: typed.flatMap(([id, given]) =>
      given === "" || isNumber(given) ? [] : [{ field: pointsField(id), text }],
    ),
  };
};

const sentence = ({ request }: Keying, why: Refusal): string => {
  const w = request.words.votingPoints.card;
  if (why.code === "voting/guardian") return w.guardianMissing;
  const detail = detailOf(why, request.words);
  return why.code.startsWith("ballot/") ||
    why.code === "voting/already-voted" ||
    why.code === "roll/not-listed" ||
    why.code === "roll/birth-date"
    ? `${detail} ${w.tooMuch}`
    : detail;
};

const wrongOf = (keying: Keying, field: string, why: Refusal): Wrong => ({
  faults: [{ field, text: sentence(keying, why) }],
  status: statusOf(why),
  differs: why.code === "paper/differs",
});

const keyed = (keying: Keying, content: CardContent, deps: Deps): Promise<Result<Card["state"]>> => {
  const { request, cycle, batch } = keying;
  const { params, key, body } = request;
  const replaces = body?.replaces === "yes";
  return keyCard({ by: request, cycle, batch, number: params.number, content, key, replaces }, deps);
};

/** On to the next card of the same work: first keyings go on with first ones, second ones with second ones. */
const next = async ({ request, batch }: Keying, state: Card["state"], deps: Deps): Promise<Reply> => {
  const { cycleId, batchId } = request.params;
  const cards = await deps.store.batches.cards(cycleId, batchId);
  const { nextToKey, nextToCheck } = nextCards(batch, cards, request.actor);
  const number = state === "keyed" ? nextToKey : nextToCheck;
  const path =
    number === undefined
      ? pathTo("batch", { cycleId, batchId })
      : pathTo("card", { cycleId, batchId, number });
  return seeOther(link(request, path));
};

const find = async (keying: Keying, deps: Deps): Promise<Reply> => {
  const { request, cycle } = keying;
  const { identity } = cycle.ruleSet;
  const typed = typedShown(identity, request.body ?? {});
  const elector = await electorOn(keying, typed, deps);
  if (elector.ok) return secondPage(keying, elector.value, {}, deps);
  const { refusal: why } = elector;
  const say = why.pointer === undefined ? {} : { [why.pointer]: sentence(keying, why) };
  const faults = shownFaults(request, { refusal: why, identity, typed, say });
  return firstPage(keying, { faults, status: formStatus(why) });
};

const reject = async (keying: Keying, deps: Deps): Promise<Reply> => {
  const rejection = Rejection.safeParse(keying.request.body?.rejection);
  if (!rejection.success)
    return firstPage(keying, {
      faults: [{ field: "rejection", text: keying.request.words.votingPoints.card.reasonMissing }],
      status: 422,
    });
  const outcome = await keyed(keying, { rejection: rejection.data }, deps);
  return outcome.ok
    ? next(keying, outcome.value, deps)
    : firstPage(await keyingOf(keying.request, deps), wrongOf(keying, "rejection", outcome.refusal));
};

const electorIn = async ({ request }: Keying, { tokens }: Deps): Promise<Result<Elector>> => {
  const opened = await tokens.open("card", request.body?.elector ?? "", ElectorToken);
  if (!opened || opened.expired) return refused(refusal("identity/expired", {}));
  const { cycleId, batchId, number, ...elector } = opened.claims;
  const { params } = request;
  return cycleId === params.cycleId && batchId === params.batchId && number === params.number
    ? ok(elector)
    : refused(refusal("identity/expired", {}));
};

const keyBallot = async (keying: Keying, deps: Deps): Promise<Reply> => {
  const w = keying.request.words.votingPoints.card;
  const [person = "main"] = entryFactsOf(keying.cycle.ruleSet.identity);
  const elector = await electorIn(keying, deps);
  if (!elector.ok) return firstPage(keying, { faults: [{ field: person, text: w.expired }], status: 422 });
  const lists = (await poolsFor(keying, elector.value, deps)).map((pool) => sectionOf(keying, pool));
  const faults = lists.flatMap((list) => list.faults);
  if (faults.length > 0) return secondPage(keying, elector.value, { faults, status: 422 }, deps);
  const sections = lists.map(({ section }) => section).filter(({ points }) => Object.keys(points).length > 0);
  const outcome = await keyed(keying, { elector: elector.value, sections }, deps);
  if (outcome.ok) return next(keying, outcome.value, deps);
  const again = await keyingOf(keying.request, deps);
  return secondPage(again, elector.value, wrongOf(keying, "main", outcome.refusal), deps);
};

export const getOfficeCard = endpoint(routes.getOfficeCard, {
  summary: "A paper card: whose it is, or why it is no ballot",
  params: CardPath,
  handle: async (request, deps) => firstPage(await keyingOf({ ...request, body: undefined }, deps)),
});

export const postOfficeCard = endpoint(routes.postOfficeCard, {
  summary: "Key a paper card",
  params: CardPath,
  body: CardForm,
  handle: async (request, deps) => {
    const keying = await keyingOf(request, deps);
    switch (request.body.act) {
      case "find":
        return find(keying, deps);
      case "reject":
        return reject(keying, deps);
      case "key":
        return keyBallot(keying, deps);
    }
  },
});
