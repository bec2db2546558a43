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

/** A sweep over many people's tokens keeps no more of them than this. */
const MOST_HELD = 1000;

const isInTime = ({ exp = 0, nbf = 0 }: JWTPayload, now: number): boolean =>
  nbf * 1000 <= now && now < exp * 1000;

/**
 * The checks of an HTTP API's JWT authorizer: signature, issuer, times by the clock of the house, and `aud`, or `client_id`
 * where the token has no `aud`. Roles are checked by the function.
 */
export const jwtAuthorizer = ({ issuer, audience, keys, clock }: Trust): Authorizer => {
  const key = createLocalJWKSet(keys);
  /** Tokens that held once: their signatures hold for ever, and cost more than what is behind many a door. */
  const held = new Map<string, JWTPayload>();
  const verified = async (token: string): Promise<JWTPayload> => {
    const now = clock.now();
    const known = held.get(token);
    if (known && isInTime(known, now)) return known;
    const { payload } = await jwtVerify(token, key, {
      issuer,
      algorithms: ["RS256"],
      requiredClaims: ["exp"],
      currentDate: new Date(now),
    });
    if (held.size >= MOST_HELD) held.clear();
    held.set(token, payload);
    return payload;
  };
  return async (token) => {
    try {
      const payload = await verified(token);
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
