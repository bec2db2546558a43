import { ADDRESSES, type Address } from "../domain/addresses.ts";
import { pathOf } from "../subjects/slice.ts";
import { SUBJECTS } from "../subjects/subjects.ts";

/** Addresses that only take forms, each with the page on which its form stands: a link leads there. */
const FORM_ON = {
  support: "project",
  voteCast: "voteBallot",
  draftsCode: "proposalStart",
  signOut: "office",
  officeWithdrawal: "officeProposal",
  personSignOut: "person",
  personRemoval: "person",
  unitRemoval: "unit",
  pointBatches: "point",
  batchCorrection: "batch",
  editionRollUpload: "editionRoll",
} as const satisfies { readonly [A in Address]?: Address };

/** Of a subject's forms that stand on another page: that above them. */
const above = (path: string, pages: ReadonlySet<string>): string => {
  let page = path;
  while (page !== "" && !pages.has(page)) page = page.slice(0, page.lastIndexOf("/"));
  return page;
};

const ofSubjects = SUBJECTS.flatMap(({ rows }) => {
  const paths = (method: string): string[] =>
    Object.values(rows).flatMap((row) => (row.page && row.key.startsWith(method) ? [pathOf(row)] : []));
  const pages = new Set(paths("GET "));
  return paths("POST ").flatMap((form) => (pages.has(form) ? [] : [[form, above(form, pages)] as const]));
});

const ofHouse = (Object.entries(FORM_ON) as [keyof typeof FORM_ON, Address][]).map(
  ([form, page]) => [ADDRESSES[form], ADDRESSES[page]] as const,
);

const FORMS = [...ofHouse, ...ofSubjects].map(([form, page]) => ({
  form: new RegExp(`^${form.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
  page,
}));

/** The path at which what stands at this one can be opened: that of the page whose form was sent here. */
export const openablePath = (path: string): string => {
  for (const { form, page } of FORMS) {
    const found = form.exec(path);
    if (found) return page.replace(/\{(\w+)\}/g, (_, name: string) => found.groups?.[name] ?? "");
  }
  return path;
};
