import { pathTo } from "../../domain/addresses.ts";
import type { CycleId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import type { FactSet, IdentityPolicy } from "../../domain/voting/identity-policy.ts";
import { inLanguage } from "../../words/fallback.ts";
import { box } from "../components/boxes.ts";
import { checkbox } from "../components/choices.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { buttonLink, form, hidden } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { askedFields, basisLine } from "../voting/asked-fields.ts";
import { otherSets } from "../voting/other-sets.ts";

interface StatementFormModel {
  readonly cycleId: CycleId;
  readonly policy: NonNullable<IdentityPolicy["statement"]>;
  readonly identity: IdentityPolicy;
  /** The set of facts whose statement it is. */
  readonly set: FactSet;
  readonly districts: readonly (readonly [value: string, text: string])[];
  /** Where the form goes: the voter's own page, or the office's. */
  readonly action: string;
  readonly back: { readonly href: string; readonly text: string };
  readonly key: string;
}

/** What a resident who is not on the roll states: who they are, where they live, and what the law wants declared. */
export const statementFormView = (frame: Frame, model: StatementFormModel, state: FormState): Html => {
  const { words } = frame;
  const w = words.identity.statement;
  const { policy } = model;
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: model.back,
    body: html`${faultSummary(state)}
<h1>${w.title}</h1>
<p>${w.lead}</p>
<ul>${w.points.map((point) => html`<li>${point}</li>`)}</ul>
${form({
  action: link(frame, model.action),
  key: model.key,
  body: [
    model.set.id !== undefined && hidden("by", model.set.id),
    ...askedFields(state, policy.asks, {
      districts: model.districts,
      inParts: model.set.id !== undefined,
    }),
    html`<h2>${w.declarations}</h2>`,
    ...policy.declarations.map((declaration, index) =>
      checkbox(state, {
        name: `declarations-${index}`,
        label: inLanguage(declaration, words.language),
      }),
    ),
  ],
  submit: w.submit,
})}
${basisLine(state, policy.basis)}
${otherSets(frame, model.identity, model.set, model.action)}`,
  });
};

/** The same for everybody, on the roll or not: that it is in, and what happens now. */
export const statementFiledView = (
  frame: Frame,
  {
    statement,
    email,
    decidedBy,
    back,
  }: {
    readonly statement: string;
    readonly email: string;
    readonly decidedBy: Instant | undefined;
    readonly back?: string;
  },
): Html => {
  const w = frame.words.identity.statement;
  return layout(frame, {
    title: w.filed,
    isPrivate: true,
    body: html`<h1>${w.filed}</h1>
${box({ tone: "good", body: html`<p>${w.number} <strong>${statement}</strong></p>` })}
<p>${w.next(email)}</p>
${decidedBy !== undefined && html`<p>${w.decidedBy(decidedBy)}</p>`}
<p>${buttonLink({ href: link(frame, back ?? pathTo("vote")), text: w.toStart, kind: "second" })}</p>`,
  });
};
