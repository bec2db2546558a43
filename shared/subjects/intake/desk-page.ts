import { pathTo } from "../../domain/addresses.ts";
import type { CycleId } from "../../domain/ids.ts";
import { box } from "../../pages/components/boxes.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { form, hidden } from "../../pages/components/form.ts";
import { type FormState, hasFaults } from "../../pages/components/form-state.ts";
import { type Html, html, type Part } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { said } from "./pages.ts";
import type { Similar } from "./rules.ts";

/** A scan as a browser shows it, if it can. */
export interface ShownScan {
  readonly id: string;
  readonly name: string;
  readonly as: "frame" | "picture" | "nothing";
  readonly url: string;
}

interface DeskModel {
  readonly cycleId: CycleId;
  readonly edition: string;
  readonly key: string;
  readonly scan: ShownScan | undefined;
  readonly fields: Part;
  /** What may be the same paper, and its digest: whoever has seen it enters all the same. */
  readonly similar: readonly Similar[];
  readonly seen: string | undefined;
}

const scanPart = (frame: Frame, { name, as, url, id }: ShownScan): Html => {
  const w = said(frame).intake;
  const page = link(frame, pathTo("officeUpload", { uploadId: id }));
  return html`<section class="scan"><h2>${w.scan}</h2>
<p><a href="#pola">${w.toFields}</a></p>
${as === "frame" && html`<iframe src="${url}" title="${w.scan}: ${name}"></iframe>`}
${as === "picture" && html`<img src="${url}" alt="${w.scan}: ${name}">`}
${as === "nothing" && html`<p>${w.noShow} <a href="${page}">${name}</a></p>`}
</section>`;
};

const similarBox = (frame: Frame, cycleId: CycleId, similar: readonly Similar[]): Html => {
  const w = said(frame).intake;
  const lines = similar.map(
    ({ number, mark, title }) =>
      html`<li><a href="${link(frame, pathTo("officeEntry", { cycleId, number: String(number) }))}">${mark}</a> ${title}</li>`,
  );
  return box({ tone: "warn", title: w.similar, body: html`<p>${w.similarLead}</p><ul>${lines}</ul>` });
};

/** What a clerk keys, with the paper beside it. */
export const deskView = (frame: Frame, state: FormState, model: DeskModel): Html => {
  const w = said(frame);
  const { cycleId, edition, key, scan, fields, similar, seen } = model;
  return layout(frame, {
    title: w.intake.title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, `${pathTo("officeRegister")}?cycle=${cycleId}`), text: w.entry.back },
    body: html`${faultSummary(state)}
<h1>${w.intake.title}</h1>
<p>${edition}</p>
${similar.length > 0 && similarBox(frame, cycleId, similar)}
<div class="desk wide">
${scan && scanPart(frame, scan)}
<div id="pola" tabindex="-1">
${form({
  action: link(frame, pathTo("officeIntake", { cycleId })),
  key,
  submit: w.intake.submit,
  body: html`${scan && hidden("scan", scan.id)}
${seen !== undefined && hidden("seen", seen)}
${fields}`,
})}
</div>
</div>`,
  });
};
