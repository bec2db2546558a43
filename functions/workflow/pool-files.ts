import type { openContests } from "../../shared/acts/count-contest.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { Parts } from "../../shared/domain/results/package.ts";
import type { Listed } from "../../shared/domain/results/results.ts";
import type { Tally } from "../../shared/domain/tally/tally.ts";
import type { Writing } from "../../shared/platform/files.ts";
import { choicesJson, inChunks } from "./choices-file.ts";
import { pbFile } from "./pb-file.ts";

/** JSON as the files of a package have it. */
export const fileJson = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);

/** What is made when it is gone through, and not before. */
const later = async function* (make: () => Promise<Iterable<Uint8Array>>): AsyncGenerator<Uint8Array> {
  yield* await make();
};

/** What is written to a file of its own, too, as it passes. */
const alsoIn = async function* (parts: Parts, begin: () => Promise<Writing>): AsyncGenerator<Uint8Array> {
  const file = await begin();
  for await (const part of parts) {
    await file.add(part);
    yield part;
  }
  await file.close();
};

/** What was opened last is kept, for the next file of the same pool. */
const oneAtATime = <T>(open: (pool: string) => Promise<T>): ((pool: string) => Promise<T>) => {
  let last: { readonly pool: string; readonly opened: Promise<T> } | undefined;
  return (pool) => {
    if (last?.pool !== pool) last = { pool, opened: open(pool) };
    return last.opened;
  };
};

type Contest = Pick<
  Awaited<ReturnType<Awaited<ReturnType<typeof openContests>>>>,
  "election" | "spelling"
> & {
  readonly listed: readonly Listed[];
};

interface Counted {
  readonly cycle: Pick<Cycle, "ruleSet" | "calendar">;
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly contestOf: (pool: string) => Promise<Contest>;
  /** Begins the file of a pool that lies beside the package. */
  readonly beginPb: (pool: string) => Promise<Writing>;
}

/** The files of a package that its pools have: choices, tally, and the `.pb` file, which is written beside the package too. */
export const poolFiles = ({ cycle, tallies, contestOf, beginPb }: Counted): [string, () => Parts][] => {
  const opened = oneAtATime(contestOf);
  return [...tallies].flatMap(([id, tally]): [string, () => Parts][] => {
    const choices = async () => {
      const { listed, spelling } = await opened(id);
      return inChunks(
        choicesJson(
          spelling,
          listed.map((project) => project.id),
        ),
      );
    };
    const pb = async () => {
      const { listed, election } = await opened(id);
      return inChunks(pbFile({ cycle, pool: id, election, listed, tally }));
    };
    return [
      [`pools/${id}.choices.json`, () => later(choices)],
      [`pools/${id}.tally.json`, () => [fileJson(tally)]],
      [`pools/${id}.pb`, () => alsoIn(later(pb), () => beginPb(id))],
    ];
  });
};
