import { pathTo } from "../../domain/addresses.ts";
import { TASKS } from "../../domain/project/draft.ts";
import type { Instant } from "../../domain/time.ts";
import { box, panel } from "../components/boxes.ts";
import { button, buttonLink, form } from "../components/form.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { textLines } from "../projects/details.ts";
import type { ProjectPageModel } from "../projects/model.ts";
import { decisionBox, historyList, projectFacts } from "../projects/project.ts";
import { partList } from "./draft.ts";
import type { AuthorPlace } from "./task.ts";

interface AuthorModel {
  readonly project: ProjectPageModel;
  readonly siteUrl: string;
  readonly mayWithdraw: boolean;
  /** The author's copy as a file, for a day. */
  readonly copyPath: string;
  /** While the call is open, its pages can be written anew. */
  readonly mayEdit: boolean;
  /** What the office asks the author to put right. */
  readonly call?: Html | undefined;
  /** What the office asks about merging it with others. */
  readonly merging: readonly Html[];
  /** Their appeal, or the way to one. */
  readonly appeal?: Html | undefined;
  /** Those who stand behind it with the author, and the way to invite one; to a co-author, the way out. */
  readonly coAuthors?: Html | undefined;
  readonly isAuthor: boolean;
  /** The way to photos and papers. */
  readonly files: Html | false;
  readonly place: AuthorPlace;
}

/** Some of those who support turn out to count for nothing: so many are gathered as is wise. */
const EXTRA = 1.2;

/** The author's page: number, where it stands, what comes next, and the way out. */
export const authorView = (frame: Frame, model: AuthorModel): Html => {
  const { words } = frame;
  const w = words.proposals.author;
  const { project, siteUrl, mayWithdraw, mayEdit, copyPath, place, isAuthor } = model;
  const { call, appeal, files, coAuthors } = model;
  const needed = project.supportersNeeded ?? 0;
  const isGathering = project.status === "submitted" && project.supporters < needed;
  const aim = isGathering && html`<p>${w.aim(needed, Math.ceil(needed * EXTRA))}</p>`;
  const page = link(frame, pathTo("project", { cycleId: project.cycleId, projectId: project.id }));
  return layout(frame, {
    title: `${w.title}: ${project.number}`,
    isPrivate: true,
    body: html`${
      project.status === "submitted" && !call
        ? panel({ title: w.received, label: w.numberLabel, reference: project.number })
        : html`<p class="quiet">${project.number}</p>\n<h1>${project.title}</h1>`
    }
${
  !call &&
  box({
    tone: "info",
    title: w.whatNow,
    body: html`<p>${w.next[project.status]}</p>${aim}`,
  })
}
${call}
${call && aim}
${model.merging}
${decisionBox(words, project)}
${appeal}
${mayWithdraw && html`<p>${w.link}</p>`}
<p>${project.status === "submitted" ? w.share : `${w.toPage}:`} <a href="${page}">${siteUrl}${page}</a></p>
${
  mayEdit &&
  html`<h2>${words.proposalForm.edit.title}</h2>\n${partList(
    frame,
    place,
    TASKS.filter((task) => isAuthor || task !== "author").map((task) => ({ task, lacking: null })),
  )}`
}
${files}
${project.status === "submitted" && !call && html`<h2>${project.title}</h2>`}
${projectFacts(words, project)}
${coAuthors}
<p><a href="${link(frame, copyPath)}">${w.copy}</a></p>
<h2>${words.projects.history}</h2>
${historyList(words, project)}
${mayWithdraw && html`<p>${buttonLink({ href: link(frame, `${frame.path}/wycofaj`), text: w.withdraw, kind: "danger" })}</p>`}`,
  });
};

interface UnconfirmedModel {
  readonly title: string;
  readonly description: string;
  readonly confirmBy: Instant;
}

/** Behind the link of a proposal whose address was not proved yet: one button gives it its number. */
export const unconfirmedView = (frame: Frame, { title, description, confirmBy }: UnconfirmedModel): Html => {
  const w = frame.words.proposals.author;
  return layout(frame, {
    title: w.confirmTitle,
    isPrivate: true,
    body: html`<h1>${w.confirmTitle}</h1>
<p>${w.confirmLead(confirmBy)}</p>
<h2>${title}</h2>
${textLines(description)}
${form({ action: link(frame, frame.path), submit: w.confirm, body: "" })}`,
  });
};

/** The question, its consequence, and two buttons named by the act. */
export const withdrawalView = (frame: Frame, project: Pick<ProjectPageModel, "number" | "title">): Html => {
  const w = frame.words.proposals.author;
  const authorPage = link(frame, frame.path.replace(/\/wycofaj$/, ""));
  return layout(frame, {
    title: w.withdrawTitle(project.number),
    isPrivate: true,
    body: html`<h1>${w.withdrawTitle(project.number)}</h1>
<p>${project.title}</p>
<p>${w.withdrawLead}</p>
${form({
  action: link(frame, frame.path),
  body: html`${button({ text: w.withdraw, kind: "danger" })}
${buttonLink({ href: authorPage, text: w.keep, kind: "second" })}`,
})}`,
  });
};
