import type { Cycle } from "../domain/cycle/cycle.ts";
import type { PendingAct } from "../domain/office/pending.ts";
import type { Project } from "../domain/project/project.ts";
import { checkWish, type Wish } from "../domain/project/wish.ts";
import { decideWithdrawal } from "../domain/project/withdrawal.ts";
import { refusal } from "../domain/refusals.ts";
import { accept, existing } from "../domain/result.ts";
import type { Deps } from "../platform/deps.ts";
import type { Write } from "../store/write.ts";
import { checkUnmoved } from "./as-published.ts";
import { audited, type Deed, rowNamed } from "./audited.ts";
import { cycleOf } from "./cycle-of.ts";
import { propose } from "./propose.ts";
import { restOfWithdrawn } from "./rest-of-withdrawn.ts";
import type { TakesTwo } from "./takes-two.ts";
import { tellAuthor } from "./tell-author.ts";
import { wakeOverdue } from "./wake.ts";

/** What the journal keeps of a wish. */
export const factsOfWish = ({ arrivedBy, arrivedAt, mark }: Wish) => ({
  arrivedBy,
  arrivedAt,
  ...(mark !== undefined && { mark }),
});

/** The author takes a proposal back, and the office does it: it can be done exactly where the author could by the link. */
export const withdrawAtWish: TakesTwo<"withdraw-at-wish"> = {
  names: {
    propose: "postWishedWithdrawal",
    accept: "postOfficeWithdrawalAcceptance",
    refuse: "postPendingRefusal",
    withdraw: "postPendingWithdrawal",
  },
  facts: ({ proposal: { project, wish } }) => ({ number: project.number, ...factsOfWish(wish) }),
  run: async (act, by, deps) => {
    const { cycleId, project: asked, wish } = act.proposal;
    const { store } = deps;
    const [cycle, project] = await Promise.all([
      cycleOf(cycleId, deps),
      store.projects.get(cycleId, asked.id).then(existing),
    ]);
    accept(decideWithdrawal(cycle, project, "author"));
    accept(await checkUnmoved(project, deps));
    const at = by.receivedAt;
    const facts = { number: asked.number, ...factsOfWish(wish), proposedBy: act.byName };
    const record = audited({ ...by, route: rowNamed("postOfficeWithdrawalAcceptance") }, cycleId, { facts });
    const { arrivedBy, arrivedAt } = wish;
    const told = { by: "author", wish: { arrivedBy, arrivedAt }, reason: null, legalBasis: null } as const;
    const letters = await tellAuthor(project, "proposal/withdrawn", told, at, deps);
    const rest = await restOfWithdrawn(project, at, deps);
    return (settling) =>
      store.projects.move(project, "withdraw", { at }, [...settling, record, ...letters, ...rest]);
  },
  follow: async ({ proposal: { cycleId } }, deps) =>
    wakeOverdue(await cycleOf(cycleId, deps), deps.system.now(), deps),
};

interface Wished {
  readonly by: Deed;
  readonly cycle: Cycle;
  readonly project: Project;
  readonly wish: Wish;
  /** What is written with it. */
  readonly also: readonly Write[];
}

/** Proposes to withdraw what its author no longer wants. What waits for a second person is not replaced. */
export const proposeWishedWithdrawal = async (
  { by, cycle, project, wish, also }: Wished,
  deps: Deps,
): Promise<PendingAct<"withdraw-at-wish">> => {
  accept(decideWithdrawal(cycle, project, "author"));
  accept(checkWish(wish, project, by.receivedAt));
  const { id: cycleId, edition } = cycle;
  const { id, number, title } = project;
  return await propose(
    withdrawAtWish,
    {
      kind: "withdraw-at-wish",
      proposal: { cycleId, edition, project: { id, number, title }, wish },
      by,
      also,
      kept: ({ byName: name, until }) => refusal("pending/waits", { name, until }),
    },
    deps,
  );
};
