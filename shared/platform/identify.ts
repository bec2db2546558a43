import { refusal } from "../domain/refusals.ts";
import { Refused } from "../domain/result.ts";
import type { Actor, SignedIn, Staff } from "./actor.ts";
import { cookieOf, STAFF_COOKIE, VOTER_COOKIE } from "./cookies.ts";
import type { Deps } from "./deps.ts";
import type { Endpoint } from "./endpoint.ts";
import type { HttpEvent } from "./http.ts";

const missing = () => new Refused(refusal("identity/missing", {}));

const bearerOf = (event: HttpEvent): string | undefined =>
  /^Bearer ([\w.~+/=-]{1,4096})$/i.exec(event.headers.authorization ?? "")?.[1];

/** How claims are read: most who ask make none. */
const claims = () => import("./actor.ts");

/** Whoever had a session is told that it is over: that says more than that there is none. */
const expired = () => new Refused(refusal("identity/expired", {}));

/** Somebody who is signed in, unless their session was ended since, by themselves or by an admin. */
const checked = async (
  signedIn: SignedIn | undefined,
  roles: readonly string[],
  { store }: Deps,
): Promise<Staff> => {
  if (!signedIn) throw missing();
  const { staff, session } = signedIn;
  if (await store.staffSessions.isEnded(session)) throw expired();
  if (!staff.roles.some((role) => roles.includes(role)))
    throw new Refused(refusal("identity/role", { needed: roles }));
  return staff;
};

/** Who asks, and whether the route is theirs; decided before the endpoint runs. What is missing denies. */
export const identify = async ({ route, spec }: Endpoint, event: HttpEvent, deps: Deps): Promise<Actor> => {
  const { who } = route;
  switch (who.by) {
    case "anyone":
    case "mailed-link":
      return { kind: "anyone" };
    case "staff-token": {
      const { signedInOf } = await claims();
      return await checked(signedInOf(event.requestContext.authorizer?.jwt?.claims), who.roles, deps);
    }
    case "staff-cookie": {
      const token = cookieOf(event, STAFF_COOKIE, deps.site.url);
      if (token === undefined) throw missing();
      const signedIn = await deps.signIn.verify(token);
      if (!signedIn) throw expired();
      return await checked(signedIn, who.roles, deps);
    }
    case "voter-token": {
      const token = bearerOf(event) ?? cookieOf(event, VOTER_COOKIE, deps.site.url);
      const opened =
        token === undefined
          ? undefined
          : await deps.tokens.open("voter", token, (await claims()).VoterClaims);
      if (!opened) throw missing();
      if (opened.expired && !spec.takesExpiredToken) throw expired();
      return { kind: "voter", expired: opened.expired, ...opened.claims };
    }
  }
};
