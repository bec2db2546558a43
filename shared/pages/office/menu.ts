import { pathTo } from "../../domain/addresses.ts";
import type { Role } from "../../domain/office/roles.ts";
import { pathOf } from "../../subjects/slice.ts";
import { SUBJECTS } from "../../subjects/subjects.ts";
import { inLanguage } from "../../words/fallback.ts";
import type { Catalogue, Words } from "../../words/words.ts";

type Nav = Catalogue["office"]["nav"];

interface MenuItem {
  readonly page?: keyof Nav;
  readonly path: string;
  readonly roles: readonly Role[] | "all";
  readonly title: (words: Words) => string;
  readonly about: (words: Words) => string;
}

const own = (page: keyof Nav, path: string, roles: MenuItem["roles"]): MenuItem => ({
  page,
  path,
  roles,
  title: ({ office }) => office.nav[page],
  about: ({ office }) => (page === "home" ? "" : office.home.pagesAbout[page]),
});

const ofSubjects = SUBJECTS.flatMap(({ office }): MenuItem[] =>
  office
    ? [
        {
          path: pathOf(office.row),
          roles: office.row.who.roles,
          title: ({ language }) => inLanguage(office.title, language),
          about: ({ language }) => inLanguage(office.about, language),
        },
      ]
    : [],
);

/** The pages of the office that its menu leads to, each with who may open it: as its row of the route table says. */
export const OFFICE_MENU: readonly MenuItem[] = [
  own("home", pathTo("office"), "all"),
  own("editions", pathTo("editions"), ["coordinator", "commission", "auditor"]),
  own("proposals", pathTo("officeProposals"), ["coordinator", "verifier"]),
  own("statements", pathTo("officeStatements"), ["clerk", "commission"]),
  own("meetings", pathTo("officeMeetings"), ["editor", "coordinator", "clerk"]),
  own("consultations", pathTo("officeConsultations"), ["editor", "coordinator"]),
  ...ofSubjects,
  own("points", pathTo("points"), ["clerk", "coordinator", "commission", "auditor"]),
  own("journals", pathTo("journals"), [
    "auditor",
    "coordinator",
    "commission",
    "verifier",
    "editor",
    "admin",
  ]),
  own("forms", pathTo("forms"), ["coordinator", "editor", "auditor", "admin"]),
  own("people", pathTo("people"), "all"),
  own("rights", pathTo("rights"), "all"),
];

/** The items that somebody of these roles may open: no link leads to a refusal. */
export const menuOf = (roles: readonly Role[]): MenuItem[] =>
  OFFICE_MENU.filter((item) => item.roles === "all" || item.roles.some((role) => roles.includes(role)));
