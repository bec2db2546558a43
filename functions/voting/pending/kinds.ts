import { enterDraw } from "../../../shared/acts/cycle/enter-draw.ts";
import { extendVote } from "../../../shared/acts/cycle/extend-vote.ts";
import { groupProjects } from "../../../shared/acts/cycle/group-projects.ts";
import { moveCycle } from "../../../shared/acts/cycle/move-cycle.ts";
import { setKey } from "../../../shared/acts/cycle/set-key.ts";
import { setResidents } from "../../../shared/acts/cycle/set-residents.ts";
import { enterProjects } from "../../../shared/acts/enter-projects.ts";
import { importRoll } from "../../../shared/acts/roll/import-roll.ts";
import type { TakesTwo } from "../../../shared/acts/takes-two.ts";
import { withdrawAtWish } from "../../../shared/acts/withdraw-at-wish.ts";
import { withdrawProject } from "../../../shared/acts/withdraw-project.ts";
import type { EditionKind, PendingAct, PendingKind } from "../../../shared/domain/office/pending.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { publishList } from "../../../shared/subjects/checks/publish.ts";
import { undoingRows } from "../../../shared/subjects/consultations/rows.ts";
import { matterRows } from "../../../shared/subjects/matters/rows.ts";
import { lookRows } from "../../../shared/subjects/moderation/rows.ts";
import { publishingRows } from "../../../shared/subjects/publishing/rows.ts";
import { reportRows } from "../../../shared/subjects/remarks/rows.ts";
import { staffSheetRows } from "../../../shared/subjects/staff/rows.ts";
import { surveyRows } from "../../../shared/subjects/surveys/rows.ts";
import type { DeclaredTwo } from "../../../shared/subjects/two.ts";
import { inModule } from "../../endpoints.ts";
import { correctBatch } from "../paper/correct-batch.ts";
import { addToRoll } from "../statements/add-to-roll.ts";
import { voidBallot } from "../void-ballot.ts";

/** Every act of an edition that takes two people, and how it runs. */
export const KINDS: { readonly [K in EditionKind]: TakesTwo<K> } = {
  "extend-vote": extendVote,
  "move-cycle": moveCycle,
  "correct-batch": correctBatch,
  "add-to-roll": addToRoll,
  "import-roll": importRoll,
  "void-ballot": voidBallot,
  "enter-projects": enterProjects,
  "set-key": setKey,
  "enter-draw": enterDraw,
  "group-projects": groupProjects,
  "set-residents": setResidents,
  "withdraw-project": withdrawProject,
  "withdraw-at-wish": withdrawAtWish,
  "publish-list": publishList,
};

/** Where the acts of a subject are declared of which some take two: a subject that has one stands here. */
const SUBJECTS = {
  [lookRows.postLookBar.name]: () => import("../../../shared/subjects/moderation/acts.ts"),
  [reportRows.postConsultationReportPublication.name]: () =>
    import("../../../shared/subjects/remarks/report.ts"),
  ...inModule(undoingRows, () => import("../../../shared/subjects/consultations/undoing.ts")),
  ...inModule(surveyRows, () => import("../../../shared/subjects/surveys/acts.ts")),
  [matterRows.postMatterRelease.name]: () => import("../../../shared/subjects/matters/acts.ts"),
  ...inModule(publishingRows, () => import("../../../shared/subjects/publishing/acts.ts")),
  [staffSheetRows.postStaffSheet.name]: () => import("../../../shared/subjects/staff/second.ts"),
};

/** How an act of a subject runs that takes two, by the name of its row. */
const declaredTwo = async (name: string): Promise<DeclaredTwo["two"]> => {
  const module = await (SUBJECTS as Readonly<Record<string, () => Promise<object>>>)[name]?.();
  const found = (module as Readonly<Record<string, Partial<DeclaredTwo>>> | undefined)?.[name]?.two;
  if (!found) throw new Error(`${name} does not take two`);
  return found;
};

/** How an act runs that may be of any kind. */
export const takesTwoOf = async (act: PendingAct, deps: Deps): Promise<TakesTwo<PendingKind>> =>
  // Each kind runs its own acts; the compiler does not see it through two variables.
  (act.kind === "of-subject"
    ? await (await declaredTwo(act.proposal.act))(act, deps)
    : KINDS[act.kind]) as TakesTwo<PendingKind>;
