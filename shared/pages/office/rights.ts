import { pathTo } from "../../domain/addresses.ts";
import type { Role } from "../../domain/office/roles.ts";
import { disclosure } from "../components/boxes.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { actText, type LogLine } from "./log.ts";
import { menuOf } from "./menu.ts";

interface RightsModel {
  readonly roles: readonly {
    readonly role: Role;
    readonly people: readonly string[];
    readonly acts: readonly Pick<LogLine, "act" | "said">[];
  }[];
  /** The reader's own roles come first, and open. */
  readonly own: readonly Role[];
}

const listOf = (items: readonly (string | Html)[]): Html =>
  html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;

/** Who may do what, as the route table has it: of each role its people, its pages, and its acts as the journal tells them. */
export const rightsView = (frame: Frame, { roles, own }: RightsModel): Html => {
  const { words } = frame;
  const w = words.directory.rights;
  const about = ({
    role,
    people,
    acts,
  }: RightsModel["roles"][number]): Html => html`<p>${w.people}: ${people.join(", ") || w.nobody}.</p>
<h3>${w.pages}</h3>
${listOf(
  menuOf([role]).map(({ path, title }) =>
    own.includes(role) ? html`<a href="${link(frame, path)}">${title(words)}</a>` : title(words),
  ),
)}
<h3>${w.acts}</h3>
${acts.length > 0 ? listOf(acts.map((act) => actText(words, act))) : html`<p>${w.noActs}</p>`}`;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    back: { href: link(frame, pathTo("office")), text: words.office.home.title },
    body: html`<h1>${w.title}</h1>
<p>${w.about}</p>
${roles.filter(({ role }) => own.includes(role)).map((one) => html`<h2>${w.own(words.office.roles[one.role])}</h2>${about(one)}`)}
<h2>${w.others}</h2>
${roles.filter(({ role }) => !own.includes(role)).map((one) => disclosure(words.office.roles[one.role], about(one)))}`,
  });
};
