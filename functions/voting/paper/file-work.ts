import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { isProblem } from "../../../shared/domain/import/cells.ts";
import type { PaperRow } from "../../../shared/domain/import/kinds/paper.ts";
import { stateAfter } from "../../../shared/domain/lifecycle.ts";
import type { Refusal } from "../../../shared/domain/refusals.ts";
import { asResult, ok, type Result } from "../../../shared/domain/result.ts";
import type { Batch, Card } from "../../../shared/domain/voting/paper.ts";
import {
  isAtWork,
  isLeftToDesk,
  isOver,
  MOST_NOTES,
  PAPER_FILE,
  type PaperFile,
  type PaperNote,
  whyOf,
} from "../../../shared/domain/voting/paper-file.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { eachAlone } from "../../../shared/platform/each-alone.ts";
import { macText } from "../../../shared/platform/keyed.ts";
import { log } from "../../../shared/platform/log.ts";
import { batchOf } from "./batch-of.ts";
import { type CardRow, rowsOf, sectionsOf } from "./file-rows.ts";
import { type CardContent, electorBy, keyCard, tryCard } from "./key-card.ts";

/** What a sweep has for all files, and a request for one; what is left then is the next sweep's. */
const SWEEP_MS = 15_000;
const REQUEST_MS = 5_000;

/** Rows that are done before it is noted that they are, and how many of them at once. */
const SLICE = 40;
const AT_ONCE = 4;

interface Place {
  readonly file: PaperFile;
  readonly cycle: Cycle;
  readonly batch: Batch;
}

type Changes = Parameters<Deps["store"]["paperFiles"]["goOn"]>[1];

const contentOf = async ({ content }: PaperRow, place: Place, deps: Deps): Promise<Result<CardContent>> => {
  if ("rejection" in content) return ok(content);
  const { facts, guardian, choices } = content;
  const elector = await electorBy(place, { ...facts, guardian }, deps);
  return elector.ok ? ok({ elector: elector.value, sections: sectionsOf(choices) }) : elector;
};

/** A ballot's key is of its file and card: a keying that is done again is the one that there is. */
const keyOf = async (
  number: number,
  { file, cycle }: Place,
  { vault }: Pick<Deps, "vault">,
): Promise<string> => macText(await vault.cycleKey(cycle.id, "paper"), "file", file.id, String(number));

/** Looks at a card, or keys it: by the very rules of the desk. */
const cardDone = async (card: PaperRow, place: Place, deps: Deps): Promise<Result<Card["state"]>> => {
  const { file, cycle, batch } = place;
  const content = await contentOf(card, place, deps);
  if (!content.ok) return content;
  const asked = {
    by: { actor: { id: file.by, name: file.byName } },
    cycle,
    batch,
    number: card.number,
    content: content.value,
    key: await keyOf(card.number, place, deps),
    replaces: false,
  };
  return await (file.state === "reading" ? tryCard : keyCard)(asked, deps);
};

type Outcome = "keyed" | "settled" | "left" | "faulty";
interface RowDone {
  readonly to: Outcome;
  readonly notes: readonly PaperNote[];
}

const rowDone = async ({ line, card, notes }: CardRow, place: Place, deps: Deps): Promise<RowDone> => {
  if (!card) return { to: "faulty", notes };
  if (notes.some(({ why }) => why)) return { to: "left", notes };
  const done = await cardDone(card, place, deps);
  if (done.ok) return { to: done.value === "keyed" ? "keyed" : "settled", notes };
  const why = { line, column: null, why: whyOf(done.refusal) };
  return { to: isLeftToDesk(done.refusal) ? "left" : "faulty", notes: [...notes, why] };
};

const sliceDone = async (rows: readonly CardRow[], place: Place, deps: Deps): Promise<RowDone[]> => {
  const all: RowDone[] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE)
    all.push(...(await Promise.all(rows.slice(at, at + AT_ONCE).map((row) => rowDone(row, place, deps)))));
  return all;
};

const stateNow = ({ state, found }: Pick<PaperFile, "state" | "found">): PaperFile["state"] =>
  stateAfter(PAPER_FILE, state === "entering" ? "finish" : found.faults > 0 ? "fault" : "find");

/** The first of what is noted; what was mended comes last. */
const firstOf = (noted: readonly PaperNote[]): PaperNote[] => {
  const isMended = ({ says }: PaperNote): boolean => says !== undefined && !isProblem(says);
  return [...noted.filter((one) => !isMended(one)), ...noted.filter(isMended)].slice(0, MOST_NOTES);
};

/** A file with a slice of its rows done; with the last its state changes. */
const withSlice = (file: PaperFile, rows: number, slice: readonly RowDone[]): Changes => {
  const count = (of: Outcome): number => slice.filter(({ to }) => to === of).length;
  const isEntering = file.state === "entering";
  const before = isEntering ? file.entered : file.found;
  const cards = {
    keyed: before.keyed + count("keyed"),
    settled: before.settled + count("settled"),
    // Nothing is wrong with a file that is entered: a card that cannot be keyed any more is the desk's.
    left: before.left + count("left") + (isEntering ? count("faulty") : 0),
  };
  const found = {
    ...cards,
    faults: file.found.faults + count("faulty"),
    repaired:
      file.found.repaired +
      slice.filter(({ notes }) => notes.some(({ says }) => says && !isProblem(says))).length,
  };
  // What was mended was told when the rows were read.
  const notes = slice.flatMap((one) => (isEntering ? one.notes.filter(({ why }) => why) : one.notes));
  const done = file.done + slice.length;
  const changed = isEntering ? { entered: cards } : { found };
  return {
    rows,
    done,
    noted: firstOf([...file.noted, ...notes]),
    ...changed,
    ...(done === rows && { state: stateNow({ ...file, ...changed }) }),
  };
};

/** Goes on with a file, if nobody else has, and lets go of what is not needed any more. */
export const goOn = async (file: PaperFile, change: Changes, deps: Deps): Promise<Result<void>> => {
  const { store, system } = deps;
  const now = system.now();
  const after = { state: change.state ?? file.state };
  return await store.table.write([
    await store.paperFiles.goOn(file, change, now),
    ...(isOver(after) ? [await store.uploads.release({ id: file.id }, now)] : []),
  ]);
};

const ended = (file: PaperFile, why: Refusal): Changes => ({
  state: stateAfter(PAPER_FILE, file.state === "reading" ? "fault" : "drop"),
  failed: whyOf(why),
});

/** Works off rows of a file until then, at least some; answers how far it is. Done again after a crash it goes on. */
const workUntil = async (ends: number, begun: PaperFile, deps: Deps): Promise<PaperFile> => {
  const { store } = deps;
  const now = async (): Promise<PaperFile> =>
    (await store.paperFiles.get(begun.cycleId, begun.batchId, begun.id)) ?? begun;
  if (!isAtWork(begun)) return begun;
  const [cycle, batch] = await Promise.all([cycleOf(begun.cycleId, deps), batchOf(begun, deps)]);
  const rows = await rowsOf(begun, { cycle, batch }, deps);
  if (!rows.ok) {
    await goOn(begun, ended(begun, rows.refusal), deps);
    return await now();
  }
  let file = begun;
  do {
    const slice = rows.value.slice(file.done, file.done + SLICE);
    const at = file;
    const done = await asResult(() => sliceDone(slice, { file: at, cycle, batch }, deps));
    const change = done.ok ? withSlice(file, rows.value.length, done.value) : ended(file, done.refusal);
    if (!(await goOn(file, change, deps)).ok) return await now();
    file = { ...file, ...change };
  } while (isAtWork(file) && performance.now() < ends);
  return file;
};

/** Works at a file as long as a request may take; an accident is the sweep's, which goes on. */
export const workOn = async (file: PaperFile, deps: Deps): Promise<PaperFile> => {
  try {
    return await workUntil(performance.now() + REQUEST_MS, file, deps);
  } catch (error) {
    log.error({ event: "paper/file", cycleId: file.cycleId, error });
    return (await deps.store.paperFiles.get(file.cycleId, file.batchId, file.id)) ?? file;
  }
};

/** What was cut off is gone on with, the one first that waits longest; a file that nobody has said a word about goes. */
export const workOnFiles = async (deps: Deps): Promise<void> => {
  const ends = performance.now() + SWEEP_MS;
  await eachAlone(await deps.store.paperFiles.due(deps.system.now()), async (file) => {
    if (!isAtWork(file) && !isOver(file)) await goOn(file, { state: stateAfter(PAPER_FILE, "drop") }, deps);
    else if (performance.now() < ends) await workUntil(ends, file, deps);
  });
};
