import { pathTo } from "../../domain/addresses.ts";
import { type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import type { ProjectModel } from "../projects/model.ts";
import { statusTag } from "../projects/status-tag.ts";

export interface SimilarModel extends ProjectModel {
  readonly edition: string;
}

/** Proposals like this one, and what became of them. */
export const similarList = (frame: Frame, items: readonly SimilarModel[]): Html | false => {
  const { words } = frame;
  const { similar: w } = words.proposalForm;
  return (
    items.length > 0 &&
    html`<h2>${w.title}</h2>
<p>${w.lead}</p>
<ul>${items.map((one) => {
      const { cycleId, id: projectId, number, title, costGrosze, edition } = one;
      return html`<li><a href="${link(frame, pathTo("project", { cycleId, projectId }))}">${number} ${title}</a><br>
${statusTag(words, one)} ${w.about(edition, words.format.shortMoney(costGrosze))}</li>`;
    })}</ul>`
  );
};
