import { readFileSync } from "node:fs";
import { type File, Instrumenter } from "@stryker-mutator/instrumenter";

/** One small change of the code: what stands at a place instead. Lines and columns count from 0, as the instrumenter's do. */
export interface Mutant {
  readonly id: string;
  /** From the root of the project. */
  readonly file: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
  readonly mutator: string;
  readonly replacement: string;
}

/** A text changed to nothing says nothing of a rule: words have tests of their own, and most others are names. */
const LEFT_OUT = new Set(["StringLiteral"]);

const silent = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  fatal: () => undefined,
};

const OPTIONS = { plugins: null, excludedMutations: [], ignorers: [], noHeader: true };

/** The code with every mutant beside what it stands for, and the mutants: which of them is active is asked at run time. */
const instrumented = async (files: readonly File[]) => {
  const { files: written, mutants } = await new Instrumenter(silent).instrument(files, OPTIONS);
  return {
    written,
    mutants: mutants.map(({ id, fileName, location: { start, end }, mutatorName, replacement }): Mutant => {
      const at = { id, file: fileName, start, end };
      return { ...at, mutator: mutatorName, replacement };
    }),
  };
};

/** Every mutant of these files. */
export const mutantsOf = async (files: readonly string[]): Promise<Mutant[]> => {
  const whole = files.map((name) => ({ name, mutate: true, content: readFileSync(name, "utf8") }));
  const { mutants } = await instrumented(whole);
  return mutants.filter(({ mutator }) => !LEFT_OUT.has(mutator));
};

const isSame = (one: Mutant, other: Mutant): boolean =>
  one.file === other.file &&
  one.mutator === other.mutator &&
  one.replacement === other.replacement &&
  JSON.stringify([one.start, one.end]) === JSON.stringify([other.start, other.end]);

/**
 * The files of these mutants with only them inside, and the mutants under the ids that the files know them by. What lies within a mutant is
 * instrumented with it, and never active.
 */
export const withMutants = async (
  chosen: readonly Mutant[],
): Promise<{ readonly files: readonly File[]; readonly mutants: readonly Mutant[] }> => {
  const files = [...Map.groupBy(chosen, ({ file }) => file)].map(([name, of]) => ({
    name,
    mutate: of.map(({ start, end }) => ({ start, end })),
    content: readFileSync(name, "utf8"),
  }));
  const { written, mutants } = await instrumented(files);
  const known = mutants.filter((one) => chosen.some((other) => isSame(one, other)));
  return { files: written, mutants: known };
};
