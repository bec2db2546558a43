import { createHash } from "node:crypto";
import { z } from "zod";
import { pathTo } from "../../shared/domain/addresses.ts";
import { pathIn } from "../../shared/domain/languages.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { seeOther } from "../../shared/platform/http.ts";
import { officePath } from "../../shared/platform/return-path.ts";
import { routes } from "../routes.ts";
import { pendingCookie } from "./pending-sign-in.ts";

/** 256 random bits, as RFC 7636 §4.1 wants of a verifier. */
const SECRET_BYTES = 32;

/** Leads to the identity provider (authorization code with PKCE, RFC 7636). */
export const getSignIn = endpoint(routes.getSignIn, {
  summary: "Leads staff to their identity provider",
  query: z.object({ do: z.string().optional() }),
  handle: async ({ query, language }, deps) => {
    const secret = (): string => Buffer.from(deps.system.random(SECRET_BYTES)).toString("base64url");
    const [state, verifier] = [secret(), secret()];
    const asked = query.do ?? pathIn(language, pathTo("office"));
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    return seeOther(await deps.signIn.authorizeUrl(state, challenge, language), [
      await pendingCookie({ state, verifier, to: officePath(asked, deps.site) }, deps),
    ]);
  },
});
