import type { VoidReason } from "../../domain/voting/void.ts";
import { box } from "../components/boxes.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { form } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { summaryList } from "../components/summary-list.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { checkPath, startPath } from "./paths.ts";

export type Found =
  | { readonly state: "stored"; readonly edition: string }
  | {
      readonly state: "counted" | "voided";
      readonly reason?: VoidReason;
      readonly edition: string;
      readonly leaf: string;
      readonly leavesDigest: string;
      readonly resultsPath: string;
    }
  | { readonly state: "not-found" };

const foundView = (frame: Frame, found: Found): Html => {
  const { words } = frame;
  const w = words.voting.check;
  switch (found.state) {
    case "stored":
      return box({ tone: "good", title: w.stored, body: html`<p>${w.storedText(found.edition)}</p>` });
    case "counted":
    case "voided": {
      const said =
        found.state === "counted"
          ? box({ tone: "good", title: w.counted, body: html`<p>${w.countedText(found.edition)}</p>` })
          : box({
              tone: "warn",
              title: w.voided,
              body: html`<p>${w.voidedText(found.edition, found.reason && words.voids.reasons[found.reason])}</p>`,
            });
      return html`${said}
${summaryList(words, [
  { term: w.leaf, value: html`<code>${found.leaf}</code>` },
  { term: w.listDigest, value: html`<code>${found.leavesDigest}</code>` },
])}
<p>${w.proofHint} <a href="${link(frame, found.resultsPath)}">${words.voting.start.results}</a></p>`;
    }
    case "not-found":
      return box({
        tone: "warn",
        title: w.notFound,
        body: html`<p>${w.notFoundText} ${w.notFoundNext}</p><p><a href="${link(frame, startPath)}">${words.voting.start.title}</a></p>`,
      });
  }
};

/** A receipt is typed in, and this page says whether its vote is in the box or counted. */
export const checkReceiptView = (frame: Frame, state: FormState, found?: Found): Html => {
  const w = frame.words.voting.check;
  return layout(frame, {
    title: found && found.state !== "not-found" ? w[found.state] : w.title,
    hasFaults: hasFaults(state),
    body: html`${faultSummary(state)}
<h1>${w.title}</h1>
${found ? foundView(frame, found) : html`<p>${w.lead}</p>`}
${form({
  action: link(frame, checkPath),
  body: textField(state, { name: "receipt", label: found ? w.another : w.label, hint: w.hint }),
  submit: w.submit,
})}`,
  });
};
