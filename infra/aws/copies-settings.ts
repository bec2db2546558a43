import { z } from "zod";
import { AccountNumber, Holder } from "./commission-settings.ts";

/** How long copies are kept: not longer than the tables themselves can be restored, so that what was erased comes back from nowhere. */
const MOST_DAYS = 35;

/** Copies of the tables in vaults that nobody empties, in this account and in one of its own. */
export const Copies = z.strictObject({
  /** The account of the second vault, which other people administer. */
  account: AccountNumber.optional(),
  /** The name of both vaults. A vault that is locked keeps its name for as long as it keeps copies: another start takes another name. */
  vault: z.string().regex(/^[a-z][a-z0-9-]{2,49}$/),
  days: z.int().min(7).max(MOST_DAYS).default(MOST_DAYS),
  /** Whom a deletion or a change of the second vault wakes. */
  alarmAddress: z.email().optional(),
});
export type Copies = z.infer<typeof Copies>;

/** Who may restore tables, for as long as they are to be restored: people, each with a second factor. */
export const Restorers = z.array(Holder).min(1).max(9);

/** Tables that were restored and stand in the place of the first ones; what `npm run restore` prints. */
export const Restored = z.strictObject({
  label: z.string().regex(/^[a-z0-9-]{1,30}$/),
  /** The stream of the restored main table, whose name DynamoDB gives. */
  mainStream: z.string().regex(/^arn:aws:dynamodb:[a-z0-9-]+:\d{12}:table\/[\w.-]+\/stream\/[\w:.-]+$/),
});
export type Restored = z.infer<typeof Restored>;
