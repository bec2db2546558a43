import { z } from "zod";
import { cycleOf } from "../../acts/cycle-of.ts";
import { pathTo } from "../../domain/addresses.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { CycleId, ProjectId } from "../../domain/ids.ts";
import { mostCoAuthors } from "../../domain/project/co-authors.ts";
import type { Project } from "../../domain/project/project.ts";
import { proposalFormOf } from "../../domain/project/proposal-form.ts";
import { existing, ok } from "../../domain/result.ts";
import { moment } from "../../pages/components/dates.ts";
import { table } from "../../pages/components/table.ts";
import { html } from "../../pages/html.ts";
import { subjectOf } from "../act.ts";
import { formOf } from "../form-of.ts";
import { enterFromPaper } from "./naming.ts";
import { said } from "./pages.ts";
import { coAuthorRows as rows } from "./rows.ts";
import { OfficeCoAuthors, PaperCoAuthor, shownCoAuthor } from "./rules.ts";

const Path = z.object({ cycleId: CycleId, projectId: ProjectId });

interface Case {
  readonly cycle: Cycle;
  readonly project: Project;
  readonly version: number;
}

const shown = ({ cycle, project }: Case): z.infer<typeof OfficeCoAuthors> => ({
  projectId: project.id,
  most: mostCoAuthors(proposalFormOf(cycle.ruleSet)),
  items: (project.coAuthors ?? []).map((one) => ({ ...shownCoAuthor(one), email: one.email ?? null })),
  version: project.version,
});

const stateOf = (thing: Case): "open" | "full" => {
  const { items, most } = shown(thing);
  const isIn = items.filter(({ state }) => state === "accepted" || state === "invited");
  return isIn.length < most ? "open" : "full";
};

const subject = subjectOf<Case, z.infer<typeof Path>, "open" | "full", "enter", never>({
  params: Path,
  find: async ({ cycleId, projectId }, deps) => {
    const project = existing(await deps.store.projects.get(cycleId, projectId));
    return { cycle: await cycleOf(cycleId, deps), project, version: project.version };
  },
  stateAt: stateOf,
  blockers: {},
  words: (frame) => {
    const { states, enter } = said(frame).office;
    return { states, acts: { enter }, blockers: {} };
  },
  journal: ({ project }) => project.id,
  title: (frame, { project }) => said(frame).office.of(project.number),
  address: ({ project }) => pathTo("officeCoAuthors", { cycleId: project.cycleId, projectId: project.id }),
  back: {
    address: ({ project }) => pathTo("officeProposal", { cycleId: project.cycleId, projectId: project.id }),
    title: (frame) => said(frame).office.back,
  },
  about: (frame, { thing }) => {
    const { states, office: w } = said(frame);
    const { columns } = w;
    return html`<p>${thing.project.title}</p>
${table(frame.words, {
  caption: w.caption,
  columns: [
    { head: columns.name, isRowHead: true },
    { head: columns.email },
    { head: columns.state },
    { head: columns.since },
    { head: columns.isNamePublic },
  ],
  rows: shown(thing).items.map(({ name, email, state, since, isNamePublic }) => [
    name,
    email ?? "–",
    states[state],
    moment(frame.words, since),
    isNamePublic ? w.yes : w.no,
  ]),
  empty: w.none,
})}`;
  },
  reply: OfficeCoAuthors,
  shown,
});

const enter = subject.act({
  name: "enter",
  summary: "Enter a co-author who signed the proposal on paper",
  description:
    "The signature is their consent. Without a mailbox no letters go to them. The same request again enters nobody twice; two people of one name " +
    "and no mailbox come with a key each.",
  json: rows.postStaffCoAuthor,
  form: rows.postOfficeCoAuthor,
  // Whoever is entered last fills it: the same request again finds them.
  from: ["open", "full"],
  isOffered: ({ thing }) => stateOf(thing) === "open",
  asks: {
    form: formOf(PaperCoAuthor),
    words: (frame) => {
      const { name, email, isNamePublic } = said(frame).office.fields;
      return { name: { label: name }, email: { label: email }, isNamePublic: { label: isNamePublic } };
    },
  },
  does: async (asked, { by, thing, record, deps }) => {
    const entered = { asked, id: by.newId("coa"), at: by.receivedAt, hasKey: by.key !== undefined };
    const after = await enterFromPaper(thing, entered, [record()], deps);
    if (!after.ok) return after;
    if (after.value === thing.project.coAuthors) return ok(thing);
    const project = { ...thing.project, coAuthors: [...after.value], version: thing.version + 1 };
    return ok({ ...thing, project, version: project.version });
  },
});

export const getStaffCoAuthors = subject.read(rows.getStaffCoAuthors, "The co-authors of a proposal");
export const getOfficeCoAuthors = subject.page(rows.getOfficeCoAuthors, "The co-authors of a proposal");
export const postStaffCoAuthor = enter.json;
export const postOfficeCoAuthor = enter.form;
