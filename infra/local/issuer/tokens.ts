import { createHash, randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import type { LocalClock } from "../clock.ts";
import type { LocalAccount } from "../pool/staff-file.ts";
import type { SigningKey } from "./key.ts";

/** The client of the staff pages, and the audience of every token. */
export const CLIENT_ID = "rynek-local";
export const SCOPE = "rynek/staff";

const HOUR = 3600;
const CENTURY = 100 * 365 * 24 * HOUR;

/** What a token says of somebody. */
export type SignedIn = Pick<LocalAccount, "username" | "name" | "roles">;

export interface Tokens {
  /** What a sign-in brings: tokens for an hour. `nonce` is the one of the request for it. */
  signedIn(person: SignedIn, nonce: string | null): Promise<Record<string, string | number>>;
  /** An access token for a hundred years: it outlives every move of the clock. */
  mint(person: SignedIn): Promise<string>;
}

/** Signs tokens with Cognito's claims; their times are those of the clock. */
export const openTokens = (issuer: string, key: SigningKey, clock: Pick<LocalClock, "now">): Tokens => {
  const sign = (person: SignedIn, seconds: number, claims: Record<string, string>): Promise<string> => {
    const now = Math.floor(clock.now() / 1000);
    return new SignJWT({
      sub: subjectOf(person),
      "cognito:groups": person.roles,
      name: person.name,
      auth_time: now,
      jti: randomUUID(),
      ...claims,
    })
      .setProtectedHeader({ alg: "RS256", kid: key.id })
      .setIssuer(issuer)
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .sign(key.key);
  };
  const access = (person: SignedIn, seconds: number) =>
    sign(person, seconds, {
      token_use: "access",
      client_id: CLIENT_ID,
      scope: SCOPE,
      username: person.username,
    });

  return {
    signedIn: async (person, nonce) => ({
      access_token: await access(person, HOUR),
      id_token: await sign(person, HOUR, {
        token_use: "id",
        aud: CLIENT_ID,
        "cognito:username": person.username,
        ...(nonce === null ? {} : { nonce }),
      }),
      token_type: "Bearer",
      expires_in: HOUR,
    }),
    mint: (person) => access(person, CENTURY),
  };
};

/** The same person has the same subject in every installation: a UUID made of the user name. */
export const subjectOf = ({ username }: Pick<SignedIn, "username">): string =>
  createHash("sha256")
    .update(username)
    .digest("hex")
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-8$3-8$4-$5");
