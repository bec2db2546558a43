import type { Result } from "../../shared/domain/result.ts";
import { epochSeconds, type Instant, instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { macText } from "../../shared/platform/keyed.ts";
import { keys } from "../../shared/store/keys.ts";

const HOUR_SECONDS = 3600;

/** Letters to one address in an hour that a stranger can cause: enough for a busy author, too few to fill a mailbox. */
const LETTERS_PER_HOUR = 30;

/** Counts a letter that whoever knows an address can have sent to it. Beyond the limit the refusal says when to come back. */
export const countMail = async (
  to: "author" | "supporter",
  email: string,
  at: Instant,
  { store, vault }: Pick<Deps, "store" | "vault">,
): Promise<Result<void>> => {
  const subject = macText(await vault.siteKey("limits"), to, email);
  const hour = Math.floor(epochSeconds(at) / HOUR_SECONDS);
  const until = instant((hour + 1) * HOUR_SECONDS * 1000);
  const limit = { limit: LETTERS_PER_HOUR, by: 1, until, now: at } as const;
  return store.voterSessions.countUp(keys.attempts(subject, hour), limit);
};
