import { createRemoteJWKSet, customFetch, errors, jwtVerify } from "jose";
import { z } from "zod";
import { milliseconds } from "../domain/time.ts";
import type { Language } from "../words/words.ts";
import { type Staff, staffOf } from "./actor.ts";
import type { System } from "./system.ts";

export type SignIn = ReturnType<typeof openSignIn>;

const Discovery = z.object({
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  end_session_endpoint: z.url().optional(),
});

const TokenReply = z.object({ access_token: z.string(), expires_in: z.int().positive() });

export interface SignInSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly siteUrl: string;
}

const CALLBACK = "/urzad/powrot";

/** Staff come through OpenID Connect (authorization code with PKCE). What counts afterwards are the claims of the access token. */
export const openSignIn = ({ issuer, clientId, siteUrl }: SignInSettings, system: System) => {
  const redirectUri = `${siteUrl}${CALLBACK}`;

  const discover = async () => {
    const reply = await fetch(`${issuer}/.well-known/openid-configuration`);
    const provider = Discovery.parse(await reply.json());
    return { ...provider, keys: createRemoteJWKSet(new URL(provider.jwks_uri), { [customFetch]: fetch }) };
  };
  let discovered: ReturnType<typeof discover> | undefined;
  const provider = () => {
    discovered ??= discover();
    discovered.catch(() => {
      discovered = undefined;
    });
    return discovered;
  };

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
    ): Promise<{ token: string; lifetimeSeconds: number } | undefined> => {
      const reply = await fetch((await provider()).token_endpoint, {
        method: "POST",
        body: new URLSearchParams({
          grant_type: "authorization_code",
          client_id: clientId,
          code,
          code_verifier: verifier,
          redirect_uri: redirectUri,
        }),
      });
      if (!reply.ok) return undefined;
      const { access_token, expires_in } = TokenReply.parse(await reply.json());
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

    /** Who an access token speaks for; undefined when it is not from our issuer, not for us, or its time is over. */
    verify: async (token: string): Promise<Staff | undefined> => {
      try {
        const { payload } = await jwtVerify(token, (await provider()).keys, {
          issuer,
          currentDate: new Date(milliseconds(system.now())),
        });
        return payload.client_id === clientId ? staffOf(payload) : undefined;
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
  };
};
