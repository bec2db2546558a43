import { z } from "zod";
import type { Place } from "./place.ts";

/** What is kept of the statements of guardians in a vote. */
export const guardianDeclarations = async ({ deps }: Place, cycleId: string): Promise<unknown[]> => {
  const seen: unknown[] = [];
  const Kept = z.looseObject({ day: z.string() });
  await deps.store.table.scanPages("main", `GUARDIAN#${cycleId}`, Kept, (page) => {
    seen.push(...page);
  });
  return seen;
};
