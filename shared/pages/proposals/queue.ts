import { pathTo } from "../../domain/addresses.ts";
import { WITH, type With } from "../../domain/office/whose.ts";
import { select } from "../components/choices.ts";
import { form } from "../components/form.ts";
import { formState } from "../components/form-state.ts";
import { table } from "../components/table.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import type { Choice, ProjectModel } from "../projects/model.ts";
import { statusTag } from "../projects/status-tag.ts";

interface QueueModel {
  readonly cycleId: string;
  readonly cycles: readonly Choice[];
  readonly status?: string | undefined;
  readonly held?: With | undefined;
  /** Those that wait longest stand first; null waits for nothing. */
  readonly items: readonly (ProjectModel & {
    readonly daysWaiting: number | null;
    /** Who works on its card now. */
    readonly heldBy: string | null;
  })[];
}

/** What waits for the office, and since when. */
export const queueView = (frame: Frame, { cycleId, cycles, status, held, items }: QueueModel): Html => {
  const { words } = frame;
  const w = words.checks;
  const { projects, format } = words;
  const state = formState(words);
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    body: html`<h1>${w.title}</h1>
${form({
  action: link(frame, pathTo("officeProposals")),
  method: "get",
  submit: w.show,
  kind: "second",
  body: html`${select(state, { name: "cycle", label: w.cycle, options: cycles, value: cycleId, placeholder: false })}
${select(state, { name: "status", label: w.status, options: Object.entries(projects.status), value: status, placeholder: projects.filters.allStatuses })}
${select(state, { name: "held", label: w.columns.held, options: WITH.map((one) => [one, w.held[one]] as const), value: held, placeholder: w.held.all })}`,
})}
<p><a href="${link(frame, pathTo("officePublications", { cycleId }))}">${w.publications}</a></p>
<p><a href="${link(frame, pathTo("officeMergingGroups", { cycleId }))}">${w.alike}</a></p>
${table(words, {
  caption: w.caption,
  columns: [
    { head: w.columns.number },
    { head: w.columns.title, isRowHead: true },
    { head: w.columns.pool },
    { head: w.columns.cost, isNumber: true },
    { head: w.columns.supporters, isNumber: true },
    { head: w.columns.days, isNumber: true },
    { head: w.columns.status },
    { head: w.columns.held },
  ],
  rows: items.map((one) => [
    one.number,
    html`<a href="${link(frame, pathTo("officeProposal", { cycleId: one.cycleId, projectId: one.id }))}">${one.title}</a>`,
    one.poolName,
    format.shortMoney(one.costGrosze),
    `${format.number(one.supporters)}/${one.supportersNeeded === null ? "?" : format.number(one.supportersNeeded)}`,
    one.daysWaiting === null ? "–" : w.days(one.daysWaiting),
    statusTag(words, one),
    one.heldBy ?? "–",
  ]),
  empty: w.empty,
})}`,
  });
};
