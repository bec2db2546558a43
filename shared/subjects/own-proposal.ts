import { isSameMailbox } from "../domain/mailbox.ts";
import { acceptedIn } from "../domain/project/co-authors.ts";
import type { Project } from "../domain/project/project.ts";
import { type Refusal, refusal } from "../domain/refusals.ts";
import type { Deps } from "../platform/deps.ts";
import type { StaffRequest } from "../platform/endpoint.ts";

/**
 * Nobody of the office judges a proposal behind which they stand, as far as the directory knows their mailbox (Kodeks postępowania
 * administracyjnego, art. 24). Whom an author only invited is kept from nothing.
 */
export const ownProposal = async (
  projects: readonly Pick<Project, "author" | "coAuthors">[],
  { by, deps }: { readonly by: Pick<StaffRequest, "actor">; readonly deps: Pick<Deps, "store"> },
): Promise<Refusal | false> => {
  const behind = projects
    .flatMap((one) => [one.author, ...acceptedIn(one)])
    .flatMap((one) => one?.email ?? []);
  if (behind.length === 0) return false;
  const mail = (await deps.store.directory.person(by.actor.id))?.mail ?? undefined;
  return behind.some((email) => isSameMailbox(email, mail)) && refusal("identity/own-proposal", {});
};
