import { pathTo } from "../../domain/addresses.ts";
import type { Publication, PublishedList } from "../../domain/procedure/publication.ts";
import type { Project } from "../../domain/project/project.ts";
import type { Instant } from "../../domain/time.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { form, hidden } from "../../pages/components/form.ts";
import { type FormState, hasFaults } from "../../pages/components/form-state.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { pathOfAppeal } from "../appeals/pages.ts";
import { pathOfCard, said } from "./pages.ts";
import { type Counts, ListedState } from "./rules.ts";

interface ListModel {
  readonly list: PublishedList;
  readonly counts: Counts;
  readonly open: readonly { readonly project: Project; readonly state: ListedState }[];
  readonly published: readonly Publication[];
  /** A proposal to publish it that waits for a second person. */
  readonly waits: { readonly id: string; readonly name: string; readonly until: Instant } | null;
  /** Why it cannot be published now. */
  readonly barred: string | null;
}

interface Model {
  readonly cycleId: string;
  readonly lists: readonly ListModel[];
  readonly state: FormState;
  readonly mayPublish: boolean;
}

const listSection = (
  frame: Frame,
  { cycleId, mayPublish }: Pick<Model, "cycleId" | "mayPublish">,
  { list, counts, open, published, waits, barred }: ListModel,
): Html => {
  const w = said(frame);
  const p = w.publication;
  const { format } = frame.words;
  const rows = ListedState.options.flatMap((state) =>
    counts[state] ? [{ term: w.states[state], value: format.number(counts[state]) }] : [],
  );
  return html`<section><h2>${p.lists[list]}</h2>
${rows.length > 0 ? summaryList(frame.words, rows) : html`<p>${p.nothing}</p>`}
${published.map(({ version, issuedAt, accepted, rejected }) => html`<p>${p.published(version, issuedAt, accepted, rejected)}</p>`)}
${
  open.length > 0 &&
  table(frame.words, {
    caption: p.open,
    columns: [{ head: p.number, isRowHead: true }, { head: p.title }, { head: p.state }],
    rows: open
      .slice(0, 200)
      .map(({ project, state }) => [
        html`<a href="${link(frame, list === "appeals" ? pathOfAppeal(project) : pathOfCard(project, list))}">${project.number}</a>`,
        project.title,
        w.states[state],
      ]),
  })
}
${
  waits
    ? html`<p>${p.waits(waits.name, waits.until)} <a href="${link(frame, pathTo("pendingAct", { pendingId: waits.id }))}">${p.see}</a></p>`
    : barred !== null
      ? html`<p>${barred}</p>`
      : mayPublish &&
        html`<p>${p.hint}</p>
${form({
  action: link(frame, pathTo("officePublications", { cycleId })),
  body: hidden("list", list),
  submit: p.submit[list],
})}`
}
</section>`;
};

/** Where the lists of verdicts stand, and what still keeps each from being published. */
export const publicationsView = (frame: Frame, { lists, state, ...model }: Model): Html => {
  const w = said(frame).publication;
  return layout(frame, {
    title: w.heading,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: {
      href: link(frame, `${pathTo("officeProposals")}?cycle=${model.cycleId}`),
      text: frame.words.checks.back,
    },
    body: html`${faultSummary(state)}
<h1>${w.heading}</h1>
${lists.map((list) => listSection(frame, model, list))}`,
  });
};
