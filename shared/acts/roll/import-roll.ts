import type { Cycle } from "../../domain/cycle/cycle.ts";
import { isBefore } from "../../domain/cycle/phases.ts";
import type { PendingAct } from "../../domain/office/pending.ts";
import { refusal } from "../../domain/refusals.ts";
import { Refused } from "../../domain/result.ts";
import { findIn, movedTo } from "../../domain/voting/roll.ts";
import { isFaulty, type RollPreview } from "../../domain/voting/roll-preview.ts";
import type { Deps } from "../../platform/deps.ts";
import type { Write } from "../../store/write.ts";
import { cycleOf } from "../cycle-of.ts";
import type { TakesTwo } from "../takes-two.ts";
import { wake } from "../wake.ts";

/** Nobody's right to vote changes any more once people vote. */
export const checkBeforeVote = ({ phase }: Pick<Cycle, "phase">): void => {
  if (!isBefore(phase, "voting")) throw new Refused(refusal("cycle/locked", { phase }));
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/**
 * Who was added and stands on the new roll is counted once, where the addition says. An addition whose entry the roll has as a further one of
 * somebody's stands under that person from then on: of one person there is one voter key.
 */
const addedTo = async (
  { id, roll, ruleSet: { pools } }: Cycle,
  place: { readonly importId: string; readonly shards: number },
  { store }: Pick<Deps, "store">,
): Promise<{ readonly added: Record<string, number>; readonly rekeyed: readonly Write[] }> => {
  const rekeyed: Write[] = [];
  let added: Record<string, number> = {};
  for (const addition of roll?.additions ? await store.roll.additions(id) : []) {
    const stated = addition.by ?? addition.entry;
    const bytes = Buffer.from(stated, "hex");
    const listed = findIn(await store.roll.shard(id, place, bytes), bytes, "proved");
    added = movedTo(added, listed && pools[listed.district]?.id, addition.district);
    const entry = listed ? hex(listed.person) : addition.entry;
    if (entry !== addition.entry)
      rekeyed.push(...(await store.roll.add(id, { ...addition, entry, by: stated }, [stated])));
  }
  return { added, rekeyed };
};

const previewed = ({ proposal }: PendingAct<"import-roll">): RollPreview => {
  const { preview } = proposal;
  if (!preview) throw new Refused(refusal("roll/reading", {}));
  if (isFaulty(preview)) throw new Refused(refusal("pending/settled", { state: "overtaken" }));
  return preview;
};

/** Another roll in place of the one in force: the pointer on the cycle names it from then on, whole. */
export const importRoll: TakesTwo<"import-roll"> = {
  names: {
    propose: "postRoll",
    accept: "postRollAcceptance",
    refuse: "postRollRefusal",
    withdraw: "postPendingWithdrawal",
  },
  facts: ({ proposal: { preview } }): Record<string, number> => {
    if (!preview) return {};
    const { rows, added, gone, moved, cannotProve, repaired } = preview;
    return { rows, added, gone, moved, cannotProve, repaired };
  },
  run: async (act, by, deps) => {
    const { cycleId, importId } = act.proposal;
    const { over, shards, people: entries, perDistrict, digest } = previewed(act);
    const cycle = await cycleOf(cycleId, deps);
    checkBeforeVote(cycle);
    // The numbers that were read say how it differs from that one.
    if (cycle.roll?.importId !== over) throw new Refused(refusal("pending/settled", { state: "overtaken" }));
    const { additions, version = 0 } = cycle.roll ?? {};
    const { added, rekeyed } = await addedTo(cycle, { importId, shards }, deps);
    const roll = {
      version: version + 1,
      importId,
      shards,
      entries,
      perDistrict,
      digest,
      importedAt: by.receivedAt,
      importedBy: act.byName,
      ...(additions && { additions, added }),
    };
    return [...rekeyed, await deps.store.cycles.changing(cycle, { roll })];
  },
  follow: async ({ proposal: { cycleId } }, deps) => await wake({ id: cycleId }, deps),
};
