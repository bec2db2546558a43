import { pathTo } from "../../domain/addresses.ts";
import type { Instant } from "../../domain/time.ts";
import { box, panel } from "../components/boxes.ts";
import { button, buttonLink, form } from "../components/form.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import type { ProjectPageModel } from "../projects/model.ts";
import { decisionBox, historyList, projectFacts, textLines } from "../projects/project.ts";

interface AuthorModel {
  readonly project: ProjectPageModel;
  readonly siteUrl: string;
  readonly mayWithdraw: boolean;
}

/** The author's page: number, where it stands, what comes next, and the way out. */
export const authorView = (frame: Frame, { project, siteUrl, mayWithdraw }: AuthorModel): Html => {
  const { words } = frame;
  const w = words.proposals.author;
  const page = link(frame, pathTo("project", { cycleId: project.cycleId, projectId: project.id }));
  return layout(frame, {
    title: `${w.title}: ${project.number}`,
    isPrivate: true,
    body: html`${
      project.status === "submitted"
        ? panel({ title: w.received, label: w.numberLabel, reference: project.number })
        : html`<p class="quiet">${project.number}</p>\n<h1>${project.title}</h1>`
    }
${box({ tone: "info", title: w.whatNow, body: html`<p>${w.next[project.status]}</p>` })}
${decisionBox(words, project)}
${mayWithdraw && html`<p>${w.link}</p>`}
<p>${project.status === "submitted" ? w.share : `${w.toPage}:`} <a href="${page}">${siteUrl}${page}</a></p>
${project.status === "submitted" && html`<h2>${project.title}</h2>`}
${projectFacts(words, project)}
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
