import { z } from "zod";
import { accept } from "../../shared/domain/result.ts";
import { signedOutView } from "../../shared/pages/office/sign-in.ts";
import { STAFF_COOKIE, setCookie } from "../../shared/platform/cookies.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { view } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";

/**
 * Ends the session here, whoever else has its token, and then the provider's. A browser that holds `form-action 'self'` does not follow a form's redirect to another
 * site, so this page itself leads on.
 */
export const postSignOut = endpoint(routes.postSignOut, {
  summary: "Ends the session of staff",
  body: z.object({}),
  handle: async (request, deps) => {
    const token = request.cookie(STAFF_COOKIE);
    const signedIn = token === undefined ? undefined : await deps.signIn.verify(token);
    if (signedIn) accept(await deps.store.staffSessions.end(signedIn.session, deps.system.now()));
    const onwards = await deps.signIn.endSessionUrl();
    return {
      ...view(signedOutView(frameOf(request), { onwards })),
      cookies: [setCookie(STAFF_COOKIE, "", 0, deps.site.url)],
      ...(onwards !== undefined && { headers: { refresh: `0; url=${onwards}` } }),
    };
  },
});
