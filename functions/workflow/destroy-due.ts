import { retentionOf } from "../../shared/acts/retention.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { type Destruction, type Forgotten, retentionClocks } from "../../shared/domain/cycle/retention.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { eachAlone } from "../../shared/platform/each-alone.ts";
import { log } from "../../shared/platform/log.ts";
import { idFrom } from "../../shared/platform/system.ts";
import { auditWrite } from "../../shared/store/audit.ts";

const destroy = async (
  what: Forgotten,
  { id }: Cycle,
  { store, vault }: Deps,
): Promise<Pick<Destruction, "removed" | "shredded">> => {
  const { items } = await store.projects.list(id, { consistent: true });
  const found = await store.retention.forget(what, { id, projects: items.map((project) => project.id) });
  if (what === "voters") await vault.destroyCycleSecret(id);
  return found;
};

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/** Whether anything may be due, by the edition alone: its result was published after it was made, and perhaps nothing of it is destroyed. */
const mayBeDue = (cycle: Cycle, now: Instant): boolean =>
  retentionClocks(cycle, { publishedAt: cycle.createdAt, destroyed: [] }, now).some(
    ({ state }) => state === "due",
  );

/** Destroys what is due, and then notes it: a run that was cut off is done again by the next, and finds less. */
export const destroyDue = async (cycles: readonly Cycle[], deps: Deps): Promise<void> => {
  const { store, system } = deps;
  await eachAlone(cycles, async (cycle) => {
    if (!mayBeDue(cycle, system.now())) return;
    const clocks = await retentionOf(cycle, system.now(), deps);
    for (const { what } of clocks.filter(({ state }) => state === "due")) {
      const found = await destroy(what, cycle, deps);
      const at = system.now();
      const audit = auditWrite(cycle.id, idFrom("aud", system.random(10)), {
        at,
        by: "system",
        byName: "Rynek",
        act: `DESTROY ${what}`,
        facts: { removed: sum(found.removed), shredded: sum(found.shredded) },
      });
      await store.retention.note(cycle.id, { what, at, ...found }, audit);
      log.info({ event: `destroyed-${what}`, cycleId: cycle.id });
    }
  });
};
