/** Every act of staff on an edition that changes who is on the ballot, who votes, what is counted or who wins: by two people, or why not. */
import { expect, test } from "vitest";
import { routes } from "../../functions/routes.ts";
import { KINDS } from "../../functions/voting/pending/kinds.ts";
import type { PendingKind } from "../../shared/domain/office/pending.ts";
import type { Route } from "../../shared/platform/route.ts";

const writes = Object.values<Route>(routes).filter(
  ({ key, who }) => who.by === "staff-token" && /^(?!GET )\w+ \/v1\/staff\/cycles(?:\/|$)/.test(key),
);
const deciding = writes.filter(({ decides }) => decides !== "nothing");

/** What each kind of act that takes two is, by the rows that lead to it. */
const BY_TWO: Readonly<Record<string, PendingKind>> = {
  postExtension: "extend-vote",
  postExtensionAcceptance: "extend-vote",
  postTransition: "move-cycle",
  postTransitionAcceptance: "move-cycle",
  postTransitionWithdrawal: "move-cycle",
  postBatchCorrection: "correct-batch",
  postBatchCorrectionAcceptance: "correct-batch",
  postBatchCorrectionRefusal: "correct-batch",
  postBatchCorrectionWithdrawal: "correct-batch",
  postStatementDecision: "add-to-roll",
  postVoid: "void-ballot",
  postVoidAcceptance: "void-ballot",
  postVoidRefusal: "void-ballot",
  postVoidWithdrawal: "void-ballot",
  postKey: "set-key",
  postKeyAcceptance: "set-key",
  postKeyRefusal: "set-key",
  postProjects: "enter-projects",
  postProjectsAcceptance: "enter-projects",
  postProjectsRefusal: "enter-projects",
  postRoll: "import-roll",
  postRollAcceptance: "import-roll",
  postRollRefusal: "import-roll",
  postResidents: "set-residents",
  postResidentsAcceptance: "set-residents",
  postResidentsRefusal: "set-residents",
  postDraw: "enter-draw",
  postDrawAcceptance: "enter-draw",
  postDrawRefusal: "enter-draw",
  putExclusionGroups: "group-projects",
  postExclusionGroupsAcceptance: "group-projects",
  postExclusionGroupsRefusal: "group-projects",
  postVerdictPublication: "publish-list",
  postVerdictPublicationAcceptance: "publish-list",
  postVerdictPublicationRefusal: "publish-list",
  postOfficeWithdrawal: "withdraw-project",
  postOfficeWithdrawalAcceptance: "withdraw-project",
  postOfficeWithdrawalRefusal: "withdraw-project",
  postWishedWithdrawal: "withdraw-at-wish",
};

/** What two people do in another way. */
const OTHERWISE: Readonly<Record<string, string>> = {
  postSignOff: "two different people sign the digest",
  postStatementRejections: "a rejection adds nobody; whoever stands behind a statement does not reject it",
  postFormalCheck: "another person accepts the card",
  postMeritCheck: "another person accepts the card",
  postMeritCheckAcceptance: "it accepts what another person filled in",
  postMeritCheckRefusal: "it gives back, and decides nothing",
  postFormalCheckAcceptance: "it accepts what another person filled in",
  postFormalCheckRefusal: "it gives back, and decides nothing",
  postAppealDecision: "another person accepts the decision",
  postMergingConfirmation: "another person confirms what all authors have agreed to",
  postAppealDecisionAcceptance: "it accepts what another person decided",
  postAppealDecisionRefusal: "it gives back, and decides nothing",
  postCard: "a card counts as two different people keyed it",
  postPaperFileEntry: "one keying of two: a card counts as another person keyed it, too",
  postDaySignature: "a day of a point is signed by two",
  postStaffStatement: "it proposes: another person accepts the addition",
};

/** What one person does alone, and why that decides nothing by itself, or does not yet take two. */
const ALONE: Readonly<Record<string, string>> = {
  postCycle:
    "an edition without projects, roll and keys; its keys come by two, and its commitment to a lot is published with it",
  patchCalendar: "the dates are public, and an open vote ends earlier or later by two alone",
  postPaperProposal: "a copy of what was handed in, beside its scan; the formal check comes after",
  postSupporter: "a copy of what was handed in; each line stands with its name for whoever checks it",
  postSupporterSheet: "a copy of what was handed in; each line stands with its name for whoever checks it",
  postSupporterStrike: "with a reason that stands in the journal, and taken back as easily",
  postSupporterRestoration: "nobody counts twice by it, and the formal check comes after",
  postLotSeed: "it fits the digest that was published before the vote, so that nobody chooses it",
  postOrderSeed: "it fits the digest that was published when the edition opened, so that nobody chooses it",
  postHintConfirmation:
    "a reason for a hint that stands in the journal; what keeps a list from the ballot stays in its way",
  postCountKey: "whoever has the key opens only what is sealed, and two sign what was counted",
  postPointVoter: "one voter, marked on the roll; the day is signed by two",
  postBatch: "a number of cards, which is corrected by two and signed for with the day",
  postBatchClosing: "only a batch whose every card two people have keyed",
  postVoidBallot: "a number on a case that two people opened; it must lead to the marker's ballot",
};

test("each act of staff on an edition says what it decides", () => {
  expect(writes.length).toBeGreaterThan(30);
  expect(writes.filter(({ decides }) => decides === undefined).map(({ name }) => name)).toEqual([]);
});

test("whatever decides goes by two people, or stands here with its reason", () => {
  const known = [BY_TWO, OTHERWISE, ALONE].flatMap((list) => Object.keys(list));
  expect(known.toSorted()).toEqual(deciding.map(({ name }) => name ?? "").toSorted());
});

test("what goes by two is an act that runs with its acceptance", () => {
  for (const [name, kind] of Object.entries(BY_TWO)) {
    if (kind === "of-subject") throw new Error(`${name} is of an edition`);
    expect(Object.values(KINDS[kind].names), name).toContain(name);
  }
  const kinds = new Set(Object.values(BY_TWO));
  expect([...Object.keys(KINDS)].filter((kind) => !kinds.has(kind as PendingKind))).toEqual([]);
});
