/** Cycles, for programs. */
import { ADDRESSES as at } from "../../shared/domain/addresses.ts";
import { anyone, api, staff } from "../../shared/platform/row.ts";

export const cycleRows = {
  // Cycles.
  getCycles: api("GET /v1/cycles", "cycles", anyone),
  getCycle: api(`GET ${at.cycleJson}`, "cycles", anyone),
  getTurnout: api(`GET ${at.turnoutJson}`, "cycles", anyone),
  getCycleCalendar: api(`GET ${at.editionFeed}`, "cycles", anyone),
  postCycle: api("POST /v1/staff/cycles", "cycles", staff("coordinator"), { decides: "the count" }),
  getStaffCycle: api(
    "GET /v1/staff/cycles/{cycleId}",
    "cycles",
    staff("coordinator", "commission", "auditor"),
  ),
  getRetention: api(
    "GET /v1/staff/cycles/{cycleId}/retention",
    "cycles",
    staff("coordinator", "commission", "auditor"),
  ),
  patchCalendar: api("PATCH /v1/staff/cycles/{cycleId}/calendar", "cycles", staff("coordinator"), {
    decides: "who votes",
  }),
  postExtension: api(
    "POST /v1/staff/cycles/{cycleId}/extension",
    "cycles",
    staff("coordinator", "commission"),
    { decides: "who votes" },
  ),
  postExtensionAcceptance: api(
    "POST /v1/staff/cycles/{cycleId}/extension/acceptance",
    "cycles",
    staff("coordinator", "commission"),
    { decides: "who votes" },
  ),
  postTransition: api("POST /v1/staff/cycles/{cycleId}/transitions", "cycles", staff("coordinator"), {
    decides: "who votes",
  }),
  postTransitionAcceptance: api(
    "POST /v1/staff/cycles/{cycleId}/transitions/acceptance",
    "cycles",
    staff("coordinator", "commission"),
    { decides: "who votes" },
  ),
  postTransitionWithdrawal: api(
    "POST /v1/staff/cycles/{cycleId}/transitions/withdrawal",
    "cycles",
    staff("coordinator", "commission"),
    { decides: "who votes" },
  ),
  postSignOff: api("POST /v1/staff/cycles/{cycleId}/sign-offs", "cycles", staff("commission"), {
    decides: "the winner",
  }),
  postDraw: api("POST /v1/staff/cycles/{cycleId}/draws", "cycles", staff("commission"), {
    decides: "the winner",
  }),
  postDrawAcceptance: api(
    "POST /v1/staff/cycles/{cycleId}/draws/{pool}/acceptance",
    "cycles",
    staff("commission"),
    { decides: "the winner" },
  ),
  postDrawRefusal: api(
    "POST /v1/staff/cycles/{cycleId}/draws/{pool}/refusal",
    "cycles",
    staff("commission"),
    {
      decides: "the winner",
    },
  ),
  postResidents: api("POST /v1/staff/cycles/{cycleId}/residents", "cycles", staff("coordinator"), {
    decides: "the ballot",
  }),
  postResidentsAcceptance: api(
    "POST /v1/staff/cycles/{cycleId}/residents/acceptance",
    "cycles",
    staff("coordinator"),
    { decides: "the ballot" },
  ),
  postResidentsRefusal: api(
    "POST /v1/staff/cycles/{cycleId}/residents/refusal",
    "cycles",
    staff("coordinator"),
    { decides: "the ballot" },
  ),
  postLotSeed: api("POST /v1/staff/cycles/{cycleId}/lot-seed", "cycles", staff("commission"), {
    decides: "the winner",
  }),
  getBallotChecks: api(
    "GET /v1/staff/cycles/{cycleId}/ballot-checks",
    "cycles",
    staff("coordinator", "commission", "auditor"),
  ),
  postHintConfirmation: api(
    "POST /v1/staff/cycles/{cycleId}/ballot-checks/confirmations",
    "cycles",
    staff("coordinator", "commission"),
    { decides: "the ballot" },
  ),
  postOrderSeed: api(
    "POST /v1/staff/cycles/{cycleId}/order-seed",
    "cycles",
    staff("coordinator", "commission"),
    {
      decides: "the ballot",
    },
  ),
  putExclusionGroups: api("PUT /v1/staff/cycles/{cycleId}/exclusion-groups", "cycles", staff("coordinator"), {
    decides: "the winner",
  }),
  postExclusionGroupsAcceptance: api(
    "POST /v1/staff/cycles/{cycleId}/exclusion-groups/acceptance",
    "cycles",
    staff("coordinator", "commission"),
    { decides: "the winner" },
  ),
  postExclusionGroupsRefusal: api(
    "POST /v1/staff/cycles/{cycleId}/exclusion-groups/refusal",
    "cycles",
    staff("coordinator", "commission"),
    { decides: "the winner" },
  ),
  postKeyChallenge: api(
    "POST /v1/staff/cycles/{cycleId}/keys/{purpose}/challenge",
    "cycles",
    staff("commission"),
    { decides: "nothing" },
  ),
  postKey: api("POST /v1/staff/cycles/{cycleId}/keys/{purpose}", "cycles", staff("commission"), {
    decides: "the count",
  }),
  postKeyAcceptance: api(
    "POST /v1/staff/cycles/{cycleId}/keys/{purpose}/acceptance",
    "cycles",
    staff("commission"),
    { decides: "the count" },
  ),
  postKeyRefusal: api(
    "POST /v1/staff/cycles/{cycleId}/keys/{purpose}/refusal",
    "cycles",
    staff("commission"),
    { decides: "the count" },
  ),
  postCountKey: api("POST /v1/staff/cycles/{cycleId}/count-key", "cycles", staff("commission"), {
    decides: "the count",
  }),
} as const;
