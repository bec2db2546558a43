import { pathTo } from "../../domain/addresses.ts";
import type { Project } from "../../domain/project/project.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, link } from "../../pages/layout.ts";
import { wayTo } from "../../pages/office/acts.ts";
import { spoken } from "../../words/spoken.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";

export const { said } = spoken({ pl, en });

export const pathOfWishes = ({ cycleId, id }: Pick<Project, "cycleId" | "id">): string =>
  pathTo("officeWishes", { cycleId, projectId: id });

/** Where a clerk comes from: the case in the register; of what came as a list there is none. */
export const pathOfCase = ({
  cycleId,
  id,
  register,
}: Pick<Project, "cycleId" | "id" | "register">): string =>
  register
    ? pathTo("officeEntry", { cycleId, number: String(register.number) })
    : pathTo("officeProposal", { cycleId, projectId: id });

/** The proposal that the author asks about, what already waits, and the paper that they take home. */
export const wishAbout = (
  frame: Frame,
  { id, title, register, author }: Project,
  waiting: { readonly path: string; readonly text: string } | undefined,
): Html => {
  const w = said(frame);
  const rows = [
    ...(register ? [{ term: frame.words.checks.mark, value: register.mark }] : []),
    ...(author ? [{ term: w.author, value: author.name }] : []),
  ];
  const print = link(frame, pathTo("deskConfirmation", { subject: id }));
  return html`<p>${title}</p>
${summaryList(frame.words, rows)}
<p>${w.lead}</p>
${waiting && html`<p>${waiting.text}</p>${wayTo(link(frame, waiting.path), w.see)}`}
<p><a href="${print}">${w.print}</a></p>`;
};
