import { setMeant, setsOf, shownFactsOf } from "../../voting/fact-sets.ts";
import { FACTS, type Fact, type Facts } from "../../voting/facts.ts";
import type { IdentityPolicy } from "../../voting/identity-policy.ts";
import type { Rejection } from "../../voting/paper.ts";
import { namesOf, type Problem, plainCell, plainWord } from "../cells.ts";
import { CALLED, columnsOfFact, readFact } from "../fact-cells.ts";
import { type ImportColumn, type ImportKind, type Note, rowRead } from "../kind.ts";

/** A project of the ballot list, and whether a card ticks it, ranks it or gives it a number. */
export interface Listed {
  readonly pool: string;
  readonly id: string;
  readonly by: "tick" | "rank" | "number";
}

/** One project that a card chooses, and what it gives to it. */
interface Choice extends Pick<Listed, "pool" | "id"> {
  readonly given: number;
}

/** A card as a table has it: whose it is and what they chose, or why it is no ballot. */
export interface PaperRow {
  readonly number: number;
  readonly content:
    | { readonly facts: Facts; readonly guardian: boolean; readonly choices: readonly Choice[] }
    | { readonly rejection: Rejection };
}

interface PaperForm {
  readonly identity: Pick<IdentityPolicy, "roll" | "statement" | "desk" | "paper" | "alternatives">;
  /** Projects by their public numbers. */
  readonly projects: Iterable<readonly [number: string, project: Listed]>;
  /** Ids and words that a table may use for why a card is no ballot. */
  readonly rejections: Iterable<readonly [name: string, reason: Rejection]>;
}

/** So many choices may each have a column of their own; a list in one cell has as many as there are. */
const CHOICE_COLUMNS = 12;
const PLACES = Array.from({ length: CHOICE_COLUMNS }, (_, n) => n + 1);

const NUMBER: ImportColumn = {
  names: ["nr karty", "numer karty", "karta", "lp", "nr", "numer", "numer seryjny", "card", "card number"],
  isNeeded: true,
};
const OTHERS: Readonly<Record<string, ImportColumn>> = {
  projects: {
    names: ["projekty", "wybrane projekty", "głosy", "wybory", "numery projektów", "choices"],
    isNeeded: false,
  },
  rejection: {
    names: ["powód odrzucenia", "odrzucenie", "odrzucona", "powód", "powód nieważności", "reason"],
    isNeeded: false,
  },
  guardian: {
    names: ["opiekun", "oświadczenie opiekuna", "podpis opiekuna", "guardian statement"],
    isNeeded: false,
  },
  ...Object.fromEntries(
    PLACES.flatMap((n): [string, ImportColumn][] => [
      [
        `project_${n}`,
        {
          names: [`projekt ${n}`, `nr projektu ${n}`, `wybór ${n}`, `głos ${n}`, `choice ${n}`],
          isNeeded: false,
        },
      ],
      [`points_${n}`, { names: [`punkty ${n}`, `liczba punktów ${n}`, `pkt ${n}`], isNeeded: false }],
    ]),
  ),
};

/** A number of a project without what hands write differently: `l13-1-xii` is `L13/01/XII`. What divides its parts stays, since `1/31` is not `13/1`. */
const numberWord = (text: string): string =>
  text
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "")
    .map((part) => part.replace(/^0+(?=\d)/, ""))
    .join("/");

const YES = new Set(["tak", "t", "yes", "y", "true", "prawda", "1", "x"]);
const NO = new Set(["", "nie", "n", "no", "false", "falsz", "0"]);

const WHOLE = /^(\d{1,4})(?:[.,]0+)?$/;
/** Numbers with nothing but blanks between them. */
const WORDS = /^[^\s:=(;,|]+(?:\s+[^\s:=(;,|]+)+$/;
const GIVEN = /[:=]\s*(-?\d{1,4})$|\(\s*(-?\d{1,4})\s*\)$/;

/** The projects that one cell names, each with what it is given, as `number: points`. */
const namedIn = (cell: string): { readonly name: string; readonly given: number | undefined }[] => {
  return cell.split(WORDS.test(cell) ? /\s+/ : /[;,|\n]/).flatMap((part) => {
    const text = part.trim();
    const given = GIVEN.exec(text);
    const number = given?.[1] ?? given?.[2];
    if (text === "") return [];
    const name = text.slice(0, given?.index).trim();
    return [{ name, given: number === undefined ? undefined : Number(number) }];
  });
};

const projectsIn = (projects: PaperForm["projects"]) => {
  const exact = new Map(projects);
  const words = Map.groupBy(exact, ([number]) => numberWord(number));
  return (name: string): { readonly project: Listed; readonly isExact: boolean } | undefined => {
    const same = exact.get(name);
    if (same) return { project: same, isExact: true };
    const [alike, other] = words.get(numberWord(name)) ?? [];
    return alike && !other ? { project: alike[1], isExact: false } : undefined;
  };
};

/** The cards of a batch that were keyed into a table: a row for each, found on the roll by the facts that a signed card shows. */
export const paperKind = ({ identity, projects, rejections }: PaperForm): ImportKind<PaperRow> => {
  const sets = setsOf(identity);
  const facts = [...new Set(sets.flatMap(shownFactsOf))];
  const factColumns = facts.flatMap(columnsOfFact);
  const wholeColumns = sets.length > 1 ? [] : facts.map((fact) => FACTS[fact].column);
  const reasonOf = namesOf(rejections);
  const projectOf = projectsIn(projects);

  return {
    name: "paper-batch",
    columns: {
      number: NUMBER,
      ...Object.fromEntries(
        factColumns.map((column) => [
          column,
          { names: CALLED[column] ?? [], isNeeded: wholeColumns.includes(column) },
        ]),
      ),
      ...OTHERS,
    },
    order: ["number", ...factColumns, "projects", "rejection", "guardian"],
    read: (cells) => {
      const notes: Note[] = [];
      let isFault = false;
      const wrong = (column: string | undefined, says: Problem): void => {
        notes.push({ column, says });
        isFault = true;
      };
      const cell = (column: string): string => {
        const { text, repair } = plainCell(cells[column] ?? "");
        if (repair) notes.push({ column, says: repair });
        return text.trim();
      };
      const whole = (column: string): number | undefined => {
        const text = cell(column);
        const digits = WHOLE.exec(text)?.[1];
        if (digits !== undefined && digits !== text) notes.push({ column, says: "decimal" });
        return digits === undefined ? undefined : Number(digits);
      };

      const number = whole("number") ?? 0;
      if (number < 1) wrong("number", "card");
      const why = cell("rejection");
      const named = [
        ...namedIn(cell("projects")).map((one) => ({ ...one, column: "projects" })),
        ...PLACES.flatMap((n) => {
          const points = cells[`points_${n}`]?.trim() ? whole(`points_${n}`) : undefined;
          const column = `project_${n}`;
          return namedIn(cell(column)).map((one) => ({ ...one, given: one.given ?? points, column }));
        }),
      ];

      if (why !== "") {
        const reason = reasonOf(why);
        if (!reason) wrong("rejection", "rejection");
        if (named.length > 0) wrong("rejection", "outcome");
        return rowRead(
          notes,
          isFault || !reason ? undefined : { number, content: { rejection: reason.thing } },
        );
      }

      const known: Partial<Record<Fact, string>> = {};
      const faults: Partial<Record<Fact, Problem>> = {};
      for (const fact of facts) {
        const read = readFact(fact, cells);
        if (typeof read !== "object") {
          if (read !== "absent") faults[fact] = read;
          continue;
        }
        known[fact] = read.text;
        if (read.note) notes.push(read.note);
      }
      const meant = shownFactsOf(setMeant(sets, { ...known, ...faults }, shownFactsOf));
      for (const fact of meant)
        if (known[fact] === undefined) wrong(FACTS[fact].column, faults[fact] ?? FACTS[fact].problem);

      const says = plainWord(cell("guardian"));
      if (!YES.has(says) && !NO.has(says)) wrong("guardian", "yes-or-no");

      const choices: Choice[] = [];
      const ranks = new Map<string, number>();
      for (const { name, given, column } of named) {
        const found = projectOf(name);
        if (!found) {
          wrong(column, "project");
          continue;
        }
        const { pool, id, by } = found.project;
        if (!found.isExact) notes.push({ column, says: "spelling" });
        if (choices.some((one) => one.id === id)) wrong(column, "project-twice");
        const rank = (ranks.get(pool) ?? 0) + 1;
        ranks.set(pool, rank);
        if (given === undefined && by === "number") wrong(column, "points");
        choices.push({ pool, id, given: given ?? (by === "rank" ? rank : 1) });
      }
      const shown = Object.fromEntries(meant.map((fact) => [fact, known[fact]]));
      return rowRead(
        notes,
        isFault ? undefined : { number, content: { facts: shown, guardian: YES.has(says), choices } },
      );
    },
  };
};
