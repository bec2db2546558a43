import { pathTo } from "../../domain/addresses.ts";
import type { VoidReason } from "../../domain/voting/void.ts";
import { box, disclosure } from "../components/boxes.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { form } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { summaryList } from "../components/summary-list.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";

interface Proof {
  readonly leaf: string;
  readonly leavesDigest: string;
  /** The leaf's place on the list, from 0. */
  readonly index: number;
  readonly size: number;
  readonly path: readonly string[];
  readonly checkpoint: string;
}

export type Found =
  | {
      readonly state: "stored" | "counted" | "voided";
      readonly reason?: VoidReason;
      readonly edition: string;
      /** The proof, from the sealing of the box on. */
      readonly proof: Proof | null;
      readonly resultsPath: string;
    }
  | { readonly state: "not-found" };

/** `sealed` is between the two: no vote is taken any more, and no ballot is opened yet. */
const stateOf = (
  found: Exclude<Found, { state: "not-found" }>,
): "stored" | "sealed" | "counted" | "voided" => {
  return found.state === "stored" && found.proof ? "sealed" : found.state;
};

/** The proof for everybody, and folded away what it takes to check it without us. */
const proofView = ({ words }: Frame, { leaf, leavesDigest, index, size, path, checkpoint }: Proof): Html => {
  const w = words.voting.check;
  return html`${summaryList(words, [
    { term: w.place, value: w.placeOf(index + 1, size) },
    { term: w.leaf, value: html`<code>${leaf}</code>` },
    { term: w.listDigest, value: html`<code>${leavesDigest}</code>` },
  ])}
${disclosure(
  w.proof,
  html`<p>${w.checkpointText}</p>
<pre><code>${checkpoint}</code></pre>
<p>${w.pathText}</p>
<ol>${path.map((hash) => html`<li><code>${hash}</code></li>`)}</ol>
<p>${w.keepProof}</p>`,
)}`;
};

const foundView = (frame: Frame, found: Found): Html => {
  const { words } = frame;
  const w = words.voting.check;
  if (found.state === "not-found")
    return box({
      tone: "warn",
      title: w.notFound,
      body: html`<p>${w.notFoundText} ${w.notFoundNext}</p><p><a href="${link(frame, pathTo("vote"))}">${words.voting.start.title}</a></p>`,
    });
  const { edition, proof, resultsPath } = found;
  const state = stateOf(found);
  const text = {
    stored: w.storedText(edition),
    sealed: w.sealedText(edition),
    counted: w.countedText(edition),
    voided: w.voidedText(edition, found.reason && words.voids.reasons[found.reason]),
  }[state];
  return html`${box({ tone: state === "voided" ? "warn" : "good", title: w[state], body: html`<p>${text}</p>` })}
${proof && proofView(frame, proof)}
${
  (state === "counted" || state === "voided") &&
  html`<p>${w.proofHint} <a href="${link(frame, resultsPath)}">${words.voting.start.results}</a></p>`
}`;
};

/** A receipt is typed in, and this page says whether its vote is in the box or counted. */
export const checkReceiptView = (frame: Frame, state: FormState, found?: Found): Html => {
  const w = frame.words.voting.check;
  return layout(frame, {
    title: found && found.state !== "not-found" ? w[stateOf(found)] : w.title,
    hasFaults: hasFaults(state),
    hasScript: true,
    body: html`${faultSummary(state)}
<h1>${w.title}</h1>
<noscript><p>${w.fromLink}</p></noscript>
${found ? foundView(frame, found) : html`<p>${w.lead}</p>`}
${form({
  action: link(frame, pathTo("voteCheck")),
  body: textField(state, { name: "receipt", label: found ? w.another : w.label, hint: w.hint }),
  submit: w.submit,
})}`,
  });
};
