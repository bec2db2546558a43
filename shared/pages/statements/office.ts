import { pathTo } from "../../domain/addresses.ts";
import type { CycleId, StatementId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { Datum } from "../../domain/voting/identity-policy.ts";
import { isUndecided, type StatementState } from "../../domain/voting/statement.ts";
import { box, tag } from "../components/boxes.ts";
import { radios } from "../components/choices.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { buttonLink, form } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { type PagesModel, pages } from "../components/pages.ts";
import { summaryList } from "../components/summary-list.ts";
import { table } from "../components/table.ts";
import { textArea, textField } from "../components/text-field.ts";
import { attributes, type Html, html, type Part } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";

export interface StatementLine {
  readonly id: StatementId;
  readonly cycleId: CycleId;
  readonly edition: string;
  readonly district: string;
  readonly filedAt: Instant;
  readonly isAtDesk: boolean;
  readonly state: StatementState;
  readonly addition?: number | undefined;
}

const pathOf = ({ cycleId, id }: Pick<StatementLine, "cycleId" | "id">): string =>
  pathTo("officeStatement", { cycleId, statementId: id });

const stateTag = ({ words }: Frame, { state }: Pick<StatementLine, "state">): Html =>
  tag(
    words.identity.office.states[state],
    isUndecided({ state }) ? "info" : state === "accepted" ? "good" : "plain",
  );

/** What waits for a decision, the oldest first, and what was decided. No names: those are read one at a time. */
export const statementsView = (
  frame: Frame,
  {
    items,
    editions,
    search,
    rejecting,
    found,
    ...rest
  }: Omit<PagesModel, "href"> & {
    readonly items: readonly StatementLine[];
    /** Editions that take statements now. */
    readonly editions: readonly { readonly cycleId: string; readonly edition: string }[];
    readonly search: FormState;
    readonly rejecting: FormState;
    /** The name that was looked for: the list is of who has it. */
    readonly found?: string;
  },
): Html => {
  const { words } = frame;
  const w = words.identity.office;
  const hasAny = items.some(isUndecided);
  const ticked = [rejecting.typed.ticked ?? []].flat();
  const tick = (one: StatementLine): Part => {
    const value = `${one.cycleId}/${one.id}`;
    return (
      isUndecided(one) &&
      html`<label class="hidden" for="${one.id}">${w.one(one.id)}</label>
<input${attributes({ type: "checkbox", id: one.id, name: "ticked", value, checked: ticked.includes(value) })}>`
    );
  };
  const lines = table(words, {
    caption: found ? w.foundFor(found) : w.title,
    columns: [
      ...(hasAny ? [{ head: w.columns.tick }] : []),
      { head: w.columns.number, isRowHead: true },
      { head: w.columns.edition },
      { head: w.columns.district },
      { head: w.columns.filedAt },
      { head: w.columns.channel },
      { head: w.columns.state },
    ],
    rows: items.map((one) => [
      ...(hasAny ? [tick(one)] : []),
      html`<a href="${link(frame, pathOf(one))}">${one.id}</a>`,
      one.edition,
      one.district,
      words.format.moment(one.filedAt),
      one.isAtDesk ? w.atDesk : w.online,
      stateTag(frame, one),
    ]),
    empty: found ? w.noneFound : w.empty,
  });
  const reason = textArea(rejecting, {
    name: "reason",
    label: w.rejectionReason,
    hint: w.tickedHint,
    rows: 4,
  });
  const action = link(frame, pathTo("officeStatementRejections"));
  const list = hasAny
    ? form({ id: "ticked", action, body: [lines, reason], submit: w.rejectTicked, kind: "danger" })
    : lines;
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(search) || hasFaults(rejecting),
    isPrivate: true,
    body: html`${faultSummary(search)}${faultSummary(rejecting)}
<h1>${w.title}</h1>
<p>${editions.map(({ cycleId, edition }) =>
      buttonLink({
        href: link(frame, pathTo("officeNewStatement", { cycleId })),
        text: w.takeIn(edition),
        kind: "second",
      }),
    )}</p>
${form({
  action: link(frame, pathTo("officeStatements")),
  body: textField(search, { name: "name", label: w.search, hint: w.searchHint, kind: "search", width: 20 }),
  submit: w.find,
  kind: "second",
})}
${list}
${pages(words, { href: link(frame, pathTo("officeStatements")), ...rest })}`,
  });
};

interface StatementCase extends StatementLine {
  readonly reason?: string | undefined;
  /** Gone once it is deleted. */
  readonly person?:
    | { readonly facts: Readonly<Record<string, string>>; readonly email?: string | undefined }
    | undefined;
  /** How the person stands on the roll while the statement is undecided. */
  readonly standing?: { readonly isListed: boolean; readonly differs: readonly Datum[] } | undefined;
  /** What somebody of the office proposed, and waits for another person. */
  readonly proposal?: { readonly id: string } | undefined;
  /** What the reader's acceptance would be, the last word or the first of two; or that another person has to decide. */
  readonly decision?: "first" | "last" | "by-another" | undefined;
}

/** A note whether acceptance adds somebody, or replaces how somebody on the roll is recognised. */
const standingNote = (
  { words }: Frame,
  { isListed, differs }: NonNullable<StatementCase["standing"]>,
): Html => {
  const { office: w, data } = words.identity;
  if (!isListed) return html`<p>${w.notListed}</p>`;
  return box({
    tone: "warn",
    title: w.listed,
    body: html`${
      differs.length === 0
        ? html`<p>${w.same}</p>`
        : html`<p>${w.differs}</p><ul>${differs.map((datum) => html`<li>${data[datum].label}</li>`)}</ul>`
    }<p>${w.replaces}</p>`,
  });
};

/** One statement, with who it is about, and the decision where it is due. */
export const statementCaseView = (frame: Frame, one: StatementCase, state: FormState): Html => {
  const { words } = frame;
  const w = words.identity.office;
  const { data } = words.identity;
  const labelOf = (name: string): string => {
    const datum = Datum.safeParse(name).data;
    return datum ? data[datum].label : name;
  };
  return layout(frame, {
    title: w.one(one.id),
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("officeStatements")), text: w.title },
    body: html`${faultSummary(state)}
<h1>${w.one(one.id)}</h1>
<p>${stateTag(frame, one)} ${one.addition !== undefined && w.addition(one.addition)}</p>
${one.reason && html`<p>${w.columns.reason}: ${one.reason}</p>`}
${summaryList(words, [
  { term: w.columns.edition, value: one.edition },
  { term: w.columns.filedAt, value: words.format.moment(one.filedAt) },
  { term: data.district.label, value: one.district },
  ...(one.person
    ? [
        ...Object.entries(one.person.facts).map(([name, value]) => ({ term: labelOf(name), value })),
        ...(one.person.email === undefined ? [] : [{ term: data.email.label, value: one.person.email }]),
      ]
    : []),
])}
${!one.person && html`<p>${w.deleted}</p>`}
${one.standing && standingNote(frame, one.standing)}
${one.decision === "by-another" && html`<p>${w.byAnother}</p>`}
${one.proposal && html`<p><a href="${link(frame, pathTo("pendingAct", { pendingId: one.proposal.id }))}">${words.pending.lists.title}</a></p>`}
${
  (one.decision === "first" || one.decision === "last") &&
  form({
    action: link(frame, pathOf(one)),
    body: [
      radios(state, {
        name: "result",
        label: w.decision,
        hint: w.decisionHint,
        options: [
          { value: "accepted", label: one.decision === "first" ? w.acceptFirst : w.accept },
          { value: "rejected", label: w.reject },
        ],
      }),
      textArea(state, {
        name: "reason",
        label: w.rejectionReason,
        hint: w.reasonHint,
        rows: 4,
      }),
    ],
    submit: w.submit,
  })
}`,
  });
};
