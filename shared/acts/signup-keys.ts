import { pathTo } from "../domain/addresses.ts";
import type { MeetingId, SignupId } from "../domain/ids.ts";
import { mailboxOf } from "../domain/mailbox.ts";
import { macText, sameText } from "../platform/keyed.ts";
import type { Vault } from "../platform/vault.ts";

/**
 * What names a sign-up and what opens it. The id comes from the mailbox, so that a mailbox has one place at a meeting; under a key, so that
 * nobody can tell an address from it. The token is in the mailed link alone, and is derived again instead of being stored.
 */
export const signupKeysOf = async (vault: Vault) => {
  const [ids, links] = await Promise.all([vault.names("signup-ids"), vault.links("signup-links")]);
  return {
    idOf: (meetingId: MeetingId, email: string): SignupId =>
      `sgn_${macText(ids, meetingId, mailboxOf(email, "sure")).slice(0, 16)}`,
    /** A mailbox among those that hold appointments, whichever they are. */
    holderOf: (email: string): string => macText(ids, "visits", mailboxOf(email, "sure")).slice(0, 32),
    isToken: (meetingId: MeetingId, id: SignupId, token: string): boolean =>
      links.accepted.some((key) => sameText(token, macText(key, meetingId, id))),
    /** The page of a place, behind the mailed link, without its language. */
    linkOf: (meetingId: MeetingId, id: SignupId): string =>
      pathTo("signupLink", { meetingId, signupId: id, token: macText(links.current, meetingId, id) }),
  };
};
