import { pathTo } from "../../domain/addresses.ts";
import { panel } from "../components/boxes.ts";
import { buttonLink, form } from "../components/form.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import type { ProjectModel } from "./model.ts";

type Named = Pick<ProjectModel, "id" | "cycleId" | "number" | "title">;

const toProject = (frame: Frame, project: Named): Html =>
  html`<p>${buttonLink({
    href: link(frame, pathTo("project", { cycleId: project.cycleId, projectId: project.id })),
    text: frame.words.projects.support.toProject,
    kind: "second",
  })}</p>`;

/** The link is on its way. */
export const supportSentView = (frame: Frame, project: Named, email: string): Html => {
  const w = frame.words.projects.support;
  return layout(frame, {
    title: w.sent,
    isPrivate: true,
    body: html`<h1>${w.sent}</h1>
<p>${w.sentTo(email)}</p>
<p>${w.sentHint}</p>
${toProject(frame, project)}`,
  });
};

/** Behind the link: one button counts the support. Programs that follow links press no buttons. */
export const supportLinkView = (frame: Frame, project: Named): Html => {
  const w = frame.words.projects.support;
  return layout(frame, {
    title: w.confirmTitle(project.number),
    isPrivate: true,
    body: html`<h1>${w.confirmTitle(project.number)}</h1>
<p>${project.title}</p>
${form({ action: link(frame, frame.path), submit: w.confirm, body: "" })}`,
  });
};

export const supportDoneView = (
  frame: Frame,
  project: ProjectModel,
  outcome: "counted" | "already" | "closed",
): Html => {
  const { support: w, supportersOf } = frame.words.projects;
  const title = outcome === "closed" ? w.confirmTitle(project.number) : w.done;
  return layout(frame, {
    title,
    isPrivate: true,
    body: html`${outcome === "closed" ? html`<h1>${title}</h1>\n<p>${w.closed}</p>` : panel({ title })}
${outcome === "already" && html`<p>${w.already}</p>`}
<p>${project.number} ${project.title}: ${supportersOf(project.supporters, project.supportersNeeded)}</p>
${toProject(frame, project)}`,
  });
};
