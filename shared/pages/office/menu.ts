import { pathTo } from "../../domain/addresses.ts";
import type { Role } from "../../domain/office/roles.ts";
import type { Catalogue } from "../../words/words.ts";

interface MenuItem {
  readonly page: keyof Catalogue["office"]["nav"];
  readonly path: string;
  readonly roles: readonly Role[] | "all";
}

/** The pages of the office that its menu leads to, each with who may open it: as its row of the route table says. */
export const OFFICE_MENU: readonly MenuItem[] = [
  { page: "home", path: pathTo("office"), roles: "all" },
  { page: "editions", path: pathTo("editions"), roles: ["coordinator", "commission", "auditor"] },
  { page: "proposals", path: pathTo("officeProposals"), roles: ["coordinator", "verifier"] },
  { page: "statements", path: pathTo("officeStatements"), roles: ["clerk", "commission"] },
  { page: "meetings", path: pathTo("officeMeetings"), roles: ["editor", "coordinator", "clerk"] },
  { page: "consultations", path: pathTo("officeConsultations"), roles: ["editor", "coordinator"] },
  { page: "surveys", path: pathTo("officeSurveys"), roles: ["editor", "coordinator", "clerk"] },
  { page: "points", path: pathTo("points"), roles: ["clerk", "coordinator", "commission", "auditor"] },
  {
    page: "journals",
    path: pathTo("journals"),
    roles: ["auditor", "coordinator", "commission", "verifier", "editor", "admin"],
  },
  { page: "forms", path: pathTo("forms"), roles: ["coordinator", "editor", "auditor", "admin"] },
  { page: "people", path: pathTo("people"), roles: "all" },
  { page: "rights", path: pathTo("rights"), roles: "all" },
];

/** The items that somebody of these roles may open: no link leads to a refusal. */
export const menuOf = (roles: readonly Role[]): MenuItem[] =>
  OFFICE_MENU.filter((item) => item.roles === "all" || item.roles.some((role) => roles.includes(role)));
