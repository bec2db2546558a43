import { namesOf, numberCell, type Problem, plainCell } from "../cells.ts";
import { type ImportKind, type Note, rowRead } from "../kind.ts";

/** A row of a sheet of remarks: which one, as it was when the sheet was made, and what was decided; undefined where it was left empty. */
interface DecidedRow<Verdict> {
  readonly number: number;
  readonly digest: string;
  readonly decision: { readonly verdict: Verdict; readonly reason: string } | undefined;
}

const COLUMNS = {
  number: { names: ["number", "numer", "nr", "uwaga", "remark"], isNeeded: true },
  digest: { names: ["digest", "skrót", "znacznik", "mark"], isNeeded: true },
  verdict: { names: ["decision", "rozstrzygnięcie", "verdict"], isNeeded: true },
  reason: { names: ["reason", "uzasadnienie"], isNeeded: true },
} as const;

const MOST_CHARACTERS = 4000;

/** Decisions about remarks, filled in a sheet that was made here. */
export const remarkDecisionsKind = <Verdict>(
  verdicts: Iterable<readonly [name: string, verdict: Verdict]>,
): ImportKind<DecidedRow<Verdict>> => {
  const verdictOf = namesOf(verdicts);
  return {
    name: "remark-decisions",
    columns: COLUMNS,
    read: (cells) => {
      const notes: Note[] = [];
      let isFault = false;
      const wrong = (column: keyof typeof COLUMNS, says: Problem): void => {
        notes.push({ column, says });
        isFault = true;
      };
      const typed = numberCell(cells.number ?? "");
      const number = "problem" in typed ? Number.NaN : Number(typed.text.trim());
      if (!Number.isInteger(number) || number < 1) wrong("number", "number");
      const { text: digest } = plainCell(cells.digest ?? "");
      const word = plainCell(cells.verdict ?? "").text.trim();
      const reason = plainCell(cells.reason ?? "").text.trim();
      const verdict = word === "" ? undefined : verdictOf(word);
      if (word !== "" && !verdict) wrong("verdict", "verdict");
      if (word === "" && reason !== "") wrong("verdict", "verdict");
      if (verdict?.repair) notes.push({ column: "verdict", says: verdict.repair });
      if (verdict && (reason === "" || reason.length > MOST_CHARACTERS)) wrong("reason", "no-reason");
      const decision = verdict && { verdict: verdict.thing, reason };
      return rowRead(notes, isFault ? undefined : { number, digest: digest.trim(), decision });
    },
  };
};
