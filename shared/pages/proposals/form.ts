import type { Grosze } from "../../domain/money.ts";
import type { Location } from "../../domain/project/location.ts";
import { checkbox, select } from "../components/choices.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { button, form, hidden } from "../components/form.ts";
import { type FormState, hasFaults, typedAt } from "../components/form-state.ts";
import { summaryList } from "../components/summary-list.ts";
import { textArea, textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { textLines } from "../projects/project.ts";

interface ProposalFormModel {
  readonly email: string;
  readonly pools: readonly { readonly id: string; readonly name: string; readonly capGrosze: Grosze }[];
  readonly state: FormState;
  readonly key: string;
}

/** Everything of a proposal on one page, with what was typed before. */
export const proposalFormView = (frame: Frame, { email, pools, state, key }: ProposalFormModel): Html => {
  const { words } = frame;
  const w = words.proposals.form;
  const options = pools.map(
    ({ id, name, capGrosze }) => [id, w.poolOption(name, words.format.shortMoney(capGrosze))] as const,
  );
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    body: html`${faultSummary(state)}
<h1>${w.title}</h1>
<p>${w.as(email)}</p>
${form({
  action: link(frame, frame.path),
  key,
  body: html`${
    // Enter sends what a form begins with: never what it only offers.
    state.faults.some(({ offer }) => offer) &&
    html`<button class="hidden" type="submit" name="act" value="check" tabindex="-1" aria-hidden="true">${w.check}</button>`
  }${select(state, { name: "pool", label: w.pool, hint: w.poolHint, options })}
${textField(state, { name: "title", label: w.name, hint: w.nameHint })}
${textArea(state, { name: "description", label: w.description, hint: w.descriptionHint, rows: 10 })}
${textField(state, { name: "place", label: w.place, hint: w.placeHint, isOptional: true })}
${textField(state, { name: "point", label: w.point, hint: w.pointHint, isOptional: true })}
${textField(state, { name: "cost", label: w.cost, hint: w.costHint, kind: "amount", width: 11, unit: "zł" })}
${textField(state, { name: "name", label: w.author, kind: "name" })}
${checkbox(state, { name: "isNamePublic", label: w.isNamePublic })}
${button({ text: w.check, name: "act", value: "check" })}`,
})}`,
  });
};

interface CheckModel {
  readonly poolName: string;
  readonly proposal: {
    readonly title: string;
    readonly description: string;
    readonly place?: string | undefined;
    readonly location?: Location | undefined;
    readonly estimatedCostGrosze: Grosze;
    readonly author: { readonly name: string; readonly isNamePublic: boolean };
  };
  readonly state: FormState;
  readonly key: string;
}

/** What travels from the check to the next step, as it was typed. */
const CARRIED = ["pool", "title", "description", "place", "point", "cost", "name", "isNamePublic"];

/** The proposal as residents will see it, before it is sent for good. */
export const proposalCheckView = (frame: Frame, { poolName, proposal, state, key }: CheckModel): Html => {
  const { words } = frame;
  const { check: w, form: labels } = words.proposals;
  const { title, description, place, location, estimatedCostGrosze, author } = proposal;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    body: html`<h1>${w.title}</h1>
<p>${w.lead}</p>
${summaryList(words, [
  { term: labels.pool, value: poolName },
  { term: labels.name, value: title },
  { term: labels.description, value: textLines(description) },
  ...(place === undefined ? [] : [{ term: labels.place, value: place }]),
  ...(location === undefined ? [] : [{ term: labels.point, value: `${location.lat}, ${location.lon}` }]),
  { term: labels.cost, value: words.format.money(estimatedCostGrosze) },
  { term: labels.author, value: author.name },
  { term: w.namePublic, value: author.isNamePublic ? w.isPublic : w.isPrivate },
])}
${form({
  action: link(frame, frame.path),
  key,
  body: html`${CARRIED.map((name) => {
    const value = typedAt(state, name);
    return value !== undefined && hidden(name, value);
  })}
${button({ text: w.submit, name: "act", value: "submit" })}
${button({ text: w.edit, kind: "second", name: "act", value: "edit" })}`,
})}`,
  });
};
