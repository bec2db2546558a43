import { pathTo } from "../../domain/addresses.ts";
import { select } from "../components/choices.ts";
import { form } from "../components/form.ts";
import { formState } from "../components/form-state.ts";
import { type PagesModel, pages } from "../components/pages.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { meetingBox } from "./facts.ts";
import type { MeetingModel } from "./model.ts";

interface MeetingsModel {
  readonly meetings: readonly MeetingModel[];
  readonly districts: readonly (readonly [id: string, name: string])[];
  readonly district?: string | undefined;
  readonly pages: Omit<PagesModel, "href">;
  /** The feed of what is chosen, whole. */
  readonly feedUrl: string;
}

/** Meetings, what is to come first. */
export const meetingsView = (
  frame: Frame,
  { meetings, districts, district, pages: turn, feedUrl }: MeetingsModel,
): Html => {
  const { words } = frame;
  const w = words.meetings;
  const path = link(frame, pathTo("meetings"));
  return layout(frame, {
    title: w.title,
    body: html`<h1>${w.title}</h1>
<p>${w.lead}</p>
${form({
  action: path,
  method: "get",
  body: select(formState(words), {
    name: "district",
    label: w.filter.district,
    options: districts,
    value: district,
    placeholder: w.filter.all,
  }),
  submit: w.filter.submit,
  kind: "second",
})}
<p><a href="${feedUrl.replace(/^https?:/, "webcal:")}">${words.feeds.subscribe}</a> · <a href="${feedUrl}">${words.feeds.download}</a></p>
${
  meetings.length > 0
    ? html`<ul class="grid wide">${meetings.map((meeting) => html`<li>${meetingBox(frame, meeting, 2)}</li>`)}</ul>`
    : html`<p>${w.none}</p>`
}
${pages(words, { ...turn, href: district === undefined ? path : `${path}?district=${district}` })}`,
  });
};
