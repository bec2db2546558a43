import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");

export type Sources = ReadonlyMap<string, string>;

/** Every module of the house by its path, as it is written. */
export const SOURCES: Sources = new Map(
  globSync(["shared/**/*.ts", "functions/**/*.ts", "infra/**/*.ts", "tests/**/*.ts"], { cwd: ROOT }).map(
    (file) => [file, readFileSync(join(ROOT, file), "utf8")],
  ),
);

/** What one module takes from another. */
export interface Import {
  /** A file of the house by its path, another module by its name. */
  readonly target: string;
  /** `*` where all that it exports may be used. */
  readonly names: readonly string[];
  /** Types are gone when the code runs. */
  readonly isOfTypes: boolean;
}

const FROM = /^(?:import|export) ([^"'`;=]*?)from "([^"]+)"|^import "([^"]+)"|\bimport\("([^"]+)"\)/gm;

/** `{ a, type B as C }` as the names that the other module gives them. */
const namesIn = (clause: string): string[] => {
  const braced = /\{([^}]*)\}/.exec(clause)?.[1] ?? "";
  const named = braced
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  const others = clause.replace(/\{[^}]*\}/, "").replace(/^type\b/, "");
  return [
    ...named.map((one) => one.replace(/^type /, "").replace(/ as \w+$/, "")),
    ...(others.includes("*") ? ["*"] : /\w/.test(others) ? ["default"] : []),
  ];
};

const areTypes = (clause: string): boolean =>
  clause.startsWith("type ") || /^\{(?:\s*type \w+(?: as \w+)?,?)+\s*\}\s*$/.test(clause);

const importsIn = (file: string, source: string): Import[] =>
  [...source.matchAll(FROM)].map(([, clause, from, bare, dynamic]) => {
    const name = from ?? bare ?? dynamic ?? "";
    return {
      target: name.startsWith(".") ? relative(ROOT, normalize(join(ROOT, dirname(file), name))) : name,
      names: clause === undefined ? ["*"] : namesIn(clause),
      isOfTypes: clause !== undefined && areTypes(clause),
    };
  });

export type Graph = ReadonlyMap<string, readonly Import[]>;

/** Who takes what from whom. */
export const graphOf = (sources: Sources): Graph =>
  new Map([...sources].map(([file, source]) => [file, importsIn(file, source)]));

export const GRAPH = graphOf(SOURCES);
