import { readFileSync } from "node:fs";
import { type File, Instrumenter } from "@stryker-mutator/instrumenter";

/** One small change of the code: what stands at a place instead. Lines and columns count from 0, as the instrumenter's do. */
export interface Mutant {
  readonly id: string;
  /** The path from the root of the project. */
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

const OPTIONS = { plugins: null, excludedMutations: [...LEFT_OUT], ignorers: [], noHeader: true };

/** Code with mutants inside, each beside what it stands for, under the ids by which the code knows them. */
export interface Instrumented {
  readonly files: readonly Pick<File, "name" | "content">[];
  readonly mutants: readonly Mutant[];
}

/** Which of the mutants is active is asked at run time. */
const instrumented = async (given: readonly File[]): Promise<Instrumented> => {
  const { files, mutants } = await new Instrumenter(silent).instrument(given, OPTIONS);
  const placed = mutants.filter(({ mutatorName }) => !LEFT_OUT.has(mutatorName));
  return {
    files,
    mutants: placed.map(({ id, fileName, location: { start, end }, mutatorName, replacement }): Mutant => {
      const at = { id, file: fileName, start, end };
      return { ...at, mutator: mutatorName, replacement };
    }),
  };
};

/** These files with every mutant. */
export const withAllMutants = (files: readonly string[]): Promise<Instrumented> =>
  instrumented(files.map((name) => ({ name, mutate: true, content: readFileSync(name, "utf8") })));

export const isSame = (one: Mutant, other: Mutant): boolean =>
  one.file === other.file &&
  one.mutator === other.mutator &&
  one.replacement === other.replacement &&
  JSON.stringify([one.start, one.end]) === JSON.stringify([other.start, other.end]);

/**
 * The files of these mutants with only them inside, and the mutants under the ids that the files know them by. What lies within a mutant is
 * instrumented with it, and never active.
 */
export const withMutants = async (chosen: readonly Mutant[]): Promise<Instrumented> => {
  const whole = [...Map.groupBy(chosen, ({ file }) => file)].map(([name, of]) => ({
    name,
    mutate: of.map(({ start, end }) => ({ start, end })),
    content: readFileSync(name, "utf8"),
  }));
  const { files, mutants } = await instrumented(whole);
  return { files, mutants: mutants.filter((one) => chosen.some((other) => isSame(one, other))) };
};
