/**
 * The one route table. The stacks, the local host, the OpenAPI document and the authorisation test all read it; it is plain data.
 * A row without `who` does not compile.
 */
import type { Role } from "../shared/platform/actor.ts";
import type { Route, Who } from "../shared/platform/route.ts";

export type { FunctionName, Route, Who } from "../shared/platform/route.ts";

const anyone: Who = { by: "anyone" };
const voter: Who = { by: "voter-token" };
const linked: Who = { by: "mailed-link" };
const staff = (...roles: Role[]): Who => ({ by: "staff-token", roles });
const desk = (...roles: Role[]): Who => ({ by: "staff-cookie", roles });

export const routes = {
  // Cycles.
  getCycles: { key: "GET /v1/cycles", fn: "cycles", who: anyone },
  getCycle: { key: "GET /v1/cycles/{cycleId}", fn: "cycles", who: anyone },
  postCycle: { key: "POST /v1/staff/cycles", fn: "cycles", who: staff("coordinator") },
  getStaffCycle: {
    key: "GET /v1/staff/cycles/{cycleId}",
    fn: "cycles",
    who: staff("coordinator", "commission", "auditor"),
  },
  patchCalendar: {
    key: "PATCH /v1/staff/cycles/{cycleId}/calendar",
    fn: "cycles",
    who: staff("coordinator"),
  },
  postTransition: {
    key: "POST /v1/staff/cycles/{cycleId}/transitions",
    fn: "cycles",
    who: staff("coordinator"),
  },
  postSignOff: { key: "POST /v1/staff/cycles/{cycleId}/sign-offs", fn: "cycles", who: staff("commission") },
  postDraw: { key: "POST /v1/staff/cycles/{cycleId}/draws", fn: "cycles", who: staff("commission") },
  putKeys: { key: "PUT /v1/staff/cycles/{cycleId}/keys", fn: "cycles", who: staff("commission") },
  postCountKey: { key: "POST /v1/staff/cycles/{cycleId}/count-key", fn: "cycles", who: staff("commission") },

  // The vote.
  postRoll: { key: "POST /v1/staff/cycles/{cycleId}/roll", fn: "voting", who: staff("coordinator") },
  postVoterSession: {
    key: "POST /v1/cycles/{cycleId}/voter-sessions",
    fn: "voting",
    who: anyone,
    limit: { rate: 50, burst: 100 },
  },
  postCode: {
    key: "POST /v1/cycles/{cycleId}/voter-sessions/{session}/code",
    fn: "voting",
    who: anyone,
    limit: { rate: 50, burst: 100 },
  },
  postBallot: {
    key: "POST /v1/cycles/{cycleId}/ballots",
    fn: "voting",
    who: voter,
    limit: { rate: 200, burst: 400 },
  },
  getReceipt: { key: "GET /v1/cycles/{cycleId}/receipts/{receipt}", fn: "voting", who: anyone },
} as const satisfies Record<string, Route>;
