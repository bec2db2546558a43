import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from "jose";
import type { LocalClock } from "../clock.ts";

/** The claims of a token as an HTTP API hands them on: every value is text, a list is `[a b]`. */
export type Claims = Record<string, string>;

/** Takes a bearer token; answers its claims, or null when it is not good (any longer). */
export type Authorizer = (token: string) => Promise<Claims | null>;

interface Trust {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JSONWebKeySet;
  readonly clock: Pick<LocalClock, "now">;
}

/**
 * The checks of an HTTP API's JWT authorizer: signature, issuer, times by the clock of the house, and `aud`, or `client_id`
 * where the token has no `aud`. Roles are checked by the function.
 */
export const jwtAuthorizer = ({ issuer, audience, keys, clock }: Trust): Authorizer => {
  const key = createLocalJWKSet(keys);
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, key, {
        issuer,
        algorithms: ["RS256"],
        requiredClaims: ["exp"],
        currentDate: new Date(clock.now()),
      });
      const audiences = [payload.aud ?? payload.client_id].flat();
      return audiences.includes(audience) ? asText(payload) : null;
    } catch {
      return null;
    }
  };
};

const asText = (payload: JWTPayload): Claims =>
  Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(" ")}]` : String(value),
    ]),
  );
