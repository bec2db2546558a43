import { tellAuthor } from "../../acts/tell-author.ts";
import type { CycleId, ProjectId } from "../../domain/ids.ts";
import type { ProposalFacts, ProposalLetters } from "../../domain/project/letter-facts.ts";
import { Merging, type MergingState, stateOf } from "../../domain/project/merging.ts";
import type { Project } from "../../domain/project/project.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { log } from "../../platform/log.ts";
import { asRead } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import type { Table } from "../../store/table.ts";
import { WAITS_NO_MORE, waits } from "../../store/work.ts";
import { put, update, type Write } from "../../store/write.ts";
import { type Joined, pathOfMerging } from "./pages.ts";

/** A merging over what was read; the first one of a proposal over nothing. */
export const mergingWrite = (next: Merging, before: Merging | undefined): Write =>
  put({
    key: keys.merging(next.cycleId, next.into),
    item: { ...next, ...clockOf(next), version: (before?.version ?? 0) + 1 },
    when: before ? asRead(before.version) : { text: "attribute_not_exists(#pk)" },
    otherwise: (met) => refusal("request/changed-since", { version: Number(met?.version ?? 0) }),
  });

export const mergingInto = (
  cycleId: CycleId,
  into: ProjectId,
  { store }: Pick<Deps, "store">,
): Promise<Merging | undefined> => store.table.get(keys.merging(cycleId, into), Merging);

/** What a proposal has become one with: by its own record where it went into another, else by the merging into it. */
export const joinedWith = async (
  project: Project,
  deps: Pick<Deps, "store">,
): Promise<Joined | undefined> => {
  const { cycleId, id, mergedInto } = project;
  if (mergedInto !== undefined) {
    const into = await deps.store.projects.get(cycleId, mergedInto);
    return into && { how: "into", others: [into] };
  }
  const merging = await mergingInto(cycleId, id, deps);
  if (merging?.state !== "merged") return undefined;
  return { how: "from", others: merging.parts.slice(1).map((part) => ({ ...part, cycleId })) };
};

interface Of {
  readonly cycleId: CycleId;
  readonly id: ProjectId;
}

/** Mergings of an edition that a proposal is part of, and that stand so now. */
const mergingsOf = async (
  { cycleId, id }: Of,
  states: readonly MergingState[],
  now: Instant,
  { store }: { readonly store: { readonly table: Pick<Table, "query"> } },
): Promise<Merging[]> => {
  const { pk, sk = "" } = keys.merging(cycleId, "");
  const { items } = await store.table.query(pk, Merging, { prefix: sk, consistent: true });
  return items.filter(
    (one) => states.includes(stateOf(one, now)) && one.parts.some((part) => part.id === id),
  );
};

/** Mergings about which a proposal is asked now. */
export const askedOf = (of: Of, now: Instant, deps: Parameters<typeof mergingsOf>[3]): Promise<Merging[]> =>
  mergingsOf(of, ["asked"], now, deps);

interface Said {
  readonly id: ProjectId;
  readonly answer: "accept" | "decline";
  readonly at: Instant;
}

/** One proposal's word: the last of all agrees, the first refusal ends it. The same word again changes nothing. */
export const answerMerging = async (
  before: Merging | undefined,
  { id, answer, at }: Said,
  deps: Deps,
  also: readonly Write[] = [],
): Promise<Result<Merging>> => {
  const own = before?.parts.find((one) => one.id === id);
  if (!before || !own) return refused(refusal("thing/not-found", {}));
  if (own.answer === answer) return ok(before);
  const now = stateOf(before, at);
  if (now === "lapsed") return refused(refusal("merging/late", { endedAt: before.until }));
  if (now !== "asked") return refused(refusal("merging/over", {}));
  const parts = before.parts.map((one) => (one.id === id ? { ...one, answer, answeredAt: at } : one));
  const agreed = parts.every((one) => one.answer === "accept");
  const state = answer === "decline" ? "refused" : agreed ? "agreed" : "asked";
  const next: Merging = { ...before, parts, state };
  const letters = state === "refused" ? await tellEnded(next, state, at, deps) : [];
  const written = await deps.store.table.write([mergingWrite(next, before), ...letters, ...also]);
  return written.ok ? ok({ ...next, version: before.version + 1 }) : written;
};

type MergingLetter = "proposal/merge-asked" | "proposal/merge-ended";

/** A letter to the authors of these proposals of a merging, each with a link of their own; each round has its own. */
const tellAll = async <K extends MergingLetter>(
  { cycleId, parts, into, round }: Pick<Merging, "cycleId" | "parts" | "into" | "round">,
  kind: K,
  facts: Omit<ProposalLetters[K], keyof ProposalFacts>,
  at: Instant,
  deps: Deps,
): Promise<Write[]> => {
  const projects = await Promise.all(parts.map(({ id }) => deps.store.projects.get(cycleId, id)));
  const letters = projects.map(async (project) =>
    project ? tellAuthor(project, kind, facts, at, deps, `/${into}/${round}`) : [],
  );
  return (await Promise.all(letters)).flat();
};

const numbersOf = ({ parts }: Merging): string[] => parts.map(({ number }) => number);

/** The question to every author. */
export const askAuthors = (merging: Merging, at: Instant, deps: Deps): Promise<Write[]> => {
  const { byAuthor, parts, until } = merging;
  const by = byAuthor ? parts[0]?.number : undefined;
  const facts = { numbers: numbersOf(merging), until, ...(by !== undefined && { by }) };
  // Who asks has answered by that.
  const asked = parts.filter(({ answer }) => answer === undefined);
  return tellAll({ ...merging, parts: asked }, "proposal/merge-asked", facts, at, deps);
};

/** That it comes to nothing, to every author; nobody reads who of them declined or kept silent. */
export const tellEnded = (
  merging: Merging,
  why: ProposalLetters["proposal/merge-ended"]["why"],
  at: Instant,
  deps: Deps,
): Promise<Write[]> =>
  tellAll(merging, "proposal/merge-ended", { numbers: numbersOf(merging), why }, at, deps);

/** A proposal is withdrawn: what it was to become one with hears that this comes to nothing. */
export const endMergings = async (of: Of, at: Instant, deps: Deps): Promise<Write[]> => {
  const ended = (await mergingsOf(of, ["asked", "agreed"], at, deps)).map(async (merging) => {
    const others = { ...merging, parts: merging.parts.filter(({ id }) => id !== of.id) };
    const facts = { numbers: numbersOf(merging), why: "withdrawn" } as const;
    return [
      mergingWrite({ ...merging, state: "taken-back" }, merging),
      ...(await tellAll(others, "proposal/merge-ended", facts, at, deps)),
    ];
  });
  return (await Promise.all(ended)).flat();
};

/** What is asked while its time lasts, and waits for the end of it. */
const clockOf = ({ cycleId, into, until, state }: Merging) =>
  state === "asked"
    ? waits({
        kind: "of-subject",
        id: `merging/${into}`,
        owner: "queue#clock",
        dueAt: until,
        about: { cycleId, text: { pl: "" }, path: pathOfMerging({ cycleId, id: into }) },
      })
    : {};

/** The time of a merging is over: whoever was asked is told so, once. */
export const passMerging = async (
  [cycleId, into]: readonly [CycleId, ProjectId],
  now: Instant,
  deps: Deps,
): Promise<void> => {
  const merging = await mergingInto(cycleId, into, deps);
  if (!merging || stateOf(merging, now) !== "lapsed") return;
  const outcome = await deps.store.table.write([
    update({
      key: keys.merging(cycleId, into),
      remove: WAITS_NO_MORE,
      when: {
        text: "#version = :version AND attribute_exists(#workKey)",
        values: { version: merging.version },
      },
    }),
    ...(await tellEnded(merging, "lapsed", now, deps)),
  ]);
  if (!outcome.ok) log.info({ event: "merging/due", refusal: outcome.refusal.code });
};
