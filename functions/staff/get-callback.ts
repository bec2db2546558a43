import { z } from "zod";
import { type SignInFault, signInFailedView } from "../../shared/pages/office/sign-in.ts";
import { STAFF_COOKIE, setCookie } from "../../shared/platform/cookies.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../shared/platform/endpoint.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { type Reply, seeOther, view } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { noPendingCookie, pendingSignIn } from "./pending-sign-in.ts";

const Answer = z.object({
  state: z.string().max(200).default(""),
  code: z.string().max(4096).optional(),
  error: z.string().max(200).optional(),
});

/** The page says why and offers a new start. Code and state stay out of its links. */
const failed = (request: Request, why: SignInFault, to: string | undefined, deps: Deps): Reply => ({
  ...view(signInFailedView({ ...frameOf(request), query: "" }, { why, to }), 400),
  cookies: [noPendingCookie(deps)],
});

/** Where the identity provider leads back to. The session lives as long as the access token. */
export const getCallback = endpoint(routes.getCallback, {
  summary: "Where the identity provider leads staff back to",
  query: Answer,
  handle: async (request, deps) => {
    const { state, code, error } = request.query;
    const pending = await pendingSignIn(request, state, deps);
    if (!pending) return failed(request, "not-begun", undefined, deps);
    if (error !== undefined || code === undefined) return failed(request, "denied", pending.to, deps);
    const redeemed = await deps.signIn.redeem(code, pending.verifier);
    if (!redeemed) return failed(request, "code", pending.to, deps);
    const signedIn = await deps.signIn.verify(redeemed.token);
    if (signedIn) await deps.store.directory.met(signedIn.staff);
    const session = setCookie(STAFF_COOKIE, redeemed.token, redeemed.lifetimeSeconds, deps.site.url);
    return seeOther(pending.to, [session, noPendingCookie(deps)]);
  },
});
