import { addressAt, pathTo } from "../../domain/addresses.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import { type Needs, openNeeds } from "../../domain/meeting/needs.ts";
import type { Signup } from "../../domain/meeting/signup.ts";
import { doorCodeOf } from "../../domain/meeting/signup.ts";
import { lines } from "../../pages/components/lines.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { said } from "./pages.ts";
import { atOffice } from "./rows.ts";

interface NeedsModel {
  readonly meeting: Meeting;
  readonly needs: readonly Needs[];
}

/** What people of a meeting need, without their names: those who wait for an answer first. */
export const needsView = (frame: Frame, { meeting, needs }: NeedsModel): Html => {
  const { words } = frame;
  const { office: w, needs: names } = said(frame);
  const at = { meetingId: meeting.id };
  return layout(frame, {
    title: w.needs,
    isPrivate: true,
    back: { href: link(frame, pathTo("officeMeeting", at)), text: meeting.title },
    body: html`<h1>${w.needs}</h1>
<p class="hint">${w.needsHint}</p>
${table(words, {
  caption: w.needsCaption,
  empty: w.noNeeds,
  columns: [{ head: w.list.code, isRowHead: true }, { head: w.list.columns[3] ?? "" }, { head: w.state }],
  rows: needs.map((one) => [
    html`<a href="${link(frame, addressAt(atOffice.need, { ...at, signupId: one.id }))}">${doorCodeOf(one.id)}</a>`,
    one.needs.map((need) => names[need]).join("; "),
    openNeeds(one).length > 0 ? w.waits : w.answered,
  ]),
})}`,
  });
};

/** What one person needs, and what was answered. */
export const needAbout = (
  frame: Frame,
  { signup, needs }: { readonly signup: Signup; readonly needs: Needs },
): Html => {
  const { office: w, needs: names } = said(frame);
  const contact = signup.email ?? signup.phone ?? w.person.neither;
  return summaryList(frame.words, [
    { term: w.list.email, value: contact },
    ...needs.needs.map((need) => {
      const answer = needs.answers[need];
      return {
        term: names[need],
        value: html`${need === "other" && needs.text !== undefined && html`${lines(needs.text)}<br>`}${
          answer
            ? html`${w.verdicts[answer.verdict]}${answer.text !== undefined && html`: ${lines(answer.text)}`} (${answer.byName})`
            : w.waits
        }`,
      };
    }),
  ]);
};
