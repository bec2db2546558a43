import { z } from "zod";
import { pathTo } from "../../../shared/domain/addresses.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { accept } from "../../../shared/domain/result.ts";
import {
  asksForPoints,
  CHECK,
  marksOf,
  type Stop,
  undecidedPool,
} from "../../../shared/domain/voting/marks.ts";
import { link } from "../../../shared/pages/layout.ts";
import type { BallotPool } from "../../../shared/pages/voting/list.ts";
import { type BallotState, stopText } from "../../../shared/pages/voting/state-fields.ts";
import type { Voter } from "../../../shared/platform/actor.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { type Reply, seeOther, view } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";
import { dropDraft, keepDraft, readDraft, withOthers } from "./ballot-draft.ts";
import { BallotFields, stateOf } from "./ballot-fields.ts";
import { cleared } from "./cookies.ts";
import { fillIn } from "./fill-in.ts";
import { voteFrame } from "./identity-page.ts";
import { poolsToFill, voterOf } from "./polling.ts";
import { showBallot, stepFrame } from "./show-ballot.ts";
import { refused } from "./trouble.ts";

interface Polling {
  readonly voter: Voter;
  readonly cycle: Cycle;
  readonly pools: readonly BallotPool[];
}

type Draft = Awaited<ReturnType<typeof readDraft>>;

const EMPTY: BallotState = { marksByPool: new Map(), returns: false, stop: CHECK };

const pathOf = (cycleId: CycleId, stop: Stop): string =>
  stop.at === "check"
    ? pathTo("voteBallot", { cycleId })
    : pathTo(stop.at === "list" ? "voteList" : "votePoints", { cycleId, pool: stop.pool });

const pageOf = (
  request: Request,
  { voter, cycle, pools }: Polling,
  state: BallotState,
  shown: { readonly typed?: BallotFields | undefined; readonly isEmptied?: boolean },
  deps: Deps,
): Reply => {
  const { typed } = shown;
  const fault = typed && fillIn({ pools }, state, typed).fault;
  const model = { ...state, cycleId: cycle.id, pools };
  return view(
    showBallot(stepFrame(voteFrame(request, cycle), voter, model), model, deps.system, { ...shown, fault }),
    fault ? 422 : 200,
  );
};

/** The page at a stop, as the draft has it; what that page posted last stays on it while it leads nowhere. */
const fetched = (request: Request, polling: Polling, draft: Draft, stop: Stop, deps: Deps): Reply => {
  const state = { ...EMPTY, ...draft, stop };
  const typed = draft?.typed && stopText(draft.typed.at) === stopText(stop) ? draft.typed : undefined;
  // Only a voter who was further already can be at a later list without a draft.
  const isEmptied = !draft && stop.at === "list" && stop.pool !== polling.pools[0]?.id;
  return pageOf(request, polling, state, { typed, isEmptied }, deps);
};

const pollingOf = async (request: Request & { readonly actor: Voter }, cycleId: CycleId, deps: Deps) => {
  const voter = voterOf(request, cycleId);
  const { cycle, pools } = await poolsToFill(voter, request, deps);
  const [first] = pools;
  if (!first) throw new Error("a vote is open without a list for this voter");
  return { voter, cycle, pools, first, draft: await readDraft(voter, request, pools, deps) };
};

export const getListPage = endpoint(routes.getListPage, {
  summary: "A list of the ballot, with what is ticked on it",
  params: z.object({ cycleId: CycleId, pool: z.string() }),
  refused,
  handle: async (request, deps) => {
    const { cycleId, pool } = request.params;
    const { first, draft, ...polling } = await pollingOf(request, cycleId, deps);
    if (!polling.pools.some(({ id }) => id === pool))
      return seeOther(link(request, pathTo("voteList", { cycleId, pool: first.id })));
    return fetched(request, polling, draft, { at: "list", pool }, deps);
  },
});

export const getPointsPage = endpoint(routes.getPointsPage, {
  summary: "The points of a list, where they are a question",
  params: z.object({ cycleId: CycleId, pool: z.string() }),
  refused,
  handle: async (request, deps) => {
    const { cycleId, pool: asked } = request.params;
    const { first, draft, ...polling } = await pollingOf(request, cycleId, deps);
    const pool = polling.pools.find(({ id }) => id === asked) ?? first;
    return draft && asksForPoints(pool.form, marksOf(draft.marksByPool, pool.id))
      ? fetched(request, polling, draft, { at: "points", pool: pool.id }, deps)
      : seeOther(link(request, pathTo("voteList", { cycleId, pool: pool.id })));
  },
});

/** The check; without a draft it is too late for it, and the ballot starts anew and says so. */
export const getBallotPage = endpoint(routes.getBallotPage, {
  summary: "The whole ballot before it is sent",
  params: z.object({ cycleId: CycleId }),
  refused,
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const { first, draft, ...polling } = await pollingOf(request, cycleId, deps);
    if (!draft) {
      const state: BallotState = { ...EMPTY, stop: { at: "list", pool: first.id } };
      return pageOf(request, polling, state, { isEmptied: true }, deps);
    }
    const undecided = undecidedPool(draft.marksByPool);
    return undecided === undefined
      ? fetched(request, polling, draft, CHECK, deps)
      : seeOther(link(request, pathTo("votePoints", { cycleId, pool: undecided })));
  },
});

export const postBallotPage = endpoint(routes.postBallotPage, {
  summary: "The next page of the ballot; nothing is stored",
  params: z.object({ cycleId: CycleId }),
  body: BallotFields,
  refused,
  handle: async (request, deps) => {
    const { params, body } = request;
    const { cycleId } = params;
    const { first: _, draft, ...polling } = await pollingOf(request, cycleId, deps);
    const { voter, pools } = polling;
    if (body.act === "leave") {
      const left = "help" in voter ? pathTo("point", { cycleId, pointId: voter.help.point }) : pathTo("vote");
      return seeOther(link(request, left), cleared(deps.site));
    }
    const state = withOthers(accept(stateOf(body, pools)), draft);
    const { state: next, fault } = fillIn({ pools }, state, body);
    // Ticks that lead nowhere yet stay on the page.
    const typed = fault || body.act === "sum" ? body : undefined;
    const kept = await keepDraft(voter, next, typed, deps);
    if (kept !== undefined) return seeOther(link(request, pathOf(cycleId, next.stop)), [kept]);
    return { ...pageOf(request, polling, next, { typed }, deps), cookies: [dropDraft(deps)] };
  },
});
