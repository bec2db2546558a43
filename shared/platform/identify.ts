import { refusal } from "../domain/refusals.ts";
import { Refused } from "../domain/result.ts";
import type { Actor, Staff } from "./actor.ts";
import { cookieOf, STAFF_COOKIE, VOTER_COOKIE } from "./cookies.ts";
import type { Deps } from "./deps.ts";
import type { Endpoint } from "./endpoint.ts";
import type { HttpEvent } from "./http.ts";

const missing = () => new Refused(refusal("identity/missing", {}));

const bearerOf = (event: HttpEvent): string | undefined =>
  /^Bearer ([\w.~+/=-]{1,4096})$/i.exec(event.headers.authorization ?? "")?.[1];

const checked = (staff: Staff | undefined, roles: readonly string[]): Staff => {
  if (!staff) throw missing();
  if (!staff.roles.some((role) => roles.includes(role)))
    throw new Refused(refusal("identity/role", { needed: roles }));
  return staff;
};

/** How claims are read: most who ask make none. */
const claims = () => import("./actor.ts");

/** Who asks, and whether the route is theirs; decided before the endpoint runs. What is missing denies. */
export const identify = async ({ route, spec }: Endpoint, event: HttpEvent, deps: Deps): Promise<Actor> => {
  const { who } = route;
  switch (who.by) {
    case "anyone":
    case "mailed-link":
      return { kind: "anyone" };
    case "staff-token": {
      const { staffOf } = await claims();
      return checked(staffOf(event.requestContext.authorizer?.jwt?.claims), who.roles);
    }
    case "staff-cookie": {
      const token = cookieOf(event, STAFF_COOKIE, deps.site.url);
      if (token === undefined) throw missing();
      const staff = await deps.signIn.verify(token);
      // Whoever has a cookie had a session: telling them that it is over says more than that there is none.
      if (!staff) throw new Refused(refusal("identity/expired", {}));
      return checked(staff, who.roles);
    }
    case "voter-token": {
      const token = bearerOf(event) ?? cookieOf(event, VOTER_COOKIE, deps.site.url);
      const opened =
        token === undefined
          ? undefined
          : await deps.tokens.open("voter", token, (await claims()).VoterClaims);
      if (!opened) throw missing();
      if (opened.expired && !spec.takesExpiredToken) throw new Refused(refusal("identity/expired", {}));
      return { kind: "voter", expired: opened.expired, ...opened.claims };
    }
  }
};
