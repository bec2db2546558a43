import { againIn, type LetterFate, ledgerDays, momentIn } from "../../shared/domain/notice/ledger.ts";
import type { Notice } from "../../shared/domain/notice/notice.ts";
import { epochSeconds, type Instant, plusSeconds } from "../../shared/domain/time.ts";
import { addressName, letterName } from "../../shared/platform/letter-names.ts";
import { ledgerWrite } from "../../shared/store/ledger.ts";
import type { Write } from "../../shared/store/write.ts";
import type { Run } from "./run.ts";
import type { Claimed, Source } from "./source.ts";

/** What became of a letter with this try. */
interface Outcome {
  readonly state: LetterFate;
  readonly tries: number;
  readonly reason?: string;
  readonly again?: Instant;
}

/** A letter's name: that of the item in which it waits again. */
export const nameOfLetter = ({ key }: Claimed, { waitsAs }: Source, { deps }: Run): Promise<string> =>
  letterName(deps, (waitsAs?.(key) ?? key).pk);

export const rowOf = async (
  claimed: Claimed,
  { kind, to }: Pick<Notice, "kind" | "to">,
  { state, tries, reason, again }: Outcome,
  source: Source,
  run: Run,
): Promise<Write> => {
  const now = run.deps.system.now();
  const days = ledgerDays({ kind }, source.lane);
  const until = days === null ? await source.keptUntil(claimed, to, run) : plusSeconds(now, days * 86_400);
  const row = {
    ...{ kind, lane: source.lane, state, at: momentIn(kind, now), tries },
    ...againIn(kind, again),
    ...(reason !== undefined && { reason }),
  };
  const named = {
    to: await addressName(run.deps, to),
    letter: await nameOfLetter(claimed, source, run),
  };
  return ledgerWrite(named, row, epochSeconds(until));
};

/**
 * Writes what became of a letter, together with what that changes where it waited. Whom it was for may be unknown after an accident: then
 * there is no row. Where its item is gone there is the row alone, of a letter that waits for no other try.
 */
export const record = async (
  claimed: Claimed,
  about: Pick<Notice, "kind" | "to"> | undefined,
  outcome: Outcome,
  changes: readonly Write[],
  source: Source,
  run: Run,
): Promise<void> => {
  const { table } = run.deps.store;
  const writes = async (how: Outcome) => (about ? [await rowOf(claimed, about, how, source, run)] : []);
  const first = [...changes, ...(await writes(outcome))];
  if (first.length === 0 || (await table.write(first)).ok || changes.length === 0) return;
  const { again, ...rest } = outcome;
  const alone = await writes(again === undefined ? rest : { ...rest, state: "given-up", reason: "gone" });
  if (alone.length > 0) await table.write(alone);
};
