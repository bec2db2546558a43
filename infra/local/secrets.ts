import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Secrets } from "../../shared/platform/vault.ts";

/** The commission's private key passes through memory alone: nothing on this disk can ever open the ballots beside it. */
const isPassing = (name: string): boolean => name.startsWith("count/");

/**
 * Secrets of one machine: files that only this account reads; without a folder they live as long as the process. As on AWS, a name that was
 * removed is refused.
 */
export const localSecrets = (folder: string | null): Secrets => {
  const held = new Map<string, string>();
  const removed = new Set<string>();
  const path = (name: string): string | null =>
    folder === null || isPassing(name) ? null : join(folder, "secrets", name);
  return {
    read: async (name) => {
      const file = path(name);
      if (file === null) return held.get(name);
      try {
        return readFileSync(file, "utf8");
      } catch {
        return undefined;
      }
    },
    create: async (name, value) => {
      if (removed.has(name)) throw new Error(`the secret "${name}" is being removed`);
      const file = path(name);
      if (file === null) {
        if (!held.has(name)) held.set(name, value);
        return;
      }
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      try {
        writeFileSync(file, value, { mode: 0o600, flag: "wx" });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
    },
    remove: async (name) => {
      held.delete(name);
      removed.add(name);
      const file = path(name);
      if (file !== null) rmSync(file, { force: true });
    },
  };
};
