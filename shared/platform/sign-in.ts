import { z } from "zod";
import { pathTo } from "../domain/addresses.ts";
import { milliseconds, type Seconds } from "../domain/instant.ts";
import type { Language } from "../domain/languages.ts";
import { type SignedIn, signedInOf } from "./actor.ts";
import { openProvider, redeemCode } from "./oidc.ts";
import type { System } from "./system.ts";

export type SignIn = ReturnType<typeof openSignIn>;

const TokenReply = z.object({ access_token: z.string(), expires_in: z.int().positive() });

interface SignInSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly siteUrl: string;
}

const CALLBACK = pathTo("signInReturn");

/** Staff come through OpenID Connect (authorization code with PKCE). What counts afterwards are the claims of the access token. */
export const openSignIn = ({ issuer, clientId, siteUrl }: SignInSettings, system: System) => {
  const redirectUri = `${siteUrl}${CALLBACK}`;

  const provider = openProvider(issuer);

  return {
    /** Where the browser goes to sign in; it comes back to the callback page with a code and this state. */
    authorizeUrl: async (state: string, challenge: string, language: Language): Promise<string> => {
      const url = new URL((await provider()).authorization_endpoint);
      url.search = new URLSearchParams({
        response_type: "code",
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: "openid profile rynek/staff",
        state,
        code_challenge: challenge,
        code_challenge_method: "S256",
        // OpenID Connect Core §3.1.2.1; a provider that does not know it goes by the browser.
        ui_locales: language,
      }).toString();
      return url.toString();
    },

    /** The access token for a code, and how many seconds it lives; undefined when the provider does not take the code. */
    redeem: async (
      code: string,
      verifier: string,
    ): Promise<{ token: string; lifetimeSeconds: Seconds } | undefined> => {
      const { token_endpoint } = await provider();
      const reply = await redeemCode(token_endpoint, { clientId, redirectUri, code, verifier });
      if (reply === undefined) return undefined;
      const { access_token, expires_in } = TokenReply.parse(reply);
      return { token: access_token, lifetimeSeconds: expires_in };
    },

    /** Where the provider ends its own session, to come back to this site; undefined when it has no such place. */
    endSessionUrl: async (): Promise<string | undefined> => {
      const { end_session_endpoint: end } = await provider();
      if (end === undefined) return undefined;
      const url = new URL(end);
      // The last is OpenID Connect's name for it, `logout_uri` is Cognito's.
      url.search = new URLSearchParams({
        client_id: clientId,
        logout_uri: siteUrl,
        post_logout_redirect_uri: siteUrl,
      }).toString();
      return url.toString();
    },

    /** Who an access token speaks for, and in which session; undefined when it is not from our issuer, not for us, or its time is over. */
    verify: async (token: string): Promise<SignedIn | undefined> => {
      const { errors, jwtVerify } = await import("jose");
      try {
        const { payload } = await jwtVerify(token, (await provider()).keys, {
          issuer,
          currentDate: new Date(milliseconds(system.now())),
        });
        return payload.client_id === clientId ? signedInOf(payload) : undefined;
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
  };
};
