import { z } from "zod";
import { CoAuthorId } from "../ids.ts";
import { PostalAddress } from "../intake/postal.ts";
import { Language } from "../languages.ts";
import { advance, type Lifecycle, stateAfter } from "../lifecycle.ts";
import { isSameMailbox } from "../mailbox.ts";
import { refusal } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import { Instant } from "../time.ts";
import type { ProposalForm } from "./proposal-form.ts";

export const CoAuthorState = z
  .enum(["invited", "accepted", "declined", "left", "taken-back"])
  .meta({ id: "CoAuthorState" });
export type CoAuthorState = z.infer<typeof CoAuthorState>;

export type CoAuthorEvent = "accept" | "decline" | "leave" | "take-back";

/** The moves of a co-author. What has ended stays ended: who comes back is invited anew. */
export const CO_AUTHOR_STAGES: Lifecycle<CoAuthorState, CoAuthorEvent> = {
  invited: { accept: "accepted", decline: "declined", "take-back": "taken-back" },
  accepted: { leave: "left" },
  declined: {},
  left: {},
  "taken-back": {},
};

/** Somebody whom the author named, or who signed the paper. Their address goes as soon as they have no part in it. */
export const CoAuthor = z.object({
  id: CoAuthorId,
  name: z.string(),
  email: z.string().optional(),
  /** Of an author without a mailbox whose proposal went into this one: letters to them are printed as before. */
  postal: PostalAddress.optional(),
  language: Language,
  isNamePublic: z.boolean(),
  /** Whether they get the letters about the proposal, as the edition's form said when they were named. */
  isTold: z.boolean(),
  state: CoAuthorState,
  since: Instant,
});
export type CoAuthor = z.infer<typeof CoAuthor>;

/** So many are invited at most to one proposal, whatever they answer: nobody writes to the city's residents by it. */
const MOST_INVITED = 6;

interface Named {
  readonly coAuthors?: readonly CoAuthor[] | undefined;
}

export const acceptedIn = ({ coAuthors = [] }: Named): CoAuthor[] =>
  coAuthors.filter(({ state }) => state === "accepted");

/** How many a proposal may have; none where the edition's form says nothing of them. */
export const mostCoAuthors = ({ coAuthors }: ProposalForm): number => coAuthors?.most ?? 0;

const isOpen = ({ state }: CoAuthor): boolean => state === "invited" || state === "accepted";

/** One more, as far as there is room: those who wait for an answer take a place. The same one again changes nothing; another one is not they. */
export const withNamed = (
  form: ProposalForm,
  { coAuthors = [], authorEmail }: Named & { readonly authorEmail: string | undefined },
  named: CoAuthor,
): Result<readonly CoAuthor[]> => {
  const before = coAuthors.find(({ id }) => id === named.id);
  if (before) {
    const isSame = before.email === undefined || isSameMailbox(before.email, named.email);
    return isSame && before.name === named.name ? ok(coAuthors) : refused(refusal("request/key-reused", {}));
  }
  const known = coAuthors.find((one) => isOpen(one) && isSameMailbox(one.email, named.email));
  if (known || isSameMailbox(authorEmail, named.email))
    return refused(refusal("co-author/named", {}, "/email"));
  const most = mostCoAuthors(form);
  if (coAuthors.filter(isOpen).length >= most) return refused(refusal("co-author/full", { most }));
  if (coAuthors.length >= MOST_INVITED) return refused(refusal("co-author/full", { most: MOST_INVITED }));
  return ok([...coAuthors, named]);
};

/** One of them a step on; the same step again changes nothing. An address is kept only of whom letters go to. */
export const withStep = (
  { coAuthors = [] }: Named,
  id: CoAuthorId,
  event: CoAuthorEvent,
  said: { readonly at: Instant } & Partial<Pick<CoAuthor, "isNamePublic" | "language">>,
): Result<readonly CoAuthor[]> => {
  const found = coAuthors.find((one) => one.id === id);
  if (!found) return refused(refusal("thing/not-found", {}));
  if (found.state === stateAfter(CO_AUTHOR_STAGES, event)) return ok(coAuthors);
  const next = advance(CO_AUTHOR_STAGES, found.state, event, () => refusal("co-author/answered", {}));
  if (!next.ok) return next;
  const { at, ...chosen } = said;
  const { email, postal, ...rest } = found;
  const after: CoAuthor = { ...rest, ...chosen, state: next.value, since: at };
  const kept = isOpen(after) ? { ...after, email, postal } : { ...after, isNamePublic: false };
  return ok(coAuthors.map((one) => (one.id === id ? kept : one)));
};
