import type { JSONWebKeySet } from "jose";
import type { LocalClock } from "./clock.ts";
import { addressOf, type LocalDoor } from "./http/door.ts";
import { refuse } from "./http/problem.ts";
import { redirect, replyJson } from "./http/reply.ts";
import { authorize, type Grant, isLoopbackUrl } from "./issuer/authorize.ts";
import { exchange } from "./issuer/exchange.ts";
import { openKey } from "./issuer/key.ts";
import { CLIENT_ID, openTokens, SCOPE, type SignedIn } from "./issuer/tokens.ts";
import type { Pool } from "./pool.ts";

/** The identity provider of the staff, in the place of a Cognito user pool. */
export interface Issuer {
  /** The `iss` of its tokens. */
  readonly url: string;
  /** The `client_id` of its tokens. */
  readonly clientId: string;
  readonly keys: JSONWebKeySet;
  readonly door: LocalDoor;
  /** A bearer token of a person for a hundred years. */
  mint(person: SignedIn): Promise<string>;
}

interface IssuerParts {
  /** The folder of its key; null for one that is not kept. */
  readonly folder: string | null;
  /** Where this machine's gateway is: `http://127.0.0.1:3000`. */
  readonly origin: string;
  readonly clock: Pick<LocalClock, "now">;
  readonly pool: Pick<Pool, "accounts">;
}

/** An OpenID Connect provider under `/local/oidc` whose users are the pool's; nobody has a password. */
export const openIssuer = async ({ folder, origin, clock, pool }: IssuerParts): Promise<Issuer> => {
  const url = `${origin}/local/oidc`;
  const key = await openKey(folder);
  const tokens = openTokens(url, key, clock);
  const grants = new Map<string, Grant>();

  const door: LocalDoor = async (request, response) => {
    const { pathname, searchParams } = addressOf(request);
    switch (pathname) {
      case "/local/oidc/.well-known/openid-configuration":
        return replyJson(response, configuration(url));
      case "/local/oidc/.well-known/jwks.json":
        return replyJson(response, key.published);
      case "/local/oidc/authorize":
        return authorize(request, response, { grants, pool, now: clock.now() });
      case "/local/oidc/token":
        return exchange(request, response, { grants, tokens, now: clock.now() });
      case "/local/oidc/logout": {
        const back = searchParams.get("logout_uri") ?? searchParams.get("post_logout_redirect_uri") ?? "";
        return isLoopbackUrl(back) ? redirect(response, back) : refuse(response, 400);
      }
      default:
        return false;
    }
  };
  return { url, clientId: CLIENT_ID, keys: key.published, door, mint: tokens.mint };
};

/** OpenID Connect Discovery 1.0. It keeps no session: the end of one only leads back. */
const configuration = (url: string) => ({
  issuer: url,
  authorization_endpoint: `${url}/authorize`,
  token_endpoint: `${url}/token`,
  jwks_uri: `${url}/.well-known/jwks.json`,
  end_session_endpoint: `${url}/logout`,
  response_types_supported: ["code"],
  grant_types_supported: ["authorization_code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
  code_challenge_methods_supported: ["S256"],
  token_endpoint_auth_methods_supported: ["none"],
  scopes_supported: ["openid", "profile", SCOPE],
});
