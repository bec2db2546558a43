import { z } from "zod";
import { CycleId } from "../../../shared/domain/ids.ts";
import { Language } from "../../../shared/domain/languages.ts";
import { plusSeconds } from "../../../shared/domain/time.ts";
import type { Admit } from "../../../shared/platform/admit.ts";
import { setCookie } from "../../../shared/platform/cookies.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import type { Request } from "../../../shared/platform/endpoint.ts";
import { sameText } from "../../../shared/platform/keyed.ts";
import type { EID_ANSWER } from "../../admissions.ts";

/** Binds the way to the provider and back to the browser that began it. */
const EID_COOKIE = "eid";

/** How long somebody may take at the provider, a second factor included. */
const LIFETIME_SECONDS = 600;

const PURPOSE = "eid";

const PendingEid = z.object({
  cycleId: CycleId,
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  language: Language,
});
type PendingEid = z.infer<typeof PendingEid>;

export const pendingEidCookie = async (
  pending: PendingEid,
  { tokens, system, site }: Deps,
): Promise<string> =>
  setCookie(
    EID_COOKIE,
    await tokens.seal(PURPOSE, pending, plusSeconds(system.now(), LIFETIME_SECONDS)),
    LIFETIME_SECONDS,
    site.url,
  );

export const noPendingEid = ({ site }: Pick<Deps, "site">): string => setCookie(EID_COOKIE, "", 0, site.url);

/** What this browser began, if the answer is to that question and its time is not over. It is spent by this: the same answer again finds nothing. */
export const takePendingEid = async (
  { cookie }: Pick<Request, "cookie">,
  state: string,
  admit: Admit<typeof EID_ANSWER>,
  { tokens }: Pick<Deps, "tokens">,
): Promise<PendingEid | undefined> => {
  const sealed = cookie(EID_COOKIE);
  const opened = sealed === undefined ? undefined : await tokens.open(PURPOSE, sealed, PendingEid);
  if (!opened || opened.expired || !sameText(opened.claims.state, state)) return undefined;
  return (await admit({ answer: state })).ok ? opened.claims : undefined;
};
