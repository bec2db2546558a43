import { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { rollKindOf, unpackNotes } from "../../../shared/acts/roll/entries.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { TEXT_OF_ANSWER } from "../../../shared/platform/aws-limits.ts";
import { csvText } from "../../../shared/platform/csv.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { file } from "../../../shared/platform/http.ts";
import { noteText } from "../../../shared/words/refusal-words.ts";
import type { Words } from "../../../shared/words/words.ts";
import { routes } from "../../routes.ts";

const Path = z.object({ cycleId: CycleId, importId: z.string().regex(/^[a-z0-9]{16}$/) });
/** A file has so many of them as an answer bears; the next file begins after the last. */
const From = z.object({ from: z.coerce.number().int().min(0).default(0) });

const LONGEST_LINE = 200;
const MOST_LINES = Math.floor(TEXT_OF_ANSWER / LONGEST_LINE);

interface Asked {
  readonly params: z.infer<typeof Path>;
  readonly query: z.infer<typeof From>;
  readonly words: Words;
}

/** Every note of an import, by row and column: what is wrong, and what was mended. */
const notesOf = async ({ params: { cycleId, importId: id }, query: { from }, words }: Asked, deps: Deps) => {
  const cycle = await cycleOf(cycleId, deps);
  const columns = Object.keys(rollKindOf(cycle, deps.system.now()).columns);
  const lines: [number, string, string][] = [];
  let passed = 0;
  for await (const part of await deps.store.rollImports.allNotes({ cycleId, id })) {
    for (const { line, column, says } of unpackNotes(part, columns)) {
      passed += 1;
      if (passed > from && lines.length < MOST_LINES) lines.push([line, column ?? "", noteText(words, says)]);
    }
    if (lines.length === MOST_LINES) break;
  }
  const { repairs, rows } = words.rollImport;
  return file(
    csvText([rows, repairs.column, repairs.what], lines),
    "text/csv; charset=utf-8",
    `${id}-${from + 1}.csv`,
  );
};

const story = {
  summary: "Everything that was noted of the rows of a roll, as CSV",
  params: Path,
  query: From,
  replies: { 200: "text/csv" },
} as const;

export const getRollNotes = endpoint(routes.getRollNotes, {
  ...story,
  description:
    "By row and column. A file has some 14 000 of them; `from` leaves out as many as others have had.",
  handle: notesOf,
});

export const getOfficeRollNotes = endpoint(routes.getOfficeRollNotes, { ...story, handle: notesOf });
