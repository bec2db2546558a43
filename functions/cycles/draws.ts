import { z } from "zod";
import {
  enterDraw,
  enterLotSeed,
  LotSeed,
  NewDraw,
  proposeDraw,
} from "../../shared/acts/cycle/enter-draw.ts";
import { actOn, cycleOf } from "../../shared/acts/cycle-of.ts";
import { Proposed, proposedReply } from "../../shared/acts/propose.ts";
import { wordsBeside } from "../../shared/acts/word-beside.ts";
import { type Cycle, PoolId } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { StaffCycle, staffCycle } from "./views.ts";

const InEdition = z.object({ cycleId: CycleId });

export const postDraw = endpoint(routes.postDraw, {
  summary: "Propose what a draw said of level projects, with its protocol; another person has to accept it",
  description:
    "What was drawn before for other projects of the pool stands; the same projects drawn again correct the earlier draw.",
  params: InEdition,
  body: NewDraw,
  replies: { 202: Proposed },
  handle: async (request, deps) => {
    const { params, body: drawn } = request;
    const propose = (cycle: Cycle) => proposeDraw({ by: request, cycle, drawn }, deps);
    return proposedReply(await actOn(params.cycleId, propose, deps));
  },
});

export const { accept: postDrawAcceptance, refuse: postDrawRefusal } = wordsBeside(enterDraw, {
  kind: "enter-draw",
  rows: { accept: routes.postDrawAcceptance, refuse: routes.postDrawRefusal },
  summaries: {
    accept: "Accept the draw that another person entered; the pool is counted again with it",
    refuse: "Turn down the draw that another person entered",
  },
  params: z.object({ cycleId: CycleId, pool: PoolId }),
  thing: ({ pool }) => pool,
});

export const postLotSeed = endpoint(routes.postLotSeed, {
  summary: "Enter the seed that was committed before the vote; it settles every tie",
  params: InEdition,
  body: LotSeed,
  replies: { 202: StaffCycle },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const { seed } = request.body;
    await actOn(cycleId, (cycle) => enterLotSeed({ by: request, cycle, seed }, deps), deps);
    return accepted(await staffCycle(await cycleOf(cycleId, deps), deps));
  },
});
