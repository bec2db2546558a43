import type { JSONWebKeySet } from "jose";
import { pathTo } from "../../shared/domain/addresses.ts";
import { LANGUAGES } from "../../shared/domain/languages.ts";
import type { LocalClock } from "./clock.ts";
import { addressOf, firstOf, isLoopback, type LocalDoor } from "./http/door.ts";
import { refuse } from "./http/problem.ts";
import { redirect } from "./http/reply.ts";
import { signInPage } from "./issuer/sign-in-page.ts";
import { CLIENT_ID, idClaimsOf, SCOPE, type SignedIn, signer, subjectOf } from "./issuer/tokens.ts";
import type { SigningKey } from "./oidc/key.ts";
import { oidcDoor } from "./oidc.ts";
import type { Pool } from "./pool.ts";

/** The identity provider of the staff, in the place of a Cognito user pool. */
export interface Issuer {
  /** The `iss` of its tokens. */
  readonly url: string;
  /** The `client_id` of its tokens. */
  readonly clientId: string;
  readonly keys: JSONWebKeySet;
  readonly door: LocalDoor;
  /** A bearer token of a person for a hundred years: it outlives every move of the clock. */
  mint(person: SignedIn): Promise<string>;
}

interface IssuerParts {
  readonly key: SigningKey;
  /** Where this machine's gateway is: `http://127.0.0.1:3000`. */
  readonly origin: string;
  readonly clock: Pick<LocalClock, "now">;
  readonly pool: Pick<Pool, "accounts">;
}

const PATH = "/local/oidc";
const HOUR = 3600;
const CENTURY = 100 * 365 * 24 * HOUR;

/** An OpenID Connect provider whose users are the pool's; nobody has a password. */
export const openIssuer = ({ key, origin, clock, pool }: IssuerParts): Issuer => {
  const url = `${origin}${PATH}`;
  const accessToken = signer(url, key, clock);
  const people = () => pool.accounts().filter(({ isEnabled }) => isEnabled);

  /** Cognito's own address for the end of a session. None is kept here: it only leads back. */
  const logout: LocalDoor = async (request, response) => {
    const { pathname, searchParams } = addressOf(request);
    if (pathname !== `${PATH}/logout`) return false;
    const back = searchParams.get("logout_uri") ?? "";
    const url = URL.parse(back);
    return url?.protocol === "http:" && isLoopback(url.host)
      ? redirect(response, back)
      : refuse(response, 400);
  };
  const signIn = oidcDoor({
    origin,
    path: PATH,
    clientId: CLIENT_ID,
    returnPath: pathTo("signInReturn"),
    spoken: LANGUAGES,
    key,
    signInPage: (language) => signInPage(people(), language),
    subjectIn: (form) => {
      const person = people().find(({ username }) => username === form.get("username"));
      return person && subjectOf(person);
    },
    accountOf: (subject) => {
      const person = people().find((one) => subjectOf(one) === subject);
      return person && { claims: idClaimsOf(person), accessToken: () => accessToken(person, HOUR) };
    },
    endSessionUrl: `${url}/logout`,
    claims: Object.keys(idClaimsOf({ username: "", name: "", roles: [] })),
    scopes: ["profile", SCOPE],
  });
  return {
    url,
    clientId: CLIENT_ID,
    keys: key.published,
    door: firstOf(logout, signIn),
    mint: (person) => accessToken(person, CENTURY),
  };
};
