import { pathTo } from "../../domain/addresses.ts";
import type { Phase } from "../../domain/cycle/phases.ts";
import type { Person } from "../../domain/office/directory.ts";
import { WHOSE, type Whose } from "../../domain/office/whose.ts";
import type { Work } from "../../domain/office/work.ts";
import type { Blocker } from "../../domain/refusals.ts";
import { dayOf, type Instant } from "../../domain/time.ts";
import type { Words } from "../../words/words.ts";
import { box, titled } from "../components/boxes.ts";
import { moment } from "../components/dates.ts";
import { button, buttonLink } from "../components/form.ts";
import { pages } from "../components/pages.ts";
import { summaryList } from "../components/summary-list.ts";
import { attributes, type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { phaseLine } from "../phase-line.ts";
import { menuOf } from "./menu.ts";
import { standsInLines } from "./people.ts";
import { workLine } from "./work.ts";

type Office = Words["office"];

export interface OpenEdition {
  readonly id: string;
  readonly name: string;
  readonly edition: string;
  readonly phase: Phase;
  readonly endsAt?: Instant | undefined;
  readonly next?: { readonly phase: Phase; readonly startsAt?: Instant | undefined } | undefined;
  readonly blockers: readonly Blocker[];
}

export interface OfficeHomeModel {
  readonly now: Instant;
  readonly name: string;
  readonly roles: readonly (keyof Office["roles"])[];
  readonly editions: readonly OpenEdition[];
  readonly mayBegin: boolean;
  readonly whose: Whose;
  readonly work: readonly Work[];
  readonly next: string | null;
  readonly isLater: boolean;
  /** Names of the absent for whom this person stands in. */
  readonly standsInFor: readonly string[];
  /** Everybody's absences: whoever stands in, today or later, sees when. */
  readonly staff: readonly Person[];
  readonly id: string;
}

const editionView = (frame: Frame, now: Instant, edition: OpenEdition, isLinked: boolean): Html => {
  const { words } = frame;
  const w = words.office.home;
  const { next, blockers } = edition;
  const title = html`${edition.name}, ${w.edition(edition.edition)}`;
  return titled(
    isLinked
      ? html`<a href="${link(frame, pathTo("edition", { cycleId: edition.id }))}">${title}</a>`
      : title,
    html`<p><strong>${phaseLine(words, edition, now)}</strong></p>
${next && html`<p>${w.next(words.phases[next.phase].name)}${next.startsAt && html`, ${moment(words, next.startsAt)}`}</p>`}
${
  blockers.length > 0
    ? html`<p>${w.blocked}:</p><ul>${blockers.map((blocker) => html`<li>${words.blockers[blocker.what](blocker)}</li>`)}</ul>`
    : next && html`<p>${w.ready}</p>`
}`,
    3,
  );
};

const listPath = (whose: Whose): string => `${pathTo("office")}?whose=${whose}`;

const workView = (frame: Frame, model: OfficeHomeModel): Html => {
  const { words } = frame;
  const w = words.work.list;
  const { whose, work, next, isLater, standsInFor, now } = model;
  const editionOf = ({ about }: Work): string | undefined => {
    const id = "cycleId" in about ? about.cycleId : undefined;
    const of = model.editions.find((edition) => edition.id === id);
    return of && words.edition(of.name, of.edition);
  };
  return html`${standsInFor.length > 0 && box({ tone: "info", body: html`<p>${w.standsInFor(standsInFor.join(", "))}</p>` })}
<nav class="lists wide" aria-label="${w.lists}"><ul>
${WHOSE.map((one) => html`<li><a${attributes({ href: link(frame, listPath(one)), "aria-current": one === whose ? "page" : undefined })}>${w[one]}</a></li>`)}
</ul></nav>
<h2>${w[whose]}</h2>
${work.length > 0 ? html`<ul>${work.map((one) => workLine(frame, one, { now, edition: editionOf(one) }))}</ul>` : box({ body: html`<p>${w.none[whose]}</p>` })}
${pages(words, { href: link(frame, listPath(whose)), next, isLater })}`;
};

/** Who you are, what is to do, and the ways to everything that your role may open. */
export const officeHomeView = (frame: Frame, model: OfficeHomeModel): Html => {
  const { words } = frame;
  const w = words.office.home;
  const roles = model.roles.map((role) => words.office.roles[role]).join(", ");
  const others = menuOf(model.roles).filter(({ page }) => page !== "home");
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    body: html`<h1>${w.title}</h1>
${workView(frame, model)}
<h2>${w.editions}</h2>
${
  model.editions.length > 0
    ? model.editions.map((edition) =>
        editionView(
          frame,
          model.now,
          edition,
          others.some(({ page }) => page === "editions"),
        ),
      )
    : html`<p>${w.noEditions}</p>`
}
${model.mayBegin && html`<p>${buttonLink({ href: link(frame, pathTo("newEdition")), text: w.newEdition, kind: "second" })}</p>`}
${
  others.length > 0 &&
  html`<h2>${w.pages}</h2>
<ul class="grid wide">
${others.map(
  ({ path, title, about }) =>
    html`<li>${titled(html`<a href="${link(frame, path)}">${title(words)}</a>`, html`<p>${about(words)}</p>`, 3)}</li>`,
)}
</ul>`
}
<h2>${w.who}</h2>
${standsInLines(frame, model, model.staff, dayOf(model.now))}
<p><a href="${link(frame, pathTo("ownAbsence"))}">${words.directory.own.title}</a></p>
${summaryList(words, [
  { term: w.name, value: model.name },
  { term: w.role, value: roles || w.noRole },
])}
<form action="${link(frame, pathTo("signOut"))}" method="post" class="actions">${button({ text: words.office.signOut, kind: "second" })}</form>`,
  });
};
