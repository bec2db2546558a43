import { addressAt } from "../../domain/addresses.ts";
import type { Project } from "../../domain/project/project.ts";
import { tag } from "../../pages/components/boxes.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, link } from "../../pages/layout.ts";
import { pathOfCase, pathOfMerging, said as words } from "./pages.ts";
import { at } from "./rows.ts";
import type { Group } from "./rules.ts";

export const said = (frame: Pick<Frame, "words">) => words(frame).groups;

const numbersOf = (projects: readonly Project[]): string => projects.map(({ number }) => number).join(", ");

export const groupTitle = (frame: Pick<Frame, "words">, { projects }: Pick<Group, "projects">): string =>
  said(frame).of(numbersOf(projects));

const pathOfGroup = ({ cycle, id }: Group): string => addressAt(at.group, { cycleId: cycle.id, groupId: id });

export const groupsAbout = (frame: Frame, groups: readonly Group[]): Html => {
  const w = said(frame);
  return html`<p>${w.lead}</p>
${table(frame.words, {
  caption: w.caption,
  columns: [{ head: w.numbers, isRowHead: true }, { head: w.titles }, { head: w.why }, { head: w.state }],
  rows: groups.map((group) => [
    html`<a href="${link(frame, pathOfGroup(group))}">${numbersOf(group.projects)}</a>`,
    group.projects.map(({ title }) => title).join("; "),
    group.why.map((one) => w.likeness[one]).join(", "),
    w.states[group.apart ? "apart" : "proposed"],
  ]),
  empty: w.none,
})}`;
};

/** The proposals side by side, and of each the way to ask the authors. */
export const groupAbout = (frame: Frame, group: Group): Html => {
  const w = said(frame);
  const { projects, why, apart } = group;
  return html`<p>${why.map((one) => tag(w.likeness[one], "plain"))}</p>
${apart && html`<p>${w.said(apart.byName, apart.at)} ${apart.reason}</p>`}
${table(frame.words, {
  caption: w.side,
  columns: [
    { head: w.number, isRowHead: true },
    { head: w.titleOf },
    { head: w.place },
    { head: w.cost, isNumber: true },
    { head: w.ask },
  ],
  rows: projects.map((one) => [
    html`<a href="${link(frame, pathOfCase(one))}">${one.number}</a>`,
    one.title,
    one.place ?? "–",
    frame.words.format.shortMoney(one.estimatedCostGrosze),
    html`<a href="${link(frame, pathOfMerging(one))}">${w.stays(one.number)}</a>`,
  ]),
})}`;
};
