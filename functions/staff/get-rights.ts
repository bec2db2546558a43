import { ROLES } from "../../shared/domain/office/roles.ts";
import { rightsView } from "../../shared/pages/office/rights.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { view } from "../../shared/platform/http.ts";
import type { Route } from "../../shared/platform/route.ts";
import { routes } from "../routes.ts";
import { wholeTable } from "../whole-table.ts";

/** Acts that the journal knows, each with the roles that its row of the route table lets in. */
const actsOf = (known: object) =>
  Object.values<Route>(wholeTable).flatMap(({ name: act, who, said }) =>
    who.by === "staff-token" && act !== undefined && (said || act in known)
      ? [{ act, said, roles: who.roles }]
      : [],
  );

export const getOfficeRights = endpoint(routes.getOfficeRights, {
  summary: "Who may do what",
  handle: async (request, { store }) => {
    const staff = await store.directory.staff();
    const acts = actsOf(request.words.acts);
    return view(
      rightsView(frameOf(request), {
        roles: ROLES.map((role) => ({
          role,
          people: staff.filter(({ roles }) => roles.includes(role)).map(({ name }) => name),
          acts: acts.filter(({ roles }) => roles.includes(role)),
        })),
        own: request.actor.roles,
      }),
    );
  },
});
