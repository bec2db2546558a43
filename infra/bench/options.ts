import { parseArgs } from "node:util";

const SECTIONS = [
  "pb",
  "rules",
  "shares",
  "vote",
  "enumeration",
  "reads",
  "cold",
  "units",
  "hostile",
  "count",
] as const;
export type SectionName = (typeof SECTIONS)[number];

export interface Options {
  readonly sections: readonly SectionName[];
  /** How many ballots the made-up contests have. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly write: boolean;
}

export const USAGE = `npm run bench -- [--quick] [--only SECTION,…] [--sizes BALLOTS,…] [--write]
    prints the performance table; --write puts it into README.md
    sections: ${SECTIONS.join(", ")}; RYNEK_PB_DIR names a folder of real .pb files`;

const SIZES = { quick: [10_000, 100_000], full: [10_000, 100_000, 1_000_000] };
const ROUNDS = { quick: 3, full: 7 };

/** What was asked for, or why it cannot be done. */
export const readOptions = (args: readonly string[]): Options | string => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        quick: { type: "boolean", default: false },
        write: { type: "boolean", default: false },
        only: { type: "string", default: SECTIONS.join(",") },
        sizes: { type: "string" },
      },
    });
    const pace = values.quick ? "quick" : "full";
    const wanted = values.only.split(",");
    const sizes = values.sizes?.split(",").map(Number) ?? SIZES[pace];
    if (!wanted.every((name) => SECTIONS.some((known) => known === name)))
      return `"${values.only}" is no list of sections`;
    if (!sizes.every((size) => Number.isInteger(size) && size > 0))
      return `"${values.sizes}" is no list of sizes`;
    return {
      sections: SECTIONS.filter((name) => wanted.includes(name)),
      sizes,
      rounds: ROUNDS[pace],
      write: values.write,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
