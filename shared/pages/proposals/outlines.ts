import type { Outline } from "../../domain/city.ts";
import type { Location } from "../../domain/project/location.ts";
import { pointText } from "../../domain/text/point.ts";
import { drawnOutlines } from "../components/drawn-outlines.ts";
import { button } from "../components/form.ts";
import { attributes, type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";

export interface OutlinesModel {
  /** The pool whose outlines these are; empty where it is the city. */
  readonly drawn: string;
  /** Null where there are several. */
  readonly district: string | null;
  readonly outlines: readonly Outline[];
  readonly point: Location | undefined;
  readonly isSaved: boolean;
  /** A part of what may be chosen from. */
  readonly isPart: boolean;
}

/** The outlines as a button of the form that they stand in: a click on them sends what is typed with them, and loses nothing of it. */
export const clickableOutlines = (frame: Frame, model: OutlinesModel): Html => {
  const { outlines: w } = frame.words.proposalForm;
  const { drawn, district, outlines, point, isSaved, isPart } = model;
  const text = district === null ? w.chooseDistrict : w.choosePoint(district);
  // The answer begins where the click was.
  const formaction = `${link(frame, frame.path)}#outlines`;
  return html`<div id="outlines"><p>${text}</p>
<input type="hidden" name="drawn" value="${drawn}">
<p class="outlines"><input${attributes({ type: "image", name: "at", formaction, ...drawnOutlines(outlines, point), alt: text })}></p>
${point && html`<p>${w.marked(pointText(point))} ${!isSaved && w.unsaved}</p>`}
${isPart && button({ text: w.all, kind: "second", name: "act", value: "outlines" })}</div>`;
};
