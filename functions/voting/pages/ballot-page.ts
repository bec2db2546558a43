import { z } from "zod";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { accept } from "../../../shared/domain/result.ts";
import { link } from "../../../shared/pages/layout.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { seeOther, view } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";
import { BallotFields, stateOf } from "./ballot-fields.ts";
import { fillIn } from "./fill-in.ts";
import { voteFrame } from "./identity-page.ts";
import { poolsToFill, voterOf } from "./polling.ts";
import { showBallot, stepFrame } from "./show-ballot.ts";
import { refused } from "./trouble.ts";

/** An empty ballot, at one of the voter's lists. */
export const getListPage = endpoint(routes.getListPage, {
  summary: "A list of the ballot",
  params: z.object({ cycleId: CycleId, pool: z.string() }),
  refused,
  handle: async (request, deps) => {
    const { cycleId, pool } = request.params;
    const voter = voterOf(request, cycleId);
    const { cycle, pools } = await poolsToFill(voter, request, deps);
    const [first] = pools;
    if (!first) throw new Error("a vote is open without a list for this voter");
    if (!pools.some(({ id }) => id === pool))
      return seeOther(link(request, pathTo("voteList", { cycleId: cycleId, pool: first.id })));
    const model = {
      cycleId,
      pools,
      marksByPool: new Map(),
      returns: false,
      stop: { at: "list", pool },
    } as const;
    return view(showBallot(stepFrame(voteFrame(request, cycle), voter, model), model, deps.system));
  },
});

/** The address of the filled pages, fetched: the ballot was in the page that was left, so it starts anew and says so. */
export const getBallotPage = endpoint(routes.getBallotPage, {
  summary: "The ballot, anew",
  params: z.object({ cycleId: CycleId }),
  refused,
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const voter = voterOf(request, cycleId);
    const { cycle, pools } = await poolsToFill(voter, request, deps);
    const pool = pools[0]?.id ?? "";
    const model = {
      cycleId,
      pools,
      marksByPool: new Map(),
      returns: false,
      stop: { at: "list", pool },
    } as const;
    return view(
      showBallot(stepFrame(voteFrame(request, cycle), voter, model), model, deps.system, { isEmptied: true }),
    );
  },
});

export const postBallotPage = endpoint(routes.postBallotPage, {
  summary: "The next page of the ballot; nothing is stored",
  params: z.object({ cycleId: CycleId }),
  body: BallotFields,
  refused,
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const voter = voterOf(request, cycleId);
    const { cycle, pools } = await poolsToFill(voter, request, deps);
    const state = accept(stateOf(request.body, pools));
    const { state: next, fault } = fillIn({ pools }, state, request.body);
    const model = { ...next, cycleId, pools };
    return view(
      showBallot(stepFrame(voteFrame(request, cycle), voter, model), model, deps.system, {
        // Ticks that lead nowhere yet stay on the page.
        typed: fault || request.body.act === "sum" ? request.body : undefined,
        fault,
      }),
      fault ? 422 : 200,
    );
  },
});
