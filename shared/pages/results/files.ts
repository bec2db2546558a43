import { pathTo } from "../../domain/addresses.ts";
import type { Results } from "../../domain/results/results.ts";
import { disclosure } from "../components/boxes.ts";
import { summaryList } from "../components/summary-list.ts";
import { type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";

interface CheckItModel {
  readonly results: Results;
  /** The pool of this page; none on the page of the whole edition. */
  readonly pool?: { readonly id: string; readonly name: string; readonly tallyDigest: string };
}

const commands = (cycleId: string, pool: string): string =>
  `npm run tally -- ${pool}.pb
unzip results-${cycleId}.zip leaves.txt
sha256sum leaves.txt`;

const digest = (text: string): Html => html`<code>${text}</code>`;

/** Files, commands, digests and signatures: enough to count again and to see that nothing was changed. */
export const checkItView = (frame: Frame, { results, pool }: CheckItModel): Html => {
  const { words } = frame;
  const w = words.results.files;
  const { cycleId } = results;
  return html`<h2>${w.heading}</h2>
<p>${w.lead}</p>
<ul>
${pool && html`<li><a href="${pathTo("poolPb", { cycleId, pool: `${pool.id}.pb` })}">${w.pb(pool.name)}</a></li>`}
<li><a href="${pathTo("resultsCsv", { cycleId })}">${w.csv}</a></li>
<li><a href="${pathTo("resultsJson", { cycleId })}">${w.json}</a></li>
<li><a href="${pathTo("resultsPackage", { cycleId })}">${w.package}</a></li>
</ul>
${disclosure(
  w.how,
  html`<ol>${w.steps.map((step) => html`<li>${step}</li>`)}</ol>
<pre><code>${commands(results.cycleId, (pool ?? results.pools[0])?.id ?? "")}</code></pre>`,
)}
${disclosure(
  w.digests,
  summaryList(words, [
    ...(pool ? [{ term: w.tally, value: digest(pool.tallyDigest) }] : []),
    { term: w.signed, value: digest(results.digest) },
    { term: w.leaves, value: digest(results.leavesDigest) },
    { term: w.rules, value: digest(results.ruleSet.digest) },
    {
      term: w.signatures,
      value: html`${results.signOffs.map(({ name, at }, index) => html`${index > 0 && html`<br>`}${w.signature(name, at)}`)}`,
    },
  ]),
)}
<p><a href="${link(frame, pathTo("voteCheck"))}">${w.receipt}</a></p>`;
};
