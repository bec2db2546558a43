import type { CycleId } from "../domain/ids.ts";
import { Results } from "../domain/results/results.ts";
import type { Files } from "../platform/files.ts";

export const PACKAGE = "package.zip";

/** The files of one published version: the results, a `.pb` file a pool, and the package that holds everything. */
export const resultFiles = (files: Files, cycleId: CycleId, version: number) => {
  const path = (name: string) => `cycles/${cycleId}/results/${version}/${name}`;
  return {
    put: (name: string, bytes: Uint8Array, type: string) => files.put(path(name), bytes, type),
    get: (name: string) => files.get(path(name)),
    results: async (): Promise<Results> => {
      const bytes = await files.get(path("results.json"));
      if (!bytes) throw new Error(`no results of version ${version}`);
      return Results.parse(JSON.parse(new TextDecoder().decode(bytes)));
    },
  };
};
