import { createHash, randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import type { LocalClock } from "../clock.ts";
import type { SigningKey } from "../oidc/key.ts";
import type { LocalAccount } from "../pool/staff-file.ts";

/** The client of the staff pages, and the audience of every token. */
export const CLIENT_ID = "rynek-local";
export const SCOPE = "rynek/staff";

/** What a token says of somebody. */
export type SignedIn = Pick<LocalAccount, "username" | "name" | "roles">;

/** What Cognito's id_tokens say beside the standard's claims. */
export const idClaimsOf = ({ username, name, roles }: SignedIn) => ({
  token_use: "id",
  "cognito:username": username,
  "cognito:groups": roles,
  name,
});

/** Signs access tokens with Cognito's claims; their times are those of the clock. */
export const signer =
  (issuer: string, key: SigningKey, clock: Pick<LocalClock, "now">) =>
  (person: SignedIn, seconds: number): Promise<string> => {
    const now = Math.floor(clock.now() / 1000);
    return new SignJWT({
      sub: subjectOf(person),
      "cognito:groups": person.roles,
      name: person.name,
      username: person.username,
      auth_time: now,
      token_use: "access",
      client_id: CLIENT_ID,
      scope: SCOPE,
      jti: randomUUID(),
    })
      .setProtectedHeader({ alg: "RS256", kid: key.id })
      .setIssuer(issuer)
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .sign(key.key);
  };

/** The same person has the same subject in every installation: a UUID made of the user name. */
export const subjectOf = ({ username }: Pick<SignedIn, "username">): string =>
  createHash("sha256")
    .update(username)
    .digest("hex")
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-8$3-8$4-$5");
