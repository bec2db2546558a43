import { z } from "zod";
import type { Instant } from "../domain/time.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { put } from "./write.ts";

/** For how long a look is good: whoever asks more often costs nothing. */
const GOOD_MS = 10_000;

const Sign = z.object({ at: z.string() });

/** Whether the database takes what is written and gives it back. */
export const openHealth = (table: Table) => {
  let last: { readonly looked: Promise<void>; readonly at: number } | undefined;

  const look = async (now: Instant): Promise<void> => {
    await table.write([put({ key: keys.health("site"), item: { at: now } })]);
    if (!(await table.get(keys.health("site"), Sign))) throw new Error("what was written is not there");
  };

  return {
    /** Throws what the database says where it does not. */
    check: (now: Instant): Promise<void> => {
      if (last && performance.now() - last.at < GOOD_MS) return last.looked;
      const looked = look(now);
      last = { looked, at: performance.now() };
      return looked;
    },
  };
};
