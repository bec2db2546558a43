import { ok, type Result } from "../../shared/domain/result.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { macText } from "../../shared/platform/keyed.ts";

/** Letters to one address that a stranger can cause: enough for a busy author, too few to fill a mailbox. */
const LETTERS = { burst: 30, perHour: 30 };

/** Counts a letter that whoever knows an address can have sent to it. Beyond the limit the refusal says when to come back. */
export const countMail = async (
  to: "author" | "supporter",
  email: string,
  at: Instant,
  { store, vault }: Pick<Deps, "store" | "vault">,
): Promise<Result<void>> => {
  const subject = macText(await vault.siteKey("limits"), to, email);
  const taken = await store.limits.take([{ of: "site", subject, bucket: LETTERS }], at);
  return taken.ok ? ok(undefined) : taken;
};
