import { voterKeysOf } from "../../../shared/acts/voter-keys.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { accept } from "../../../shared/domain/result.ts";
import { stretchesOf } from "../../../shared/domain/signals/stint.ts";
import type { Instant } from "../../../shared/domain/time.ts";
import type { Staff } from "../../../shared/platform/actor.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { keptUntil, noteWithin, ring } from "../signal-note.ts";

/** A voter whom a clerk let in; who it was is not told. */
interface Helped {
  readonly cycle: Pick<Cycle, "id" | "calendar">;
  readonly point: string;
  readonly clerk: Pick<Staff, "id" | "name">;
  readonly receivedAt: Instant;
}

const countHelp = async (
  { cycle, point, clerk, receivedAt }: Helped,
  { store, vault }: Pick<Deps, "store" | "vault">,
): Promise<void> => {
  const hashed = await voterKeysOf(vault, cycle.id);
  await Promise.all(
    stretchesOf(receivedAt).map(async ({ least, grid, ...stretch }) => {
      const name = (...at: string[]) => hashed.stretch(grid, clerk.id, ...at);
      const { voters, points } = accept(await store.stints.count(name(), name(point), stretch));
      if (voters < least) return;
      ring(cycle.id, voters);
      const known = (await store.votingPoints.get(cycle.id)).points.map(({ id }) => id);
      const stint = {
        ...stretch,
        points: known.filter((id) => points.has(name(id))).sort(),
        clerk: clerk.id,
        clerkName: clerk.name,
        voters,
      };
      await store.stints.keep(cycle.id, stint, keptUntil(cycle, receivedAt));
    }),
  );
};

/** Notes a voter whom a clerk let in, for the commission's signals. */
export const noteHelp = (helped: Helped, deps: Deps): Promise<void> =>
  noteWithin(helped.cycle.id, () => countHelp(helped, deps));
