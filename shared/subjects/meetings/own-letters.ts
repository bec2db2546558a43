/** Letters about a place that the subject words itself, each in the language in which its reader signed up. */
import { signupKeysOf } from "../../acts/signup-keys.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import type { Need, NeedAnswer } from "../../domain/meeting/needs.ts";
import type { Signup } from "../../domain/meeting/signup.ts";
import { type Notice, notice } from "../../domain/notice/notice.ts";
import type { Deps } from "../../platform/deps.ts";
import { linkKeeper } from "../../platform/kept-link.ts";
import { wordsIn } from "./pages.ts";

type Writing = Pick<Deps, "vault" | "system">;

/** What the office answers to a need; whoever has no mailbox is called. */
export const answerLetter = async (
  meeting: Meeting,
  signup: Signup,
  { need, verdict, text }: { readonly need: Need } & NeedAnswer,
  deps: Writing,
): Promise<Notice | undefined> => {
  if (signup.email === undefined) return undefined;
  const { letters, needs } = wordsIn(signup.language);
  const keys = await signupKeysOf(deps.vault);
  const keep = await linkKeeper(deps);
  return notice("subject/decision", signup.email, signup.language, {
    letter: letters.need(meeting, needs[need], verdict, text),
    link: keep(keys.linkOf(meeting.id, signup.id)),
  });
};
