import { z } from "zod";
import { plusSeconds } from "../../shared/domain/time.ts";
import { SIGN_IN_COOKIE, setCookie } from "../../shared/platform/cookies.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import type { Request } from "../../shared/platform/endpoint.ts";
import { sameText } from "../../shared/platform/keyed.ts";

/** How long a sign-in may take, a second factor included. */
const LIFETIME_SECONDS = 600;

const PURPOSE = "sign-in";

/** A sign-in under way: what proves that the answer is to our question, what redeems the code, and where the person wants to go. */
const PendingSignIn = z.object({ state: z.string(), verifier: z.string(), to: z.string() });
type PendingSignIn = z.infer<typeof PendingSignIn>;

/** The cookie that binds a sign-in to the browser that began it. It is sealed: the verifier is nobody's but ours. */
export const pendingCookie = async (
  pending: PendingSignIn,
  { tokens, system, site }: Deps,
): Promise<string> =>
  setCookie(
    SIGN_IN_COOKIE,
    await tokens.seal(PURPOSE, pending, plusSeconds(system.now(), LIFETIME_SECONDS)),
    LIFETIME_SECONDS,
    site.url,
  );

export const noPendingCookie = ({ site }: Pick<Deps, "site">): string =>
  setCookie(SIGN_IN_COOKIE, "", 0, site.url);

/** The sign-in that this browser began, if this state is its own and its time is not over. */
export const pendingSignIn = async (
  { cookie }: Pick<Request, "cookie">,
  state: string,
  { tokens }: Pick<Deps, "tokens">,
): Promise<PendingSignIn | undefined> => {
  const sealed = cookie(SIGN_IN_COOKIE);
  const opened = sealed === undefined ? undefined : await tokens.open(PURPOSE, sealed, PendingSignIn);
  if (!opened || opened.expired || !sameText(opened.claims.state, state)) return undefined;
  return opened.claims;
};
