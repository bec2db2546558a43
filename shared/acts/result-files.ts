import type { CycleId } from "../domain/ids.ts";
import { Results } from "../domain/results/results.ts";
import type { Files } from "../platform/files.ts";
import type { System } from "../platform/system.ts";

export const PACKAGE = "package.zip";

/** A folder for a version: its number, and 128 bits of chance that nobody guesses before it is published. */
export const folderFor = (version: number, { random }: System): string =>
  `${version}-${Buffer.from(random(16)).toString("hex")}`;

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
    begin: (name: string, type: string) => files.begin(path(name), type),
    get: (name: string) => files.get(path(name)),
    results: async (): Promise<Results> => {
      const bytes = await files.get(path("results.json"));
      if (!bytes) throw new Error(`no results of version ${version}`);
      return Results.parse(JSON.parse(new TextDecoder().decode(bytes)));
    },
  };
};
