/** What becomes of something that is not as the format wants it: it is read as what was meant, only told of, or the file is not read. */
type Verdict = "repaired" | "warned" | "refused";

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Something that is not as the format wants it. Findings of one kind are told together. */
export interface Finding extends Place {
  readonly verdict: Verdict;
  readonly kind: string;
  readonly message: string;
}

/** All findings of one kind: how many, and the first of them. */
export interface FindingsOfKind {
  readonly first: Finding;
  readonly count: number;
  readonly places: readonly Finding[];
}

/** So many of a kind are kept: a file of a million ballots may have one in each. */
const KEPT = 1000;

export interface Findings {
  note(verdict: Verdict, kind: string, place: Place, message: string): void;
  /** By kind, in the order in which each was first found. */
  all(): FindingsOfKind[];
}

export const findingsList = (): Findings => {
  const kinds = new Map<string, { count: number; places: Finding[] }>();
  return {
    note: (verdict, kind, { line, column }, message) => {
      const key = `${verdict} ${kind}`;
      const known = kinds.get(key) ?? { count: 0, places: [] };
      kinds.set(key, known);
      known.count += 1;
      if (known.places.length < KEPT) known.places.push({ line, column, verdict, kind, message });
    },
    all: () =>
      [...kinds.values()].flatMap(({ count, places }) => {
        const [first] = places;
        return first ? [{ first, count, places }] : [];
      }),
  };
};

const TOLD = 5;

/** All of a kind in one sentence, with the lines of the first. */
export const sentenceOf = ({ first, count, places }: FindingsOfKind): string => {
  const all = [...new Set(places.map(({ line }) => line))].sort((a, b) => a - b);
  const lines = all.slice(0, TOLD).join(", ");
  const more = all.length > TOLD ? ", …" : "";
  const times = count === 1 ? "" : `${count} times: `;
  return `${first.message} (${times}line ${lines}${more})`;
};

/** A cell as it can be shown in a line of text: what cannot be seen is spelled out, what is long is cut. */
export const shown = (text: string): string => {
  const cut = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  const visible = cut.replaceAll(/[\p{Cc}\p{Cf}\u00a0\u202f\u2007]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, "0")}`;
  });
  return `"${visible}"`;
};
