import type { CycleId } from "../domain/ids.ts";
import { Results } from "../domain/results/results.ts";
import type { Files } from "../platform/files.ts";

export const PACKAGE = "package.zip";

/** The folder of a version: its number, and of the digest of its package as much as nobody guesses before it is published. */
export const folderOf = (version: number, packageDigest: string): string =>
  `${version}-${packageDigest.slice(0, 32)}`;

/** The files of one published version: the results, a `.pb` file a pool, and the package that holds everything. They are public under their paths. */
export const resultFiles = (
  files: Files,
  cycleId: CycleId,
  { version, folder = String(version) }: { readonly version: number; readonly folder?: string | undefined },
) => {
  const path = (name: string) => `cycles/${cycleId}/results/${folder}/${name}`;
  return {
    path,
    put: (name: string, bytes: Uint8Array, type: string) => files.put(path(name), bytes, type),
    get: (name: string) => files.get(path(name)),
    results: async (): Promise<Results> => {
      const bytes = await files.get(path("results.json"));
      if (!bytes) throw new Error(`no results of version ${version}`);
      return Results.parse(JSON.parse(new TextDecoder().decode(bytes)));
    },
  };
};
