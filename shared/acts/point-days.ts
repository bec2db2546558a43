import type { CycleId } from "../domain/ids.ts";
import type { Results } from "../domain/results/results.ts";
import { figuresOf } from "../domain/voting/paper.ts";
import { dayFigures, isReconciled } from "../domain/voting/point-day.ts";
import type { Deps } from "../platform/deps.ts";

/** The days on which voting points had ballots or cards, and those of them that two people have not signed as the ledger has them now. */
export const pointDaysOf = async (
  cycleId: CycleId,
  { store }: Pick<Deps, "store">,
): Promise<NonNullable<Results["pointDays"]>> => {
  const [{ points }, { shifts, days }, batches] = await Promise.all([
    store.votingPoints.get(cycleId),
    store.votingPoints.all(cycleId),
    store.batches.list(cycleId),
  ]);
  const counted = await Promise.all(
    batches.map(async (batch) => ({
      point: batch.point as string,
      day: batch.receivedOn as string,
      figures: figuresOf(batch, await store.batches.cards(cycleId, batch.id)),
    })),
  );
  const name = ({ point, day }: { readonly point: string; readonly day: string }) => `${day} ${point}`;
  const shiftsOf = Map.groupBy(shifts, name);
  const countedOf = Map.groupBy(counted, name);
  const signed = new Map(days.map((one) => [name(one), one]));
  const worked = [...new Set([...shiftsOf.keys(), ...countedOf.keys()])].sort().flatMap((key) => {
    const figures = dayFigures(
      shiftsOf.get(key) ?? [],
      (countedOf.get(key) ?? []).map(({ figures }) => figures),
    );
    return figures.cast + figures.cards > 0 ? [{ key, figures }] : [];
  });
  return {
    worked: worked.length,
    unsigned: worked
      .filter(({ key, figures }) => !isReconciled(signed.get(key), figures))
      .map(({ key }) => {
        const [day = "", point = ""] = key.split(" ");
        const named = points.find(({ id }) => id === point);
        return { point, ...(named && { name: named.name }), day };
      }),
  };
};
