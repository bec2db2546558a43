import type { Cycle } from "../../domain/cycle/cycle.ts";
import type { Phase } from "../../domain/cycle/phases.ts";
import { CheckStage } from "../../domain/procedure/stages.ts";
import { appealUntil } from "../../domain/project/appeal.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";

/** When appeals are filed and decided: from the first publication on, until the list is frozen. */
const APPEAL_PHASES: readonly Phase[] = ["formal-review", "merit-review", "appeals"];

export const checkPhase = ({ phase }: Pick<Cycle, "phase">): Result<void> =>
  APPEAL_PHASES.includes(phase)
    ? ok(undefined)
    : refused(refusal("cycle/wrong-phase", { phase, needed: APPEAL_PHASES }));

/** Until when, exclusive, an appeal can still come in; undefined where none can. */
export const appealsRunUntil = async (
  cycle: Cycle,
  { store, now }: Pick<Deps, "store"> & { readonly now: Instant },
): Promise<Instant | undefined> =>
  (await store.publications.of(cycle.id))
    .filter(({ list, rejected }) => CheckStage.safeParse(list).success && rejected > 0)
    .map(({ issuedAt }) => appealUntil(cycle, issuedAt))
    .filter((until) => now < until)
    .toSorted()
    .at(-1);
