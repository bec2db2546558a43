import type { CycleId } from "../domain/ids.ts";
import { mailboxOf } from "../domain/mailbox.ts";
import { signerOf } from "../domain/project/support.ts";
import type { Deps } from "../platform/deps.ts";
import { macText } from "../platform/keyed.ts";

/** What a supporter is known by. */
interface Known {
  readonly name: string;
  readonly address?: string | undefined;
  readonly email?: string | undefined;
}

/**
 * Keyed hashes of a person who supports, each of which counts once for a proposal: the mailbox, as far as its provider says that it is one; the
 * name with the address, on line and on paper alike. With the edition's secret destroyed they say nothing any more.
 */
export const supporterKeys = async (
  cycleId: CycleId,
  { name, address, email }: Known,
  { vault }: Pick<Deps, "vault">,
): Promise<string[]> => {
  const key = await vault.cycleKey(cycleId, "supporters");
  return [
    ...(email === undefined ? [] : [macText(key, "person", mailboxOf(email, "sure"))]),
    ...(address === undefined ? [] : [macText(key, "signer", ...signerOf(name, address))]),
  ];
};

/** A keyed hash of a mailbox of an edition, for what its owner wrote: it is read as long as the authors are known, which is longer than voters are. */
export const mailboxKey = async (
  cycleId: CycleId,
  email: string,
  { vault }: Pick<Deps, "vault">,
): Promise<string> => macText(await vault.names("authors"), cycleId, mailboxOf(email, "sure"));

/** The hash under which drafts of releases before lie, until their call is over. */
export const formerMailboxKey = async (
  cycleId: CycleId,
  email: string,
  { vault }: Pick<Deps, "vault">,
): Promise<string> =>
  macText(await vault.cycleKey(cycleId, "supporters"), "mailbox", mailboxOf(email, "sure"));
