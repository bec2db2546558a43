import { errors, jwtVerify } from "jose";
import { z } from "zod";
import { pathTo } from "../domain/addresses.ts";
import type { Language } from "../domain/languages.ts";
import { milliseconds } from "../domain/time.ts";
import { isPesel } from "../domain/voting/pesel.ts";
import { openProvider, redeemCode } from "./oidc.ts";
import type { System } from "./system.ts";

/** The national eID, in the shape of login.gov.pl: OpenID Connect, authorization code with PKCE, a personal identifier in the id_token. */
export interface Eid {
  /** Where the browser goes; it comes back to the callback page with a code and this state. */
  readonly authorizeUrl: (asked: {
    readonly state: string;
    readonly nonce: string;
    readonly challenge: string;
    readonly language: Language;
  }) => Promise<string>;
  /** The PESEL number of who has shown who they are; undefined when code, token or nonce is not right, or it names nobody with one. */
  readonly redeem: (answer: {
    readonly code: string;
    readonly verifier: string;
    readonly nonce: string;
  }) => Promise<string | undefined>;
}

export interface EidSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly siteUrl: string;
}

const CALLBACK = pathTo("eidReturn");

/** Signatures that are made with a private key: never `none`, never one that our own id could make. */
const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];

const TokenReply = z.object({ id_token: z.string() });

/** `PNOPL-…` as ETSI EN 319 412-1 writes it, `PL/PL/…` as the eIDAS nodes do, or the number alone. */
const IDENTIFIER = /^(?:PNOPL-|PL\/PL\/)?(\d{11})$/;

const Claims = z.object({
  nonce: z.string(),
  pesel: z.string().optional(),
  personal_identifier: z.string().optional(),
});

export const openEid = ({ issuer, clientId, siteUrl }: EidSettings, system: System): Eid => {
  const redirectUri = `${siteUrl}${CALLBACK}`;
  const provider = openProvider(issuer);
  return {
    authorizeUrl: async ({ state, nonce, challenge, language }) => {
      const url = new URL((await provider()).authorization_endpoint);
      url.search = new URLSearchParams({
        response_type: "code",
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: "openid",
        state,
        nonce,
        code_challenge: challenge,
        code_challenge_method: "S256",
        ui_locales: language,
        // At a shared screen the last person's session there is not this person's identity.
        prompt: "login",
      }).toString();
      return url.toString();
    },

    redeem: async ({ code, verifier, nonce }) => {
      const { token_endpoint, keys } = await provider();
      const reply = TokenReply.safeParse(
        await redeemCode(token_endpoint, { clientId, redirectUri, code, verifier }),
      );
      if (!reply.success) return undefined;
      try {
        const { payload } = await jwtVerify(reply.data.id_token, keys, {
          issuer,
          audience: clientId,
          algorithms: ALGORITHMS,
          currentDate: new Date(milliseconds(system.now())),
        });
        const claims = Claims.parse(payload);
        const pesel = IDENTIFIER.exec(claims.pesel ?? claims.personal_identifier ?? "")?.[1];
        return claims.nonce === nonce && pesel !== undefined && isPesel(pesel) ? pesel : undefined;
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof z.ZodError) return undefined;
        throw error;
      }
    },
  };
};
