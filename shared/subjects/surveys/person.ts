import { mailboxOf } from "../../domain/mailbox.ts";
import type { Deps } from "../../platform/deps.ts";
import { macText } from "../../platform/keyed.ts";
import type { SurveyId } from "./rules.ts";

/** Who answered from a mailbox, as a keyed hash that says nothing of it. */
export const personOf = async (
  surveyId: SurveyId,
  email: string,
  { vault }: Pick<Deps, "vault">,
): Promise<string> => macText(await vault.names("surveys"), "survey", surveyId, mailboxOf(email, "sure"));
