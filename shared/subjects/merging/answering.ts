import { tellAuthor } from "../../acts/author-links.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import type { CycleId, ProjectId } from "../../domain/ids.ts";
import { Merging, stateOf } from "../../domain/project/merging.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { asRead } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import type { Table } from "../../store/table.ts";
import { put, type Write } from "../../store/write.ts";

/** A merging over what was read; the first one of a proposal over nothing. */
export const mergingWrite = (next: Merging, before: Merging | undefined): Write =>
  put({
    key: keys.merging(next.cycleId, next.into),
    item: { ...next, version: (before?.version ?? 0) + 1 },
    when: before ? asRead(before.version) : { text: "attribute_not_exists(#pk)" },
    otherwise: (met) => refusal("request/changed-since", { version: Number(met?.version ?? 0) }),
  });

export const mergingInto = (
  cycleId: CycleId,
  into: ProjectId,
  { store }: Pick<Deps, "store">,
): Promise<Merging | undefined> => store.table.get(keys.merging(cycleId, into), Merging);

/** Mergings of an edition about which a proposal is asked now. */
export const askedOf = async (
  { cycleId, id }: { readonly cycleId: CycleId; readonly id: ProjectId },
  now: Instant,
  { store }: { readonly store: { readonly table: Pick<Table, "query"> } },
): Promise<Merging[]> => {
  const { pk, sk = "" } = keys.merging(cycleId, "");
  const { items } = await store.table.query(pk, Merging, { prefix: sk, consistent: true });
  return items.filter((one) => stateOf(one, now) === "asked" && one.parts.some((part) => part.id === id));
};

interface Said {
  readonly id: ProjectId;
  readonly answer: "accept" | "decline";
  readonly at: Instant;
}

/** One proposal's word: the last of all agrees, the first refusal ends it. The same word again changes nothing. */
export const answerMerging = async (
  before: Merging | undefined,
  { id, answer, at }: Said,
  deps: Pick<Deps, "store">,
  also: readonly Write[] = [],
): Promise<Result<Merging>> => {
  const own = before?.parts.find((one) => one.id === id);
  if (!before || !own) return refused(refusal("thing/not-found", {}));
  if (own.answer === answer) return ok(before);
  if (stateOf(before, at) !== "asked") return refused(refusal("merging/over", {}));
  const parts = before.parts.map((one) => (one.id === id ? { ...one, answer, answeredAt: at } : one));
  const agreed = parts.every((one) => one.answer === "accept");
  const state = answer === "decline" ? "refused" : agreed ? "agreed" : "asked";
  const next: Merging = { ...before, parts, state };
  const written = await deps.store.table.write([mergingWrite(next, before), ...also]);
  return written.ok ? ok({ ...next, version: before.version + 1 }) : written;
};

/** The question to every author, by a link of their own. */
export const askAuthors = async (
  { parts, until, into, round }: Merging,
  { cycle, at }: { readonly cycle: Cycle; readonly at: Instant },
  deps: Deps,
): Promise<Write[]> => {
  const projects = await Promise.all(parts.map(({ id }) => deps.store.projects.get(cycle.id, id)));
  const numbers = parts.map(({ number }) => number);
  const letters = projects.map(async (project) =>
    project
      ? tellAuthor(project, "proposal/merge-asked", { numbers, until }, at, deps, `/${into}/${round}`)
      : [],
  );
  return (await Promise.all(letters)).flat();
};
